package io.qunbot.simulation.standin;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The fields of a request, asked for as WeCom does: what is missing, of a wrong type or too long is refused. */
record Form(JsonObject json) {

    static final int WRONG = 40058;
    private static final int TOO_LONG = 45002;

    String text(String name, int code) throws Refused {
        JsonElement value = json.get(name);
        if (value == null || !value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()
                || value.getAsString().isEmpty()) {
            throw new Refused(code, "missing or invalid " + name);
        }
        return value.getAsString();
    }

    String text(String name, int code, int bytes) throws Refused {
        String text = text(name, code);
        if (text.getBytes(StandardCharsets.UTF_8).length > bytes) {
            throw new Refused(TOO_LONG, name + " exceeds " + bytes + " bytes");
        }
        return text;
    }

    String optional(String name) {
        JsonElement value = json.get(name);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }

    int number(String name, int code) throws Refused {
        JsonElement value = json.get(name);
        if (value == null || !value.isJsonPrimitive() || !value.getAsJsonPrimitive().isNumber()) {
            throw new Refused(code, "missing or invalid " + name);
        }
        return value.getAsInt();
    }

    Form form(String name) throws Refused {
        JsonElement value = json.get(name);
        if (value == null || !value.isJsonObject()) {
            throw new Refused(WRONG, "missing or invalid " + name);
        }
        return new Form(value.getAsJsonObject());
    }

    List<JsonElement> list(String name, int least, int most) throws Refused {
        JsonElement value = json.get(name);
        JsonArray list = value != null && value.isJsonArray() ? value.getAsJsonArray() : new JsonArray();
        if (list.size() < least || list.size() > most || (value != null && !value.isJsonArray())) {
            throw new Refused(WRONG, name + " must have " + least + " to " + most);
        }
        return list.asList();
    }

    List<String> texts(String name, int least, int most) throws Refused {
        List<JsonElement> list = list(name, least, most);
        if (list.stream().anyMatch(each -> !each.isJsonPrimitive())) {
            throw new Refused(WRONG, name + " must hold texts");
        }
        return list.stream().map(JsonElement::getAsString).toList();
    }

    boolean has(String name) {
        return json.has(name);
    }
}
