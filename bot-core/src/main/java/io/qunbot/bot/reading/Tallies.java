package io.qunbot.bot.reading;

import io.qunbot.bot.reading.ArchiveStats.Count;
import io.qunbot.bot.reading.ArchiveStats.Day;
import io.qunbot.bot.search.ArchiveSearch;
import io.qunbot.search.ArchiveIndex;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Counts as it goes. */
final class Tallies implements ArchiveIndex.Tally {

    private static final String BOT = "bot";
    private static final Comparator<Count> MOST_FIRST = Comparator.comparingLong(Count::messages).reversed()
            .thenComparing(Count::name);

    private final ZoneId zone;
    private final Map<Integer, TreeMap<LocalDate, long[]>> days = new TreeMap<>();
    private final Map<String, long[]> types = new HashMap<>();
    private final Map<String, long[]> who = new HashMap<>();
    private final Map<Long, LocalDate> hours = new HashMap<>();

    Tallies(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public void take(int lane, long at, String from, String type) {
        long[] day = days.computeIfAbsent(lane, _ -> new TreeMap<>()).computeIfAbsent(day(at), _ -> new long[2]);
        day[0]++;
        day[1] += from.equals(BOT) ? 1 : 0;
        types.computeIfAbsent(type, _ -> new long[1])[0]++;
        who.computeIfAbsent(from, _ -> new long[1])[0]++;
    }

    /** No zone changes its day within a quarter of an hour. */
    private LocalDate day(long at) {
        long quarter = Math.floorDiv(at, 900_000L);
        return hours.computeIfAbsent(quarter, each -> Instant.ofEpochMilli(each * 900_000L).atZone(zone).toLocalDate());
    }

    long messages() {
        return who.values().stream().mapToLong(count -> count[0]).sum();
    }

    long bot() {
        return who.getOrDefault(BOT, new long[1])[0];
    }

    long people() {
        return who.keySet().stream().filter(each -> !each.equals(BOT)).count();
    }

    List<Count> types() {
        return counts(types, Integer.MAX_VALUE);
    }

    List<Count> who(int most) {
        return counts(who, most);
    }

    private static List<Count> counts(Map<String, long[]> counted, int most) {
        return counted.entrySet().stream().map(each -> new Count(each.getKey(), each.getValue()[0])).sorted(MOST_FIRST)
                .limit(most).toList();
    }

    /** Group by group, each day in which something was said. */
    List<Day> days(IntFunction<ArchiveSearch.Conversation> conversations) {
        return days.entrySet().stream().flatMap(lane -> {
            ArchiveSearch.Conversation group = conversations.apply(lane.getKey());
            return lane.getValue().entrySet().stream().map(day -> new Day(group.id(), group.name(),
                    day.getKey().toString(), day.getValue()[0], day.getValue()[1]));
        }).toList();
    }
}
