package io.qunbot.load;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * When the topics of the shipped profiles are due, and which of them are said, worked out day by day from their
 * sentences and the calendar alone: by nothing of what the bot goes by.
 */
final class Almanac {

    private final Instant from;
    private final Instant until;
    private final LocalDate first;
    private final LocalDate last;
    private final ZoneId zone;
    private final Set<LocalDate> off;

    /** A step's time. */
    record Due(String id, String step, Instant at, boolean said) implements Comparable<Due> {

        private static final Comparator<Due> ORDER = Comparator.comparing(Due::at).thenComparing(Due::id)
                .thenComparing(Due::step).thenComparing(Due::said);

        @Override
        public int compareTo(Due other) {
            return ORDER.compare(this, other);
        }
    }

    /** A step of a topic: days and minutes from the topic's own time. */
    private record Step(String key, int days, int minutes) {}

    /** @param off the holidays on which topics are skipped */
    Almanac(Instant from, Instant until, ZoneId zone, Set<LocalDate> off) {
        this.from = from;
        this.until = until;
        this.first = LocalDate.ofInstant(from, zone).minusDays(2);
        this.last = LocalDate.ofInstant(until, zone).plusDays(2);
        this.zone = zone;
        this.off = off;
    }

    Set<Due> of(String profile, LocalDate joined) {
        Set<Due> all = new TreeSet<>();
        switch (profile) {
            case "nurture" -> nurture(all);
            case "service" -> service(all);
            case "conversion" -> conversion(all, joined);
            default -> throw new IllegalArgumentException(profile);
        }
        return all;
    }

    private void nurture(Set<Due> all) {
        listed(all, "tuesday-method", day -> day.getDayOfWeek() == DayOfWeek.TUESDAY, LocalTime.of(14, 30), 6,
                List.of(new Step("", 0, 0), new Step("+1h", 0, 60)));
        listed(all, "thursday-talk", day -> day.getDayOfWeek() == DayOfWeek.THURSDAY, LocalTime.of(14, 30), 4,
                List.of(new Step("-1d", -1, 0), new Step("", 0, 0), new Step("+1h30m", 0, 90)));
        listed(all, "month-case", day -> day.equals(day.with(TemporalAdjusters.lastInMonth(DayOfWeek.FRIDAY))),
                LocalTime.of(15, 0), Integer.MAX_VALUE, List.of(new Step("", 0, 0)));
    }

    private void service(Set<Due> all) {
        listed(all, "weekly-class", day -> day.getDayOfWeek() == DayOfWeek.WEDNESDAY, LocalTime.of(15, 0), 4,
                List.of(new Step("-1d", -1, 0), new Step("", 0, 0), new Step("+1h30m", 0, 90)));
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (day.getDayOfMonth() == 5) {
                add(all, new Due("monthly", "", at(day, LocalTime.of(15, 30)), true));
            }
        }
    }

    private void conversion(Set<Due> all, LocalDate joined) {
        for (int day : new int[]{1, 2, 4}) {
            once(all, "day" + day, joined.plusDays(day), LocalTime.of(14, 30), "");
        }
        for (int day : new int[]{7, 11, 13}) {
            once(all, "day" + day, joined.plusDays(day), LocalTime.of(15, 0), "");
        }
        once(all, "day7", joined.plusDays(8), LocalTime.of(15, 0), "+1d");
    }

    private void once(Set<Due> all, String id, LocalDate day, LocalTime time, String step) {
        add(all, new Due(id, step, at(day, time), true));
    }

    /** Each time that is no holiday uses one of so many contents; when they are used up nothing is said. */
    private void listed(Set<Due> all, String id, Predicate<LocalDate> days, LocalTime time, int contents,
            List<Step> steps) {
        int used = 0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (days.test(day)) {
                boolean said = !off.contains(day) && used < contents;
                boolean any = false;
                for (Step step : steps) {
                    Instant due = at(day.plusDays(step.days()), time).plus(Duration.ofMinutes(step.minutes()));
                    any |= add(all, new Due(id, step.key(), due, said));
                }
                used += said && any ? 1 : 0;
            }
        }
    }

    private boolean add(Set<Due> all, Due due) {
        return due.at().isAfter(from) && due.at().isBefore(until) && all.add(due);
    }

    /** An hour that the clocks leave out is meant an hour later, one that they repeat the first time. */
    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    static Set<LocalDate> days(LocalDate from, int count) {
        Set<LocalDate> days = new TreeSet<>();
        IntStream.range(0, count).forEach(day -> days.add(from.plusDays(day)));
        return days;
    }
}
