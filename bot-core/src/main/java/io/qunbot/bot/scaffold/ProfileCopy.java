package io.qunbot.bot.scaffold;

import io.qunbot.plugin.Plugin;
import io.qunbot.profile.ProfileSettings;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.RecordShape;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.YamlMap;
import io.qunbot.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Another profile's text under a new name: line by line, so that its comments stay, with a word for each block. */
final class ProfileCopy {

    private static final String NO_GROUPS = "groups: []                                  # 管哪些群,例如 / which groups, such as: [{ id: wrOgQhDgAAMYQiS5ol9G7gK9JVAAAA }]";

    private final String file;
    private final List<String> lines;
    private final YamlMap tree;
    private final Map<String, Plugin<?>> plugins;

    ProfileCopy(String file, byte[] bytes, Map<String, Plugin<?>> plugins) {
        this.file = file;
        this.lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        this.tree = YamlReader.read(file, bytes, new Problems())
                .orElseThrow(() -> new IllegalArgumentException(file + " is no YAML"));
        this.plugins = Map.copyOf(plugins);
    }

    String named(String name) {
        List<String> text = new ArrayList<>();
        text.add("# " + ProfileScaffold.file(name) + ":照着 " + file + " 写的。先改 goal、value、staff,再填 groups。");
        text.add("# Made like " + file + ": first change goal, value and staff, then fill in groups.");
        List<YamlMap.Entry> entries = tree.entries();
        for (int at = 0; at < entries.size(); at++) {
            YamlMap.Entry entry = entries.get(at);
            int end = at + 1 < entries.size() ? line(entries.get(at + 1)) : lines.size() + 1;
            block(name, entry, end, text);
        }
        if (tree.get("groups").isEmpty()) {
            text.add(NO_GROUPS);
        }
        return String.join("\n", text) + "\n";
    }

    private static int line(YamlMap.Entry entry) {
        return entry.key().place().line();
    }

    private void block(String name, YamlMap.Entry entry, int end, List<String> text) {
        List<String> own = new ArrayList<>(lines.subList(line(entry) - 1, end - 1));
        switch (entry.key().value()) {
            case "profile" -> text.add("profile: " + name);
            case "groups" -> {
                text.add(NO_GROUPS);
                text.addAll(trailing(own));
            }
            case "plugins" -> {
                comment(entry.key().place(), doc("plugins"), text);
                plugins(entry, own, text);
            }
            default -> {
                comment(entry.key().place(), doc(entry.key().value()), text);
                text.addAll(own);
            }
        }
    }

    /** Blank lines and comments at the end of a block are about the next one. */
    private static List<String> trailing(List<String> block) {
        int from = block.size();
        while (from > 1 && (block.get(from - 1).isBlank() || block.get(from - 1).startsWith("#"))) {
            from--;
        }
        return block.subList(from, block.size());
    }

    private void plugins(YamlMap.Entry entry, List<String> own, List<String> text) {
        Map<Integer, YamlMap.Entry> begins = new HashMap<>();
        if (entry.value() instanceof YamlMap map) {
            map.entries().stream().filter(plugin -> line(plugin) > line(entry))
                    .forEach(plugin -> begins.put(line(plugin), plugin));
        }
        for (int at = 0; at < own.size(); at++) {
            YamlMap.Entry plugin = begins.get(line(entry) + at);
            if (plugin != null) {
                comment(plugin.key().place(), settings(plugin.key().value()), text);
            }
            text.add(own.get(at));
        }
    }

    /** What a block is for, unless its writer has said something there. */
    private void comment(Place place, Words words, List<String> text) {
        boolean said = lines.get(place.line() - 1).contains(" #")
                || (place.line() > 1 && lines.get(place.line() - 2).strip().startsWith("#"));
        if (!words.isEmpty() && !said) {
            text.add(" ".repeat(place.column() - 1) + "# " + words.zh() + " / " + words.en());
        }
    }

    private static Words doc(String field) {
        return RecordShape.of(ProfileSettings.class).field(field).flatMap(RecordShape.Field::doc).orElse(Words.NONE);
    }

    private Words settings(String plugin) {
        return Optional.ofNullable(plugins.get(plugin)).map(known -> known.settingsType().getAnnotation(Doc.class))
                .map(doc -> new Words(doc.zh(), doc.en())).orElse(Words.NONE);
    }
}
