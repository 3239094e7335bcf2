package io.qunbot.simulation.standin;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What WeCom answers to frames that say or upload something. Thread-safe. */
final class AibotJudge {

    private final AibotUploads uploads = new AibotUploads();
    private final Map<String, JsonObject> given = new ConcurrentHashMap<>();
    private final Map<String, String> clicked = new ConcurrentHashMap<>();
    private final Map<String, Boolean> requests = new ConcurrentHashMap<>();

    /** A request went out that may be answered. */
    void asked(String request) {
        requests.put(request, true);
    }

    /** The card of a task was clicked, which may be updated once. */
    void clicked(String request, String task) {
        clicked.put(request, task);
    }

    void forgetFiles() {
        uploads.forget();
    }

    /** @return the code */
    int of(AibotFrame frame) {
        if (AibotUploads.isOne(frame.command())) {
            JsonObject answer = uploads.take(frame);
            given.put(frame.request(), answer);
            return answer.size() == 0 ? AibotRules.WRONG_FIELD : AibotRules.OK;
        }
        String kind = AibotRules.text(frame.body(), "msgtype");
        boolean media = kind.equals("image") || kind.equals("file");
        return media && !uploads.has(kind, AibotRules.text(AibotRules.object(frame.body(), kind), "media_id"))
                ? AibotRules.NO_MEDIA
                : said(frame);
    }

    /** What an answer holds beside its code. */
    JsonObject given(AibotFrame frame) {
        JsonObject body = given.remove(frame.request());
        return body == null ? new JsonObject() : body;
    }

    private int said(AibotFrame frame) {
        return switch (frame.command()) {
            case "aibot_respond_msg" -> known(frame, AibotRules.answer(frame.body()));
            case "aibot_respond_welcome_msg" -> known(frame, AibotRules.welcome(frame.body()));
            case "aibot_send_msg" -> AibotRules.first(frame.body());
            case "aibot_respond_update_msg" -> clicked.containsKey(frame.request())
                    ? AibotRules.update(frame.body(), String.valueOf(clicked.remove(frame.request())))
                    : AibotRules.UNKNOWN_REQUEST;
            default -> AibotRules.WRONG_TYPE;
        };
    }

    private int known(AibotFrame frame, int code) {
        return requests.containsKey(frame.request()) ? code : AibotRules.UNKNOWN_REQUEST;
    }
}
