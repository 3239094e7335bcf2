package io.qunbot.pipeline;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/** Records to JSON and back; times as ISO 8601, so that a person can read what a plugin remembers. */
final class RecordJson {

    private static final Gson GSON = gson();

    private RecordJson() {}

    static String write(Record value) {
        return GSON.toJson(value);
    }

    /** @throws com.google.gson.JsonParseException when the JSON does not fit the record */
    static <T extends Record> T read(String json, Class<T> type) {
        return GSON.fromJson(json, type);
    }

    private static Gson gson() {
        GsonBuilder builder = new GsonBuilder().disableHtmlEscaping();
        asText(builder, Instant.class, Instant::parse);
        asText(builder, Duration.class, Duration::parse);
        asText(builder, LocalDate.class, LocalDate::parse);
        return builder.create();
    }

    private static <T> void asText(GsonBuilder builder, Class<T> type, Function<String, T> parse) {
        JsonSerializer<T> write = (value, _, _) -> new JsonPrimitive(value.toString());
        JsonDeserializer<T> read = (json, _, _) -> parse.apply(json.getAsString());
        builder.registerTypeAdapter(type, write).registerTypeAdapter(type, read);
    }
}
