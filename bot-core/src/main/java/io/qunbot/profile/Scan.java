package io.qunbot.profile;

import io.qunbot.yaml.Located;
import io.qunbot.yaml.YamlList;
import io.qunbot.yaml.YamlMap;
import io.qunbot.yaml.YamlNode;
import io.qunbot.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The plugins of a profile as they are written, for what is asked of all of them. */
record Scan(List<YamlMap.Entry> plugins) {

    Scan {
        plugins = List.copyOf(plugins);
    }

    static Scan of(YamlMap profile) {
        return new Scan(profile.get("plugins").orElse(null) instanceof YamlMap map
                ? map.entries().stream().filter(entry -> !Merge.isOff(entry.value())).toList()
                : List.of());
    }

    /** The settings of a plugin that is on; empty when it is not. */
    Optional<YamlMap> of(String plugin) {
        return plugins.stream().filter(entry -> entry.key().value().equals(plugin)).map(YamlMap.Entry::value)
                .map(node -> node instanceof YamlMap map ? map : new YamlMap(List.of(), node.place())).findFirst();
    }

    /** The settings of all plugins but one. */
    Stream<YamlNode> except(String plugin) {
        return plugins.stream().filter(entry -> !entry.key().value().equals(plugin)).map(YamlMap.Entry::value);
    }

    /** What stands under a name, however deep. */
    static Function<YamlNode, Stream<YamlNode>> fields(String name) {
        return node -> entries(node).filter(entry -> entry.key().value().equals(name)).map(YamlMap.Entry::value);
    }

    /** The fields of a node, and those of all that stands below. */
    static Stream<YamlMap.Entry> entries(YamlNode node) {
        return switch (node) {
            case YamlMap map -> map.entries().stream()
                    .flatMap(entry -> Stream.concat(Stream.of(entry), entries(entry.value())));
            case YamlList list -> list.items().stream().flatMap(Scan::entries);
            default -> Stream.empty();
        };
    }

    /** A text, or those of a list. */
    static Stream<Located<String>> texts(YamlNode node) {
        return switch (node) {
            case YamlScalar word when !word.isBlank() -> Stream.of(new Located<>(word.text(), word.place()));
            case YamlList list -> list.items().stream().filter(YamlScalar.class::isInstance).flatMap(Scan::texts);
            default -> Stream.empty();
        };
    }

    /** Every text, however deep. */
    static Stream<Located<String>> all(YamlNode node) {
        return switch (node) {
            case YamlMap map -> map.entries().stream().map(YamlMap.Entry::value).flatMap(Scan::all);
            case YamlList list -> list.items().stream().flatMap(Scan::all);
            default -> texts(node);
        };
    }
}
