package io.qunbot.bot.plan;

import io.qunbot.dispatch.Replay;
import java.time.LocalTime;
import java.util.Map;
import java.util.TreeMap;

/** How often colleagues are told something at night. */
final class Nights {

    private static final LocalTime EVENING = LocalTime.of(22, 0);
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final Map<Told, Integer> counts = new TreeMap<>();

    /** Who was told about which conversation. */
    record Told(String who, String group) implements Comparable<Told> {

        @Override
        public int compareTo(Told other) {
            int by = who.compareTo(other.who);
            return by == 0 ? group.compareTo(other.group) : by;
        }
    }

    void add(Replay.Uttered words) {
        LocalTime time = words.at().atZone(words.profile().services().zone()).toLocalTime();
        if (!time.isBefore(EVENING) || time.isBefore(MORNING)) {
            counts.merge(new Told(words.who(), words.chat().id().value()), 1, Integer::sum);
        }
    }

    int of(Told told) {
        return counts.getOrDefault(told, 0);
    }

    Map<Told, Integer> counts() {
        return counts;
    }
}
