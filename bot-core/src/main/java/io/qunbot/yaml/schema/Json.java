package io.qunbot.yaml.schema;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.qunbot.yaml.Words;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** The few pieces that a schema is put together from. */
public final class Json {

    private static final Gson PRINTER = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private static final Pattern WHOLE = Pattern.compile("[-+]?(0|[1-9][0-9]{0,17})");
    private static final Pattern CLAUSE_END = Pattern.compile("[,;:。]");

    private Json() {}

    public static JsonObject object(String key, JsonElement value) {
        JsonObject object = new JsonObject();
        object.add(key, value);
        return object;
    }

    public static JsonObject object(String key, String value) {
        return object(key, new JsonPrimitive(value));
    }

    public static JsonArray texts(Collection<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    public static JsonArray array(List<? extends JsonElement> elements) {
        JsonArray array = new JsonArray();
        elements.forEach(array::add);
        return array;
    }

    /** One of these; of a single one itself. */
    public static JsonObject anyOf(List<JsonObject> schemas) {
        return schemas.size() == 1 ? schemas.getFirst() : object("anyOf", array(schemas));
    }

    /** Words of which one has to be written; an editor takes {@code false} and {@code 0} for no texts. */
    public static JsonArray words(Collection<String> words) {
        JsonArray array = new JsonArray();
        for (String word : words) {
            JsonPrimitive plain = plain(word);
            if (!plain.isString()) {
                array.add(plain);
            }
            array.add(word);
        }
        return array;
    }

    /** What an editor takes a scalar without quotes for. */
    static JsonPrimitive plain(String text) {
        if (text.equals("true") || text.equals("false")) {
            return new JsonPrimitive(text.equals("true"));
        }
        return WHOLE.matcher(text).matches() ? new JsonPrimitive(Long.valueOf(text)) : new JsonPrimitive(text);
    }

    /** Adds what people read: a few words as the title, everything in both languages as the description. */
    public static JsonObject describe(JsonObject schema, Words words) {
        if (!words.isEmpty()) {
            schema.addProperty("title", CLAUSE_END.split(words.zh(), 2)[0]);
            schema.addProperty("description", words.zh() + "\n\n" + words.en());
        }
        return schema;
    }

    /** What an editor says instead of its own English sentence when nothing of this schema fits. */
    static JsonObject complain(JsonObject schema, Words words) {
        if (!words.isEmpty()) {
            schema.addProperty("errorMessage", words.zh() + " / " + words.en());
        }
        return schema;
    }

    /** The text of a schema file; the same schema is the same text. */
    public static String print(JsonObject schema) {
        return PRINTER.toJson(schema) + "\n";
    }
}
