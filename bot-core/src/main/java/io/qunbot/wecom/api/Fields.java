package io.qunbot.wecom.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.stream.Stream;

/** Builds and reads the JSON of WeCom's API. */
public final class Fields {

    private Fields() {}

    /** @param pairs names and values in turn; a value is text, a number, a truth, JSON or a list of texts or JSON */
    public static JsonObject of(Object... pairs) {
        JsonObject object = new JsonObject();
        for (int at = 0; at < pairs.length; at += 2) {
            object.add((String) pairs[at], value(pairs[at + 1]));
        }
        return object;
    }

    private static JsonElement value(Object value) {
        return switch (value) {
            case JsonElement json -> json;
            case String text -> new JsonPrimitive(text);
            case Number number -> new JsonPrimitive(number);
            case Boolean truth -> new JsonPrimitive(truth);
            case List<?> list -> array(list);
            default -> throw new IllegalArgumentException("not a value of JSON: " + value.getClass());
        };
    }

    private static JsonArray array(List<?> list) {
        JsonArray array = new JsonArray();
        list.forEach(each -> array.add(value(each)));
        return array;
    }

    /** A text or a number; empty when it is not there. */
    public static String text(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }

    /** A number; 0 when it is not there. */
    public static long number(JsonObject object, String name) {
        try {
            return Long.parseLong(text(object, name));
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    /** An object within; an empty one when it is not there. */
    public static JsonObject object(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value != null && value.isJsonObject() ? value.getAsJsonObject() : new JsonObject();
    }

    /** The objects of a list; none when it is not there. */
    public static List<JsonObject> objects(JsonObject object, String name) {
        return elements(object, name).filter(JsonElement::isJsonObject).map(JsonElement::getAsJsonObject).toList();
    }

    /** The texts of a list; none when it is not there. */
    public static List<String> texts(JsonObject object, String name) {
        return elements(object, name).filter(JsonElement::isJsonPrimitive).map(JsonElement::getAsString).toList();
    }

    private static Stream<JsonElement> elements(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value != null && value.isJsonArray() ? value.getAsJsonArray().asList().stream() : Stream.empty();
    }
}
