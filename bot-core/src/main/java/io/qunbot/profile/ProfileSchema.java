package io.qunbot.profile;

import com.google.gson.JsonObject;
import io.qunbot.plugin.Plugin;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.schema.Json;
import io.qunbot.yaml.schema.SchemaBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The JSON Schema of a profile's file: its own fields, and the settings of every plugin that is installed.
 * A profile that extends another, or is only extended, need not be complete.
 */
public final class ProfileSchema {

    private static final List<String> ON = List.of("true", "on", "yes", "是");
    private static final List<String> OFF = List.of("false", "off", "no", "否");

    private final Map<String, Plugin<?>> plugins;
    private final SchemaBuilder whole = new SchemaBuilder(false);
    private final SchemaBuilder heir = whole.heir();

    /** @param plugins by the name they have in a profile */
    public ProfileSchema(Map<String, Plugin<?>> plugins) {
        this.plugins = new TreeMap<>(plugins);
    }

    /** The schema of the file. */
    public JsonObject schema() {
        JsonObject file = whole.file(ProfileSettings.class);
        JsonObject own = file.getAsJsonObject("properties").getAsJsonObject("plugins");
        own.remove("additionalProperties");
        JsonObject inherits = Json
                .anyOf(List.of(Json.object("required", Json.texts(List.of("extends"))), isAbstract()));
        plugins.forEach((name, plugin) -> {
            if (plugin.standsBeside()) {
                file.getAsJsonObject("properties").add(name, settings(heir, plugin));
            }
        });
        file.add("if", inherits);
        file.add("then", plugins(whole.define("plugins.heir", plugins(heir))));
        file.add("else", plugins(whole.define("plugins", plugins(whole))));
        JsonObject with = whole.define("GroupClaim.with", with());
        whole.finish(file).getAsJsonObject("definitions").getAsJsonObject("GroupClaim").getAsJsonObject("properties")
                .getAsJsonObject("with").getAsJsonArray("anyOf").set(0, with);
        return file;
    }

    /** The other kinds of files that the plugins' settings name; known once the schema was made. */
    public Set<Class<? extends Record>> companions() {
        return whole.companions();
    }

    private static JsonObject isAbstract() {
        JsonObject schema = Json.object("required", Json.texts(List.of("abstract")));
        schema.add("properties", Json.object("abstract", Json.object("enum", Json.words(ON))));
        return schema;
    }

    private static JsonObject plugins(JsonObject settings) {
        return Json.object("properties", Json.object("plugins", settings));
    }

    private JsonObject plugins(SchemaBuilder builder) {
        JsonObject properties = new JsonObject();
        plugins.forEach((name, plugin) -> properties.add(name, settings(builder, plugin)));
        Drafting.PLANNED.stream().sorted().filter(Predicate.not(plugins::containsKey)).forEach(name -> {
            JsonObject planned = Json.object("enum", Json.words(OFF));
            planned.addProperty("doNotSuggest", true);
            properties.add(name, Json.describe(planned, new Words("还没有提供", "not available yet")));
        });
        return map(properties);
    }

    private static JsonObject settings(SchemaBuilder builder, Plugin<?> plugin) {
        JsonObject settings = Json.anyOf(List.of(builder.of(plugin.settingsType()),
                Json.object("enum", Json.words(ON)), Json.object("enum", Json.words(OFF))));
        return Json.describe(settings, doc(plugin.settingsType()));
    }

    private static Words doc(Class<?> type) {
        Doc doc = type.getAnnotation(Doc.class);
        return doc == null ? Words.NONE : new Words(doc.zh(), doc.en());
    }

    private static JsonObject map(JsonObject properties) {
        JsonObject map = Json.object("type", "object");
        map.add("properties", properties);
        map.addProperty("additionalProperties", false);
        return map;
    }

    /** One group's own values: laid over the profile, so nothing of it has to be complete. */
    private JsonObject with() {
        JsonObject own = heir.fields(ProfileSettings.class);
        JsonObject properties = own.getAsJsonObject("properties");
        List.copyOf(properties.keySet()).stream().filter(Family::isOwn).forEach(properties::remove);
        properties.getAsJsonObject("plugins").remove("additionalProperties");
        properties.getAsJsonObject("plugins").addProperty("$ref", "#/definitions/plugins.heir");
        return map(properties);
    }
}
