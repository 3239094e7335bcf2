package io.qunbot.plugins.adopt;

import java.util.List;
import java.util.stream.Stream;

/** The groups that were dismissed, the newest last: of them nobody has to be reminded. */
record Gone(List<String> groups) {

    static final String KEY = "gone";
    static final Gone NONE = new Gone(List.of());

    /** Whatever is older is silent for so long that it is left out anyway. */
    private static final int MOST = 200;

    Gone {
        groups = List.copyOf(groups);
    }

    boolean has(String group) {
        return groups.contains(group);
    }

    Gone with(String group) {
        List<String> all = Stream.concat(without(group).groups().stream(), Stream.of(group)).toList();
        return new Gone(all.subList(Math.max(0, all.size() - MOST), all.size()));
    }

    Gone without(String group) {
        return new Gone(groups.stream().filter(other -> !other.equals(group)).toList());
    }
}
