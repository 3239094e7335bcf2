package io.qunbot.simulation.standin;

import com.google.gson.JsonObject;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** Frames by which WeCom tells a bot what happened. Thread-safe. */
final class AibotCallbacks {

    private final String botId;
    private final InstantSource clock;
    private final AtomicLong count = new AtomicLong();

    AibotCallbacks(String botId, InstantSource clock) {
        this.botId = botId;
        this.clock = clock;
    }

    /** @param group empty for a one-to-one conversation */
    JsonObject message(String member, String group, String text) {
        JsonObject content = new JsonObject();
        content.addProperty("content", text);
        JsonObject body = body(member, group);
        body.addProperty("msgtype", "text");
        body.add("text", content);
        return frame("aibot_msg_callback", body);
    }

    JsonObject event(String member, String type) {
        JsonObject event = new JsonObject();
        event.addProperty("eventtype", type);
        JsonObject body = body(member, "");
        body.addProperty("create_time", clock.instant().getEpochSecond());
        body.addProperty("msgtype", "event");
        body.add("event", event);
        return frame("aibot_event_callback", body);
    }

    JsonObject click(String member, String key, String task) {
        JsonObject card = new JsonObject();
        card.addProperty("card_type", "button_interaction");
        card.addProperty("event_key", key);
        card.addProperty("task_id", task);
        JsonObject frame = event(member, "template_card_event");
        frame.getAsJsonObject("body").getAsJsonObject("event").add("template_card_event", card);
        return frame;
    }

    private JsonObject body(String member, String group) {
        JsonObject from = new JsonObject();
        from.addProperty("userid", member);
        JsonObject body = new JsonObject();
        body.addProperty("msgid", "msg-" + count.incrementAndGet());
        body.addProperty("aibotid", botId);
        if (!group.isEmpty()) {
            body.addProperty("chatid", group);
        }
        body.addProperty("chattype", group.isEmpty() ? "single" : "group");
        body.add("from", from);
        return body;
    }

    private JsonObject frame(String command, JsonObject body) {
        JsonObject headers = new JsonObject();
        headers.addProperty("req_id", "req-" + count.incrementAndGet());
        JsonObject frame = new JsonObject();
        frame.addProperty("cmd", command);
        frame.add("headers", headers);
        frame.add("body", body);
        return frame;
    }
}
