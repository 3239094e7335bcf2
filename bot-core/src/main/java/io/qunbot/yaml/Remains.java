package io.qunbot.yaml;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is left of a tree when the parts with mistakes are taken out, so that one mistake does not hide
 * those that only a look at the whole can find. A list loses the whole item, since half a rule would only
 * lead to mistakes that nobody made.
 */
public final class Remains {

    private static final int TRIES = 4;

    private Remains() {}

    /** The record that the rest makes; empty when too little is left. Notes no problem. */
    public static <S extends Record> Optional<S> bind(YamlMap tree, Class<S> type, List<Problem> found,
            Companions companions) {
        YamlMap left = tree;
        List<Problem> wrong = found;
        for (int tries = 0; tries < TRIES && !wrong.isEmpty(); tries++) {
            left = without(left, places(wrong));
            Problems again = new Problems();
            Optional<S> bound = new Binder(again, companions).bind(left, type);
            if (bound.isPresent()) {
                return bound;
            }
            wrong = again.all();
        }
        return Optional.empty();
    }

    /** Whether any of the problems lies in a part of a tree. */
    public static boolean touches(List<Problem> found, YamlNode part) {
        return holds(part, places(found));
    }

    private static Set<Place> places(List<Problem> problems) {
        return problems.stream().map(Problem::place).collect(Collectors.toSet());
    }

    private static YamlMap without(YamlMap map, Set<Place> wrong) {
        return new YamlMap(map.entries().stream()
                .filter(entry -> !wrong.contains(entry.key().place()) && !wrong.contains(entry.value().place()))
                .map(entry -> new YamlMap.Entry(entry.key(), without(entry.value(), wrong))).toList(), map.place());
    }

    private static YamlNode without(YamlNode node, Set<Place> wrong) {
        return switch (node) {
            case YamlMap map -> without(map, wrong);
            case YamlList list -> new YamlList(list.items().stream().filter(item -> !holds(item, wrong)).toList(),
                    list.place());
            default -> node;
        };
    }

    private static boolean holds(YamlNode node, Set<Place> wrong) {
        return wrong.contains(node.place()) || switch (node) {
            case YamlMap map -> map.entries().stream()
                    .anyMatch(entry -> wrong.contains(entry.key().place()) || holds(entry.value(), wrong));
            case YamlList list -> list.items().stream().anyMatch(item -> holds(item, wrong));
            default -> false;
        };
    }
}
