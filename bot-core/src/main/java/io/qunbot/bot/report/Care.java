package io.qunbot.bot.report;

import io.qunbot.plugin.question.Happened;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * How questions were taken up.
 *
 * @param waits how long first answers took, in seconds of business time, in order of size
 * @param by how many questions each colleague answered
 */
public record Care(long asked, long late, long unresolved, long withdrawn, List<Long> waits, Map<String, Long> by) {

    public static final Care NONE = new Care(0, 0, 0, 0, List.of(), Map.of());

    public Care {
        waits = waits.stream().sorted().toList();
        by = new TreeMap<>(by);
    }

    /** One more thing that happened. */
    public record Event(Happened what, String subject, long seconds) {}

    public static Care of(Collection<Event> events) {
        List<Long> waits = new ArrayList<>();
        Map<String, Long> by = new TreeMap<>();
        events.stream().filter(each -> each.what() == Happened.ANSWERED).forEach(each -> {
            waits.add(each.seconds());
            by.merge(each.subject(), 1L, Long::sum);
        });
        return new Care(count(events, Happened.ASKED), count(events, Happened.LATE),
                count(events, Happened.UNRESOLVED), count(events, Happened.WITHDRAWN), waits, by);
    }

    private static long count(Collection<Event> events, Happened what) {
        return events.stream().filter(each -> each.what() == what).count();
    }

    /** All of several conversations. */
    public static Care sum(Collection<Care> all) {
        List<Long> waits = all.stream().flatMap(each -> each.waits().stream()).toList();
        Map<String, Long> by = new TreeMap<>();
        all.forEach(each -> each.by().forEach((who, times) -> by.merge(who, times, Long::sum)));
        return new Care(all.stream().mapToLong(Care::asked).sum(), all.stream().mapToLong(Care::late).sum(),
                all.stream().mapToLong(Care::unresolved).sum(), all.stream().mapToLong(Care::withdrawn).sum(), waits,
                by);
    }

    /**
     * The smallest time in which so many were answered.
     *
     * @param part from 0 to 1
     * @return in seconds; empty when none was
     */
    public OptionalLong within(double part) {
        return waits.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(waits.get(Math.max(0, (int) Math.ceil(part * waits.size()) - 1)));
    }
}
