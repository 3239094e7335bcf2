package io.qunbot.profile;

import io.qunbot.calendar.HolidayFiles;
import io.qunbot.people.TagFiles;
import io.qunbot.rota.RotaFiles;
import io.qunbot.yaml.Companions;
import io.qunbot.yaml.YamlList;
import io.qunbot.yaml.YamlMap;
import io.qunbot.yaml.YamlNode;
import io.qunbot.yaml.YamlScalar;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tells whether a profile says the same as in another book: by all that it is made of, and not by where that stands,
 * how it is commented or whose groups it is for.
 */
final class Print {

    private final SortedMap<String, byte[]> files;
    private final SortedMap<String, byte[]> shared = new TreeMap<>();

    /** @param files all of a book */
    Print(SortedMap<String, byte[]> files) {
        this.files = files;
        files.forEach((file, bytes) -> {
            if (RotaFiles.isRota(file) || HolidayFiles.isYear(file) || file.equals(TagFiles.FILE)) {
                shared.put(file, bytes);
            }
        });
    }

    /** A short hash of a profile with everything that it inherits and names, and of what all profiles share. */
    String of(YamlMap tree, Companions companions) {
        YamlMap own = Family.without(tree, "groups");
        StringBuilder text = new StringBuilder();
        write(own, text);
        SortedMap<String, byte[]> parts = new TreeMap<>(shared);
        Makeup.of(List.of(), own, companions, List.of()).files().forEach(file -> {
            byte[] bytes = files.get(file);
            if (bytes != null) {
                parts.put(file, bytes);
            }
        });
        parts.put("", text.toString().getBytes(StandardCharsets.UTF_8));
        return BookReader.version(parts);
    }

    /** Every text with its length before it, so that no two trees read the same. */
    private static void write(YamlNode node, StringBuilder text) {
        switch (node) {
            case YamlMap map -> {
                text.append('{').append(map.entries().size());
                map.entries().forEach(entry -> {
                    write(entry.key().value(), text);
                    write(entry.value(), text);
                });
            }
            case YamlList list -> {
                text.append('[').append(list.items().size());
                list.items().forEach(item -> write(item, text));
            }
            case YamlScalar scalar -> write(scalar.text(), text.append(scalar.quoted() ? '"' : '\''));
        }
    }

    private static void write(String words, StringBuilder text) {
        text.append(words.length()).append(':').append(words);
    }
}
