package io.qunbot.profile;

import io.qunbot.plugin.Plugin;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.YamlMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Plugins that are written beside {@code plugins:}: they count as the first of them, since their order is nobody's matter. */
final class Beside {

    private static final String PLUGINS = "plugins";

    private final Map<String, Plugin<?>> plugins;

    Beside(Map<String, Plugin<?>> plugins) {
        this.plugins = plugins;
    }

    /** The same with all plugins in one place; one that is written twice stays where it should not be. */
    YamlMap gathered(YamlMap tree) {
        Optional<YamlMap.Entry> within = tree.entry(PLUGINS);
        List<YamlMap.Entry> beside = tree.entries().stream()
                .filter(entry -> isBeside(entry.key().value()) && !isIn(within, entry.key().value())).toList();
        if (beside.isEmpty() || within.filter(entry -> !(entry.value() instanceof YamlMap)).isPresent()) {
            return tree;
        }
        Place place = within.map(entry -> entry.value().place()).orElseGet(() -> beside.getFirst().key().place());
        Located<String> key = within.map(YamlMap.Entry::key).orElseGet(() -> new Located<>(PLUGINS, place));
        YamlMap all = new YamlMap(Stream.concat(beside.stream(), entries(within)).toList(), place);
        return new YamlMap(Stream.concat(tree.entries().stream()
                .filter(entry -> !beside.contains(entry) && !entry.key().value().equals(PLUGINS)),
                Stream.of(new YamlMap.Entry(key, all))).toList(), tree.place());
    }

    private boolean isBeside(String name) {
        Plugin<?> plugin = plugins.get(name);
        return plugin != null && plugin.standsBeside();
    }

    private static boolean isIn(Optional<YamlMap.Entry> within, String name) {
        return entries(within).anyMatch(entry -> entry.key().value().equals(name));
    }

    private static Stream<YamlMap.Entry> entries(Optional<YamlMap.Entry> within) {
        return within.map(YamlMap.Entry::value).filter(YamlMap.class::isInstance).map(YamlMap.class::cast).stream()
                .flatMap(map -> map.entries().stream());
    }
}
