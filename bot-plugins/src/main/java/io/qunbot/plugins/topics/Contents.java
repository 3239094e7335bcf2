package io.qunbot.plugins.topics;

import io.qunbot.plugin.Memory;
import io.qunbot.plugin.Rate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Which of a topic's contents a time of it uses: all its steps the same one, and none twice before all were used.
 * Contents go by what they say, so that the list may be edited at any time.
 */
final class Contents {

    /** A time is over long before so many others came after it. */
    private static final int MOST_USES = 8;

    /** What a time of the topic uses; {@code barred} when nothing is said at that time at all. */
    record Use(long occurrence, int content, boolean barred) {}

    record Progress(List<Use> uses, List<Integer> used) {

        static final Progress NONE = new Progress(List.of(), List.of());
    }

    private final Topic topic;
    private final Memory memory;

    Contents(Topic topic, Memory memory) {
        this.topic = topic;
        this.memory = memory;
    }

    private String key() {
        return "topic." + topic.name();
    }

    private Progress progress() {
        return memory.get(key(), Progress.class).orElse(Progress.NONE);
    }

    /** What was decided about a time by an earlier step. */
    Optional<Use> use(Instant occurrence) {
        return progress().uses().stream().filter(use -> use.occurrence() == occurrence.toEpochMilli()).findFirst();
    }

    /** The content of a use; empty for a topic without contents, and when it is in the list no more. */
    Optional<Map<String, String>> content(Use use) {
        return topic.each().stream().filter(content -> content.hashCode() == use.content()).findFirst();
    }

    /** Nothing is said at this time. */
    void bar(Instant occurrence) {
        remember(new Use(occurrence.toEpochMilli(), 0, true), progress().used());
    }

    /** Takes the next content for a time; empty when there is none left. */
    Optional<Use> take(Instant occurrence) {
        List<Integer> left = left();
        boolean again = left.isEmpty() && !topic.each().isEmpty()
                && topic.end().filter(end -> end.then() == End.Then.REPEAT).isPresent();
        if (again) {
            left = hashes();
        }
        if (left.isEmpty() && !topic.each().isEmpty()) {
            return Optional.empty();
        }
        List<Integer> used = new ArrayList<>(again ? List.of() : progress().used());
        used.retainAll(hashes());
        int content = left.isEmpty() ? 0 : left.get(chosen(left.size(), occurrence));
        if (!left.isEmpty()) {
            used.add(content);
        }
        Use use = new Use(occurrence.toEpochMilli(), content, false);
        remember(use, used);
        return Optional.of(use);
    }

    /** Whether it was said as often as it may be. */
    boolean isTooOften(Rate limit, Instant now) {
        long since = now.minus(limit.within()).toEpochMilli();
        return progress().uses().stream().filter(use -> !use.barred() && use.occurrence() > since).count() >= Math
                .min(limit.most(), MOST_USES);
    }

    /** How many contents are left. */
    int remaining() {
        return left().size();
    }

    private List<Integer> hashes() {
        return topic.each().stream().map(Map::hashCode).toList();
    }

    private List<Integer> left() {
        List<Integer> used = progress().used();
        return hashes().stream().filter(content -> !used.contains(content)).toList();
    }

    /** Whatever runs this turn again comes to the same choice. */
    private int chosen(int count, Instant occurrence) {
        return topic.order() == Order.IN_TURN
                ? 0
                : new SplittableRandom(occurrence.toEpochMilli() ^ topic.name().hashCode()).nextInt(count);
    }

    private void remember(Use use, List<Integer> used) {
        List<Use> uses = new ArrayList<>(progress().uses());
        uses.removeIf(other -> other.occurrence() == use.occurrence());
        uses.add(use);
        memory.put(key(), new Progress(List.copyOf(uses.subList(Math.max(0, uses.size() - MOST_USES), uses.size())),
                List.copyOf(used)));
    }
}
