package io.qunbot.pipeline;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;
import io.qunbot.chat.Action;
import io.qunbot.plugin.Finding.Kind;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Traces as lines, and lines as compact JSON. */
public final class Trace {

    /** What a turn weighs in which nothing was done and nothing was near: it is not worth keeping. */
    public static final int DULL = 0;

    private static final int REFUSED = 1;
    private static final int ACTED = 2;
    private static final Gson GSON = new Gson();
    /** Four digits of a number are enough for anybody. */
    private static final double ROUNDED = 10_000;

    private Trace() {}

    /** How much somebody may want to know why: a turn that acted more than one in which something was held back. */
    public static int weight(Decision decision) {
        int weight = DULL;
        for (Decision.Wanted wanted : decision.actions()) {
            weight = Math.max(weight, weight(wanted.action()));
        }
        for (Note note : decision.trace()) {
            weight = Math.max(weight, weight(note));
        }
        return weight;
    }

    private static int weight(Action action) {
        return switch (action) {
            case Action.Say _,Action.Tell _,Action.Tag _,Action.Know _,Action.Attest _,Action.Emit _,Action.Judge _,Action.Forward _ ->
                ACTED;
            case Action.Remark _ -> REFUSED;
            case Action.Wake _,Action.Cancel _,Action.Forget _ -> DULL;
        };
    }

    private static int weight(Note note) {
        Kind kind = note.finding().kind();
        if (note.failure() || kind == Kind.ACTS || kind == Kind.WAITS) {
            return ACTED;
        }
        return kind.isDull() ? DULL : REFUSED;
    }

    /** Puts a trace into words. */
    public static List<TraceLine> lines(Decision decision) {
        return decision.trace().stream().map(TraceLine::of).toList();
    }

    /** What {@link #read} understands; says nothing twice. */
    public static String json(List<TraceLine> lines) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginArray();
            for (TraceLine line : lines) {
                write(line, json);
            }
            json.endArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void write(TraceLine line, JsonWriter json) throws IOException {
        json.beginObject();
        put("s", line.stage(), json);
        put("k", line.kind(), json);
        put("r", line.rule(), json);
        put("p", line.place(), json);
        put("c", line.cause(), json);
        put("a", line.about(), json);
        put("z", line.zh(), json);
        put("e", line.en().equals(line.zh()) ? "" : line.en(), json);
        if (!line.numbers().isEmpty()) {
            json.name("n").beginObject();
            for (var number : line.numbers().entrySet()) {
                json.name(number.getKey()).value(Math.rint(number.getValue() * ROUNDED) / ROUNDED);
            }
            json.endObject();
        }
        json.endObject();
    }

    private static void put(String name, String value, JsonWriter json) throws IOException {
        if (!value.isEmpty()) {
            json.name(name).value(value);
        }
    }

    /** @param json what {@link #json} made */
    public static List<TraceLine> read(String json) {
        List<TraceLine> lines = new ArrayList<>();
        GSON.fromJson(json, JsonArray.class).forEach(each -> lines.add(line(each.getAsJsonObject())));
        return List.copyOf(lines);
    }

    private static TraceLine line(JsonObject object) {
        String zh = text(object, "z");
        String en = text(object, "e");
        return new TraceLine(text(object, "s"), text(object, "k"), text(object, "r"), text(object, "p"),
                text(object, "c"), text(object, "a"), zh, en.isEmpty() ? zh : en, numbers(object));
    }

    private static String text(JsonObject object, String name) {
        return object.has(name) ? object.get(name).getAsString() : "";
    }

    private static Map<String, Double> numbers(JsonObject object) {
        Map<String, Double> numbers = new TreeMap<>();
        if (object.has("n")) {
            object.getAsJsonObject("n").entrySet()
                    .forEach(entry -> numbers.put(entry.getKey(), entry.getValue().getAsDouble()));
        }
        return numbers;
    }
}
