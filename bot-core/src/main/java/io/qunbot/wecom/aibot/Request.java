package io.qunbot.wecom.aibot;

import com.google.gson.JsonObject;
import java.util.concurrent.CompletableFuture;

/** A frame on its way to WeCom, and whoever waits for what becomes of it. */
record Request(String command, String id, JsonObject body, CompletableFuture<Answer> answer) {

    static Request of(String command, String id, JsonObject body) {
        return new Request(command, id, body, new CompletableFuture<>());
    }

    /** As it is sent. */
    String json() {
        return json(command, id, body);
    }

    static String json(String command, String id, JsonObject body) {
        JsonObject headers = new JsonObject();
        headers.addProperty("req_id", id);
        JsonObject frame = new JsonObject();
        frame.addProperty("cmd", command);
        frame.add("headers", headers);
        if (!body.isEmpty()) {
            frame.add("body", body);
        }
        return frame.toString();
    }
}
