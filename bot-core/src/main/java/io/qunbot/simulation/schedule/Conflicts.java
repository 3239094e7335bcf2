package io.qunbot.simulation.schedule;

import io.qunbot.yaml.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what is said in the same conversation at about the same time. */
final class Conflicts {

    private Conflicts() {}

    /** The same slots in the order of their time, those that are too near to their neighbours marked. */
    static List<Slot> marked(List<Slot> slots) {
        List<Slot> sorted = new ArrayList<>(slots);
        sorted.sort(Comparator.comparing(Slot::time).thenComparing(slot -> slot.chat().id().value())
                .thenComparing(Slot::plugin).thenComparing(Slot::id).thenComparing(Slot::step));
        Map<String, Integer> last = new HashMap<>();
        for (int at = 0; at < sorted.size(); at++) {
            if (sorted.get(at).isHeard()) {
                Integer before = last.put(sorted.get(at).chat().id().value(), at);
                if (before != null && isClose(sorted.get(before), sorted.get(at))) {
                    Slot other = sorted.get(before);
                    sorted.set(before, other.against(beside(sorted.get(at))));
                    sorted.set(at, sorted.get(at).against(beside(other)));
                }
            }
        }
        return List.copyOf(sorted);
    }

    private static boolean isClose(Slot one, Slot other) {
        return Duration.between(one.time(), other.time()).compareTo(Slot.CLOSE) < 0;
    }

    private static Words beside(Slot other) {
        String name = other.plugin() + "/" + other.id() + (other.step().isEmpty() ? "" : "/" + other.step());
        return new Words("和 " + name + " 挨得太近", "too close to " + name);
    }
}
