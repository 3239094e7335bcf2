package io.qunbot.simulation.standin;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.Map;

/** A request that a stand-in received, as it came. */
public record Received(String method, String path, Map<String, String> query, String body, Instant at) {

    public Received {
        query = Map.copyOf(query);
    }

    /** The body; an empty object when it is none. */
    public JsonObject json() {
        try {
            return JsonParser.parseString(body).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException _) {
            return new JsonObject();
        }
    }
}
