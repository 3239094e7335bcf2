package io.qunbot.yaml;

import java.util.List;
import java.util.Optional;

/** Fields in the order in which they were written; no key appears twice. */
public record YamlMap(List<Entry> entries, Place place) implements YamlNode {

    /** One field. */
    public record Entry(Located<String> key, YamlNode value) {}

    public YamlMap {
        entries = List.copyOf(entries);
    }

    public Optional<Entry> entry(String key) {
        return entries.stream().filter(entry -> entry.key().value().equals(key)).findFirst();
    }

    public Optional<YamlNode> get(String key) {
        return entry(key).map(Entry::value);
    }
}
