package io.qunbot.docs;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import io.qunbot.bot.BotConfig;
import io.qunbot.bot.SchemaFile;
import io.qunbot.calendar.HolidayYear;
import io.qunbot.people.TagSettings;
import io.qunbot.plugin.Plugin;
import io.qunbot.rota.RotaSettings;
import io.qunbot.transcript.form.TestFile;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.YamlList;
import io.qunbot.yaml.YamlMap;
import io.qunbot.yaml.YamlNode;
import io.qunbot.yaml.YamlReader;
import io.qunbot.yaml.YamlScalar;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What an operator's editor thinks of a file: YAML 1.2 with its core types, held against the schema. */
final class Editor {

    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern TRUTH = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern NOTHING = Pattern.compile("|~|null|Null|NULL");

    private final Map<String, URI> schemas = new HashMap<>();
    private final Validator validator;

    Editor(Map<String, Plugin<?>> plugins) {
        validator = new ValidatorFactory().withJsonNodeFactory(new GsonNode.Factory())
                .withDefaultDialect(new Dialects.Draft7Dialect()).createValidator();
        for (SchemaFile file : all(plugins)) {
            schemas.put(file.kind(), validator.registerSchema(file.text()));
        }
    }

    /** The schemas of all kinds of files. */
    static List<SchemaFile> all(Map<String, Plugin<?>> plugins) {
        return SchemaFile.all(plugins,
                List.of(BotConfig.class, RotaSettings.class, HolidayYear.class, TagSettings.class, TestFile.class));
    }

    /** What it would underline; empty when it likes the file. */
    List<String> complaints(String kind, String yaml) {
        YamlMap tree = YamlReader.read("file.yaml", yaml.getBytes(StandardCharsets.UTF_8), new Problems())
                .orElseThrow(() -> new AssertionError("no YAML: " + yaml));
        return validator.validate(schemas.get(kind), json(tree)).getErrors().stream().map(Editor::sentence).toList();
    }

    private static String sentence(Error error) {
        return error.getInstanceLocation() + ": " + error.getError();
    }

    private static JsonElement json(YamlNode node) {
        return switch (node) {
            case YamlMap map -> {
                JsonObject object = new JsonObject();
                map.entries().forEach(entry -> object.add(entry.key().value(), json(entry.value())));
                yield object;
            }
            case YamlList list -> {
                JsonArray array = new JsonArray();
                list.items().forEach(item -> array.add(json(item)));
                yield array;
            }
            case YamlScalar scalar -> scalar.quoted() ? new JsonPrimitive(scalar.text()) : plain(scalar.text());
        };
    }

    private static JsonElement plain(String text) {
        if (NOTHING.matcher(text).matches()) {
            return JsonNull.INSTANCE;
        }
        if (TRUTH.matcher(text).matches()) {
            return new JsonPrimitive(Boolean.valueOf(text));
        }
        if (WHOLE.matcher(text).matches()) {
            return new JsonPrimitive(new BigInteger(text.replace("+", "")));
        }
        return NUMBER.matcher(text).matches() ? new JsonPrimitive(Double.valueOf(text)) : new JsonPrimitive(text);
    }
}
