package io.qunbot.profile;

import io.qunbot.yaml.Place;
import io.qunbot.yaml.Source;
import io.qunbot.yaml.YamlList;
import io.qunbot.yaml.YamlMap;
import io.qunbot.yaml.YamlNode;
import io.qunbot.yaml.YamlScalar;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds where a value of a tree is written. No record: profiles are compared for every new conversation, and
 * to compare whole trees would take long.
 */
final class Whereabouts {

    /** Nothing is written anywhere. */
    static final Whereabouts NOWHERE = new Whereabouts(
            new YamlMap(List.of(), new Place(new Source("", ""), 1, 1, 1)));

    private final YamlMap tree;
    private final IdentityHashMap<YamlList, Map<String, YamlNode>> lists = new IdentityHashMap<>();

    Whereabouts(YamlMap tree) {
        this.tree = tree;
    }

    /** @param path fields, and ids of items */
    Optional<Place> of(String... path) {
        return of(tree, path);
    }

    private Optional<Place> of(YamlNode tree, String... path) {
        if (path.length == 0) {
            return Optional.of(tree.place());
        }
        String[] rest = Arrays.copyOfRange(path, 1, path.length);
        return switch (tree) {
            case YamlMap map -> map.entry(path[0])
                    .flatMap(entry -> rest.length == 0 ? Optional.of(entry.key().place()) : of(entry.value(), rest));
            case YamlList list -> Optional.ofNullable(items(list).get(path[0])).flatMap(item -> of(item, rest));
            case YamlScalar _ -> Optional.empty();
        };
    }

    /** The items of a list by their ids; made once, for a list may have a hundred thousand. */
    private Map<String, YamlNode> items(YamlList list) {
        synchronized (lists) {
            return lists.computeIfAbsent(list, Whereabouts::byId);
        }
    }

    private static Map<String, YamlNode> byId(YamlList list) {
        Map<String, YamlNode> items = new HashMap<>();
        for (YamlNode item : list.items()) {
            if (item instanceof YamlMap map && map.get("id").orElse(null) instanceof YamlScalar id) {
                items.putIfAbsent(id.text(), item);
            }
        }
        return items;
    }
}
