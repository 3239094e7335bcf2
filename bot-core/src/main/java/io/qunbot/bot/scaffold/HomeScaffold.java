package io.qunbot.bot.scaffold;

import io.qunbot.bot.SchemaFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A home to begin with: one profile that works, what it uses, and its tests. */
public final class HomeScaffold {

    private static final List<String> FILES = List.of("config/bot.yaml", "config/holidays/2026.yaml",
            "config/tags.yaml",
            "rules/base.yaml",
            "rules/service.yaml",
            "rules/synonyms.yaml", "rules/faq/product.yaml", "rules/tests/service.test.yaml", "README.md");

    private HomeScaffold() {}

    /**
     * The files.
     *
     * @param schemas of every kind of file; they come with the home
     * @param program the installed {@code qunbot}, which the home's own starts; empty when it is not known
     */
    public static Scaffold of(List<SchemaFile> schemas, Optional<String> program) {
        SortedMap<String, String> files = new TreeMap<>();
        FILES.forEach(file -> files.put(file, Template.fill("home/" + file, Map.of())));
        files.put(".gitignore", Template.fill("home/gitignore", Map.of()));
        program.ifPresent(path -> files.put("qunbot", Template.fill("home/qunbot", Map.of("program", path))));
        Scaffold lined = new Scaffold(files).withModelines(schemas);
        SortedMap<String, String> all = new TreeMap<>(lined.files());
        schemas.forEach(schema -> all.put(schema.path(), schema.text()));
        return new Scaffold(all);
    }
}
