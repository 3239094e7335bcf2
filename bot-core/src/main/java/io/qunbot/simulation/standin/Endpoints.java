package io.qunbot.simulation.standin;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Map;

/** What answers which path. */
final class Endpoints {

    private final Map<String, Endpoint> byPath = new HashMap<>();

    /** Answers a request; {@code errcode} 0 is added to what it says. */
    @FunctionalInterface
    interface Endpoint {
        JsonObject answer(Received request, Form form) throws Refused;
    }

    Endpoints on(String path, Endpoint endpoint) {
        byPath.put(path, endpoint);
        return this;
    }

    boolean has(String path) {
        return byPath.containsKey(path);
    }

    JsonObject answer(Received request) {
        Endpoint endpoint = byPath.get(request.path());
        try {
            if (endpoint == null) {
                throw new Refused(Form.WRONG, "no such api");
            }
            JsonObject answer = result(0, "ok");
            endpoint.answer(request, new Form(request.json())).entrySet()
                    .forEach(field -> answer.add(field.getKey(), field.getValue()));
            return answer;
        } catch (Refused refused) {
            return result(refused.code(), String.valueOf(refused.getMessage()));
        }
    }

    static JsonObject result(int code, String message) {
        JsonObject result = new JsonObject();
        result.addProperty("errcode", code);
        result.addProperty("errmsg", message);
        return result;
    }

    /** An answer of one field. */
    static JsonObject with(String name, String value) {
        JsonObject answer = new JsonObject();
        answer.addProperty(name, value);
        return answer;
    }
}
