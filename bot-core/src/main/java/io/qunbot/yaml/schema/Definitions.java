package io.qunbot.yaml.schema;

import com.google.gson.JsonObject;
import io.qunbot.yaml.FileKind;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a schema defines once and refers to: by a name for each type, in the order of the names. */
final class Definitions {

    /** A type, and whether it stands in a file whose missing fields may come from elsewhere. */
    private record Meant(Class<?> type, boolean heir) {}

    private final Map<Meant, String> names = new HashMap<>();
    private final Map<String, JsonObject> written = new TreeMap<>();
    private final Set<Class<? extends Record>> companions = new LinkedHashSet<>();

    /** The name of a type, with its surrounding type's where there is one; a second type of one name gets a number. */
    String name(Class<?> type, boolean heir) {
        return names.computeIfAbsent(new Meant(type, heir), meant -> unused(words(meant)));
    }

    private static String words(Meant meant) {
        String full = meant.type().getName();
        String simple = full.substring(full.lastIndexOf('.') + 1).replace('$', '.');
        return meant.heir() ? simple + ".heir" : simple;
    }

    private String unused(String wanted) {
        String name = wanted;
        for (int number = 2; names.containsValue(name); number++) {
            name = wanted + number;
        }
        return name;
    }

    boolean has(String name) {
        return written.containsKey(name);
    }

    void put(String name, JsonObject schema) {
        written.put(name, schema);
    }

    /** Notes that some setting names a file of this kind. */
    void companion(Class<? extends Record> content) {
        if (content.isAnnotationPresent(FileKind.class)) {
            companions.add(content);
        }
    }

    /** The kinds of files that settings name. */
    Set<Class<? extends Record>> companions() {
        return companions;
    }

    JsonObject toJson() {
        JsonObject all = new JsonObject();
        written.forEach(all::add);
        return all;
    }
}
