package io.qunbot.yaml.schema;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.qunbot.yaml.Companion;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.RecordShape;
import io.qunbot.yaml.ScalarShape;
import io.qunbot.yaml.Shorthand;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.YamlMap;
import io.qunbot.yaml.YamlNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the JSON Schema (draft-07, which editors understand) of records, following the binder case by case.
 * It never refuses what the binder takes; what it cannot say it leaves to {@code check}. Not thread-safe.
 */
public final class SchemaBuilder {

    /** The words for no. */
    private static final List<String> NO = List.of("false", "off", "no", "否");

    private final Definitions definitions;
    private final ScalarSchema scalars;
    private final boolean heir;

    private SchemaBuilder(Definitions definitions, ScalarSchema scalars, boolean heir) {
        this.definitions = definitions;
        this.scalars = scalars;
        this.heir = heir;
    }

    /** @param variables whether <code>${NAME}</code> may stand for any value */
    public SchemaBuilder(boolean variables) {
        this(new Definitions(), new ScalarSchema(variables), false);
    }

    /**
     * The same for files that take over what is missing from another, such as profiles with {@code extends}:
     * no field is required, and an item with an id may be {@code off}. Its definitions are among this one's.
     */
    public SchemaBuilder heir() {
        return new SchemaBuilder(definitions, scalars, true);
    }

    /** A whole file; to be finished with {@link #finish} when everything that it refers to was built. */
    public JsonObject file(Class<? extends Record> type) {
        JsonObject schema = Json.object("$schema", "http://json-schema.org/draft-07/schema#");
        Json.describe(schema, doc(type));
        fields(type).entrySet().forEach(entry -> schema.add(entry.getKey(), entry.getValue()));
        return schema;
    }

    public JsonObject finish(JsonObject file) {
        file.add("definitions", definitions.toJson());
        return file;
    }

    /** Defines a schema that records cannot say. */
    public JsonObject define(String name, JsonObject schema) {
        definitions.put(name, schema);
        return reference(name);
    }

    /** The kinds of files that the settings described so far name. */
    public Set<Class<? extends Record>> companions() {
        return Set.copyOf(definitions.companions());
    }

    private static JsonObject reference(String name) {
        return Json.object("$ref", "#/definitions/" + name);
    }

    /** What may stand where a value of this type is bound. */
    public JsonObject of(Type type) {
        return switch (type) {
            case ParameterizedType generic -> generic(generic);
            case Class<?> plain -> plain(plain);
            default -> throw new IllegalArgumentException("no field can be a " + type);
        };
    }

    private JsonObject generic(ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        Type last = arguments[arguments.length - 1];
        if (type.getRawType() == Optional.class) {
            return maybeOff(last);
        }
        if (type.getRawType() == Located.class) {
            return of(last);
        }
        if (type.getRawType() == Companion.class && last instanceof Class<?> content) {
            definitions.companion(content.asSubclass(Record.class));
            return plain(String.class);
        }
        if (type.getRawType() == List.class) {
            JsonObject many = Json.object("type", "array");
            many.add("items", item(last));
            return Json.anyOf(List.of(many, of(last)));
        }
        if (type.getRawType() == Map.class) {
            JsonObject map = Json.object("type", "object");
            map.add("additionalProperties", of(last));
            return map;
        }
        throw new IllegalArgumentException("no field can be a " + type);
    }

    private JsonObject maybeOff(Type type) {
        boolean settings = bare(type) instanceof Class<?> plain && plain.isRecord() && ScalarShape.of(plain).isEmpty();
        return settings ? Json.anyOf(List.of(of(type), Json.object("enum", Json.words(NO)))) : of(type);
    }

    private static Type bare(Type type) {
        return type instanceof ParameterizedType located && located.getRawType() == Located.class
                ? located.getActualTypeArguments()[0]
                : type;
    }

    private JsonObject item(Type type) {
        JsonObject item = of(type);
        boolean removable = heir && bare(type) instanceof Class<?> plain && plain.isRecord()
                && RecordShape.of(plain).field("id").isPresent();
        return removable ? Json.anyOf(List.of(item, removed())) : item;
    }

    /** {@code { id: hours, off: true }}: does without what was inherited. */
    private JsonObject removed() {
        JsonObject fields = Json.object("id", of(String.class));
        fields.add("off", Json.describe(Json.object("enum", Json.words(List.of("true", "on", "yes", "是"))),
                new Words("去掉继承来的这一项", "does without the inherited item")));
        JsonObject removed = Json.object("type", "object");
        removed.add("properties", fields);
        removed.add("required", Json.texts(List.of("id", "off")));
        return removed;
    }

    private JsonObject plain(Class<?> type) {
        if (type == YamlMap.class) {
            return Json.object("type", "object");
        }
        if (YamlNode.class.isAssignableFrom(type)) {
            return new JsonObject();
        }
        if (type == String.class) {
            return Json.anyOf(scalars.of(ScalarShape.of(type).orElseThrow()));
        }
        String name = definitions.name(type, heir && type.isRecord());
        if (!definitions.has(name)) {
            definitions.put(name, new JsonObject()); // a type may refer to itself
            definitions.put(name, definition(type));
        }
        return reference(name);
    }

    private JsonObject definition(Class<?> type) {
        List<JsonObject> ways = new ArrayList<>();
        ScalarShape.of(type).map(scalars::of).ifPresent(ways::addAll);
        Shorthand shorthand = type.getAnnotation(Shorthand.class);
        if (shorthand != null) {
            ways.add(of(RecordShape.of(type).field(shorthand.value()).orElseThrow().type()));
        }
        if (type.isRecord()) {
            ways.add(fields(type));
        }
        if (ways.isEmpty()) {
            throw new IllegalArgumentException("no field can be a " + type);
        }
        return Json.describe(Json.anyOf(ways), doc(type));
    }

    private static Words doc(Class<?> type) {
        Doc doc = type.getAnnotation(Doc.class);
        return doc == null ? Words.NONE : new Words(doc.zh(), doc.en());
    }

    /** A map with the record's fields. */
    public JsonObject fields(Class<?> type) {
        JsonObject schema = Json.object("type", "object");
        JsonObject properties = new JsonObject();
        JsonArray required = new JsonArray();
        for (RecordShape.Field field : RecordShape.of(type).fields()) {
            field.keys().forEach(key -> properties.add(key, property(field)));
            if (field.isRequired() && field.keys().size() == 1 && !heir) {
                required.add(field.key());
            }
        }
        schema.add("properties", properties);
        schema.addProperty("additionalProperties", false);
        if (!required.isEmpty()) {
            schema.add("required", required);
        }
        return schema;
    }

    private JsonObject property(RecordShape.Field field) {
        JsonObject schema = Json.describe(of(field.type()).deepCopy(), field.doc().orElse(Words.NONE));
        field.fallback().ifPresent(fallback -> schema.add("default", Json.plain(fallback)));
        return schema;
    }
}
