package io.qunbot.yaml.schema;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.qunbot.yaml.ScalarShape;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The schema of what one scalar can be. It is never stricter than the binder, for which every scalar is a
 * text: an editor has made numbers and booleans of some before a schema is asked.
 */
final class ScalarSchema {

    /** Texts that an editor takes for numbers. */
    private static final List<String> NUMBERS = List.of("0", "7", "42", "1234", "1234567890", "1.5", "-1");
    private static final String VARIABLE = "\\$\\{[A-Za-z_][A-Za-z0-9_]*[:}]";

    private final boolean variables;

    /** @param variables whether <code>${NAME}</code> may stand for any value */
    ScalarSchema(boolean variables) {
        this.variables = variables;
    }

    /** The ways in which it can be written. */
    List<JsonObject> of(ScalarShape shape) {
        List<JsonObject> ways = new ArrayList<>();
        if (!shape.choices().isEmpty()) {
            ways.add(Json.complain(choice(shape.choices()), shape.help()));
        } else {
            if (!shape.words().isEmpty()) {
                ways.add(Json.complain(Json.object("enum", Json.words(shape.words())), shape.help()));
            }
            ways.add(plain(shape));
        }
        if (variables && !isAnyText(shape)) {
            ways.add(Json.object("pattern", VARIABLE));
            ways.getLast().addProperty("type", "string");
        }
        return ways;
    }

    private static boolean isAnyText(ScalarShape shape) {
        return shape.kind() == ScalarShape.Kind.TEXT && shape.pattern().isEmpty() && shape.choices().isEmpty();
    }

    private static JsonObject choice(List<ScalarShape.Choice> choices) {
        JsonArray names = new JsonArray();
        List<String> docs = new ArrayList<>();
        for (ScalarShape.Choice choice : choices) {
            JsonArray words = Json.words(choice.keys());
            names.addAll(words);
            words.forEach(_ -> docs.add(choice.doc().isEmpty() ? "" : choice.doc().zh() + " / " + choice.doc().en()));
        }
        JsonObject schema = Json.object("enum", names);
        if (docs.stream().anyMatch(doc -> !doc.isEmpty())) {
            schema.add("enumDescriptions", Json.texts(docs));
        }
        return schema;
    }

    private static JsonObject plain(ScalarShape shape) {
        JsonObject schema = Json.object("type", types(shape));
        if (!shape.pattern().isEmpty()) {
            schema.addProperty("pattern", "^(?:" + shape.pattern() + ")$");
            Json.complain(schema, shape.help());
        }
        if (!shape.examples().isEmpty()) {
            schema.add("examples", Json.texts(shape.examples()));
        }
        return schema;
    }

    private static JsonArray types(ScalarShape shape) {
        Stream<String> types = switch (shape.kind()) {
            case TRUTH -> Stream.of("boolean", "string");
            case WHOLE -> Stream.of("integer", "string");
            case NUMBER -> Stream.of("number", "string");
            case TEXT -> Stream.of(Stream.of("string"), some("number", shape.pattern(), NUMBERS),
                    some("boolean", shape.pattern(), List.of("true", "false"))).flatMap(type -> type);
        };
        return Json.texts(types.toList());
    }

    private static Stream<String> some(String type, String pattern, List<String> texts) {
        boolean fits = pattern.isEmpty() || texts.stream().anyMatch(Pattern.compile(pattern).asMatchPredicate());
        return fits ? Stream.of(type) : Stream.empty();
    }
}
