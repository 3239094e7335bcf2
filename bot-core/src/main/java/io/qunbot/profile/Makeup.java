package io.qunbot.profile;

import io.qunbot.yaml.Companions;
import io.qunbot.yaml.YamlList;
import io.qunbot.yaml.YamlMap;
import io.qunbot.yaml.YamlNode;
import io.qunbot.yaml.YamlScalar;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a profile is made of.
 *
 * @param files its own, those it extends and those its plugins' settings name
 * @param rules whatever has an id in its plugins' settings, as {@code plugin/id}
 * @param rollout the groups in which a new version is tried first; empty when it is for all at once
 */
public record Makeup(SortedSet<String> files, SortedSet<String> rules, List<String> rollout) {

    public Makeup {
        files = Collections.unmodifiableSortedSet(new TreeSet<>(files));
        rules = Collections.unmodifiableSortedSet(new TreeSet<>(rules));
        rollout = List.copyOf(rollout);
    }

    /**
     * Looks through a profile.
     *
     * @param own the profile's file and those it extends
     * @param tree all that is written in them
     */
    static Makeup of(List<String> own, YamlMap tree, Companions companions, List<String> rollout) {
        Search search = new Search(companions);
        search.files.addAll(own);
        search.plugins(tree);
        tree.get("groups").ifPresent(search::groups);
        return new Makeup(search.files, search.rules, rollout);
    }

    /** Goes through all settings and whatever files they name. */
    private static final class Search {
        private final Companions companions;
        private final SortedSet<String> files = new TreeSet<>();
        private final SortedSet<String> rules = new TreeSet<>();

        Search(Companions companions) {
            this.companions = companions;
        }

        void plugins(YamlMap tree) {
            if (tree.get("plugins").orElse(null) instanceof YamlMap plugins) {
                plugins.entries().forEach(plugin -> gather(plugin.value(), plugin.key().value()));
            }
        }

        void groups(YamlNode groups) {
            if (groups instanceof YamlList list) {
                for (YamlNode group : list.items()) {
                    if (group instanceof YamlMap map && map.get("with").orElse(null) instanceof YamlMap with) {
                        plugins(with);
                    }
                }
            }
        }

        private void gather(YamlNode node, String plugin) {
            switch (node) {
                case YamlMap map -> map.entries().forEach(entry -> gather(entry.value(), plugin));
                case YamlList list -> list.items().forEach(item -> item(item, plugin));
                case YamlScalar scalar -> file(scalar.text(), plugin);
            }
        }

        private void item(YamlNode item, String plugin) {
            if (item instanceof YamlMap map && map.get("id").orElse(null) instanceof YamlScalar id) {
                rules.add(plugin + "/" + id.text());
            }
            gather(item, plugin);
        }

        private void file(String name, String plugin) {
            companions.named(name).ifPresent(file -> {
                if (files.add(file)) {
                    companions.treeOf(file).ifPresent(tree -> gather(tree, plugin));
                }
            });
        }
    }
}
