package io.qunbot.bot;

import com.google.gson.JsonObject;
import io.qunbot.plugin.Plugin;
import io.qunbot.profile.ProfileSchema;
import io.qunbot.profile.ProfileSettings;
import io.qunbot.yaml.FileKind;
import io.qunbot.yaml.schema.Json;
import io.qunbot.yaml.schema.ReferencePage;
import io.qunbot.yaml.schema.SchemaBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The JSON Schema of one kind of file that an operator writes.
 *
 * @param kind one word, such as {@code faq}
 * @param files what it is for, such as {@code rules/faq/*.yaml}
 * @param type what such a file is bound to
 */
public record SchemaFile(String kind, String files, Class<? extends Record> type, JsonObject schema) {

    /** The one kind of file in which the environment stands for values. */
    private static final String VARIABLES = "config/bot.yaml";

    /**
     * The schemas of all kinds: profiles first, then what plugins' settings name, then others.
     *
     * @param plugins by the name they have in a profile; their settings are in the schema of profiles
     * @param others records with {@link FileKind} that no setting names
     */
    public static List<SchemaFile> all(Map<String, Plugin<?>> plugins, Collection<Class<? extends Record>> others) {
        ProfileSchema profile = new ProfileSchema(plugins);
        List<SchemaFile> all = new ArrayList<>();
        all.add(of(ProfileSettings.class, profile.schema()));
        profile.companions().stream().map(SchemaFile::of).sorted(Comparator.comparing(SchemaFile::kind))
                .forEach(all::add);
        others.stream().map(SchemaFile::of).forEach(all::add);
        return List.copyOf(all);
    }

    /** The page that lists every field of these files and of every plugin's settings. */
    public static String reference(List<SchemaFile> all, Map<String, Plugin<?>> plugins) {
        List<ReferencePage.Chapter> chapters = new ArrayList<>();
        for (SchemaFile file : all) {
            chapters.add(new ReferencePage.Chapter("", "`" + file.files() + "`", file.type()));
            if (file.type() == ProfileSettings.class) {
                new TreeMap<>(plugins).forEach((name, plugin) -> chapters.add(
                        new ReferencePage.Chapter(name, "`plugins:` `" + name + ":`", plugin.settingsType())));
            }
        }
        return ReferencePage.of(chapters);
    }

    private static SchemaFile of(Class<? extends Record> type) {
        SchemaBuilder builder = new SchemaBuilder(kind(type).files().equals(VARIABLES));
        return of(type, builder.finish(builder.file(type)));
    }

    private static SchemaFile of(Class<? extends Record> type, JsonObject schema) {
        return new SchemaFile(kind(type).value(), kind(type).files(), type, schema);
    }

    private static FileKind kind(Class<? extends Record> type) {
        FileKind kind = type.getAnnotation(FileKind.class);
        if (kind == null) {
            throw new IllegalArgumentException(type + " is no file of its own");
        }
        return kind;
    }

    /**
     * The schema of one file; of two that are for it the one that says more about its place.
     *
     * @param path in a home, with {@code /}
     */
    public static Optional<SchemaFile> of(String path, List<SchemaFile> all) {
        return all.stream().filter(schema -> schema.isFor(path))
                .max(Comparator.comparingInt(schema -> schema.files().length()));
    }

    private boolean isFor(String path) {
        return Pattern.matches(files.replace(".", "\\.").replace("*", "[^/]*"), path);
    }

    /** Where it lies in a home, beside the files that it is for: {@code rules/faq/faq.schema.json}. */
    public String path() {
        return files.substring(0, files.lastIndexOf('/') + 1) + name();
    }

    private String name() {
        return kind + ".schema.json";
    }

    /** The first line of each of its files, by which editors find it. */
    public String modeline() {
        return "# yaml-language-server: $schema=" + name();
    }

    /** What the file holds. */
    public String text() {
        return Json.print(schema);
    }
}
