package io.qunbot.simulation.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Set;

/** What WeCom takes on a long connection (document 101463), as far as it is known. */
final class AibotRules {

    static final int OK = 0;
    static final int WRONG_SECRET = 40001;
    static final int NO_MEDIA = 40007;
    static final int WRONG_TYPE = 40008;
    static final int WRONG_FIELD = 40058;
    static final int UNKNOWN_REQUEST = 846605;

    private static final int MOST_BYTES = 20_480;
    private static final Set<String> FIRST = Set.of("markdown", "template_card", "file", "image", "voice", "video");
    private static final Set<String> ANSWERS = Set.of("stream", "template_card", "stream_with_template_card",
            "markdown",
            "file", "image", "voice", "video");

    private AibotRules() {}

    static int answer(JsonObject body) {
        String type = text(body, "msgtype");
        if (!ANSWERS.contains(type)) {
            return WRONG_TYPE;
        }
        if (type.equals("template_card")) {
            return card(body);
        }
        JsonObject stream = object(body, "stream");
        boolean complete = !type.startsWith("stream")
                || (!text(stream, "id").isEmpty() && fits(text(stream, "content")));
        return complete ? OK : WRONG_FIELD;
    }

    static int welcome(JsonObject body) {
        String type = text(body, "msgtype");
        if (!type.equals("text") && !type.equals("template_card")) {
            return WRONG_TYPE;
        }
        if (type.equals("template_card")) {
            return card(body);
        }
        return type.equals("text") && text(object(body, "text"), "content").isEmpty() ? WRONG_FIELD : OK;
    }

    static int first(JsonObject body) {
        String type = text(body, "msgtype");
        if (!FIRST.contains(type)) {
            return WRONG_TYPE;
        }
        String kind = text(body, "chat_type");
        boolean addressed = !text(body, "chatid").isEmpty() && Set.of("", "0", "1", "2").contains(kind);
        if (type.equals("template_card")) {
            return addressed ? card(body) : WRONG_FIELD;
        }
        String content = text(object(body, "markdown"), "content");
        return addressed && (!type.equals("markdown") || (!content.isEmpty() && fits(content))) ? OK : WRONG_FIELD;
    }

    /** What a card becomes after a click; it keeps the name of its task. */
    static int update(JsonObject body, String task) {
        boolean meant = text(body, "response_type").equals("update_template_card")
                && text(object(body, "template_card"), "task_id").equals(task);
        return meant ? card(body) : WRONG_FIELD;
    }

    private static int card(JsonObject body) {
        try {
            MessageForms.card(new Form(object(body, "template_card")), true);
            return OK;
        } catch (Refused _) {
            return WRONG_FIELD;
        }
    }

    private static boolean fits(String content) {
        return content.getBytes(UTF_8).length <= MOST_BYTES;
    }

    static JsonObject object(JsonObject outer, String name) {
        JsonElement inner = outer.get(name);
        return inner != null && inner.isJsonObject() ? inner.getAsJsonObject() : new JsonObject();
    }

    static String text(JsonObject outer, String name) {
        JsonElement inner = outer.get(name);
        return inner != null && inner.isJsonPrimitive() ? inner.getAsString() : "";
    }
}
