package io.qunbot.plugin;

import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Mistake;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.Written;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A part of the day, on some days of the week: {@code 09:00-18:00}, {@code MON-FRI 09:00-18:00},
 * {@code 周六,周日 10:00-20:00}, {@code 每天 09:00-18:00}. The end is not included; one that comes before the start is of the next day.
 */
@Doc(zh = "一天里的一段时间,可以写明星期几", en = "a part of the day, on some days of the week")
@Written(pattern = "\\s*(.* )?[0-9]{1,2}[:：][0-9]{2}[-~至][0-9]{1,2}[:：][0-9]{2}\\s*", examples = {"09:00-18:00",
        "MON-FRI 09:00-18:00",
        "周六,周日 10:00-20:00"})
public final class Hours {

    private static final List<String> NAMES = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    private static final String CHINESE = "一二三四五六日";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
    private static final String MIDNIGHT = "24:00";
    /** As many parts of the day may follow each other; more than that is a week that never ends. */
    private static final int MOST_STEPS = 16;

    private final String typed;
    private final Set<DayOfWeek> days;
    private final LocalTime from;
    private final LocalTime until;

    private Hours(String typed, Set<DayOfWeek> days, LocalTime from, LocalTime until) {
        this.typed = typed;
        this.days = Set.copyOf(days);
        this.from = from;
        this.until = until;
    }

    public static Hours parse(String text) {
        try {
            String plain = text.strip().toUpperCase(Locale.ROOT).replace('\uff0c', ',').replace('、', ',')
                    .replace('至', '-').replace('~', '-').replace('\uff1a', ':');
            int space = plain.lastIndexOf(' ');
            String[] times = plain.substring(space + 1).split("-", -1);
            Set<DayOfWeek> days = space < 0 ? EnumSet.allOf(DayOfWeek.class) : days(plain.substring(0, space));
            if (times.length == 2) {
                return new Hours(text, days, time(times[0]), time(times[1]));
            }
        } catch (DateTimeException wrong) {
            // falls through to the one message for whatever is wrong
        }
        throw new Mistake(new Words("读不懂这段时间 “" + text + "”", "cannot make sense of the hours \"" + text + "\""),
                new Words("照这样写: \"09:00-18:00\" 或 \"MON-FRI 09:00-18:00\"",
                        "write them like this: \"09:00-18:00\" or \"MON-FRI 09:00-18:00\""));
    }

    /**
     * The day to which a moment of it belongs: what goes on after midnight is of the day before.
     */
    public LocalDate dayOf(LocalDateTime moment) {
        boolean night = !from.isBefore(until) && moment.toLocalTime().isBefore(until);
        return night ? moment.toLocalDate().minusDays(1) : moment.toLocalDate();
    }

    /** Whether it says on which days; one that does not is meant for every day, or for whatever days are usual. */
    public boolean namesDays() {
        return typed.strip().indexOf(' ') > 0;
    }

    /** Whether it is meant for a day of the week. */
    public boolean isOn(DayOfWeek day) {
        return days.contains(day);
    }

    /** When it begins and ends, on whichever day. */
    public List<LocalTime> edges() {
        return List.of(from, until);
    }

    /**
     * When the first of several parts of the day begins on a day; empty when there is none on it.
     */
    public static Optional<LocalTime> opening(List<Hours> parts, DayOfWeek day) {
        return parts.stream().filter(part -> part.days.contains(day)).map(part -> part.from)
                .min(Comparator.naturalOrder());
    }

    public boolean include(LocalDateTime moment) {
        LocalTime time = moment.toLocalTime();
        DayOfWeek day = moment.getDayOfWeek();
        boolean begun = !time.isBefore(from);
        boolean ended = !time.isBefore(until);
        if (from.isBefore(until)) {
            return days.contains(day) && begun && !ended;
        }
        return (days.contains(day) && begun) || (days.contains(day.minus(1)) && !ended);
    }

    /**
     * When the last of several parts of the day ends that follow each other without a gap.
     *
     * @return empty when the moment is in none of them
     */
    public static Optional<Instant> end(List<Hours> parts, Instant now, ZoneId zone) {
        Instant end = now;
        for (int step = 0; step < MOST_STEPS; step++) {
            LocalDateTime local = end.atZone(zone).toLocalDateTime();
            Optional<LocalDateTime> later = parts.stream().filter(part -> part.include(local))
                    .map(part -> part.endAfter(local)).max(Comparator.naturalOrder());
            if (later.isEmpty()) {
                break;
            }
            end = after(end, later.get(), zone);
        }
        return end.equals(now) ? Optional.empty() : Optional.of(end);
    }

    /**
     * When the next of several parts of the day begins.
     *
     * @return empty when the moment is in one of them, or there are none
     */
    public static Optional<Instant> next(List<Hours> parts, Instant now, ZoneId zone) {
        LocalDateTime local = now.atZone(zone).toLocalDateTime();
        if (parts.stream().anyMatch(part -> part.include(local))) {
            return Optional.empty();
        }
        return parts.stream().map(part -> part.beginAfter(local)).min(Comparator.naturalOrder())
                .map(begin -> after(now, begin, zone));
    }

    /** A local time that comes twice is the one that is still to come; one that is left out, the moment after the gap. */
    private static Instant after(Instant now, LocalDateTime local, ZoneId zone) {
        Instant first = ZonedDateTime.of(local, zone).withEarlierOffsetAtOverlap().toInstant();
        return first.isAfter(now) ? first : ZonedDateTime.of(local, zone).withLaterOffsetAtOverlap().toInstant();
    }

    private LocalDateTime endAfter(LocalDateTime moment) {
        boolean overnight = !from.isBefore(until);
        boolean begunToday = days.contains(moment.getDayOfWeek()) && !moment.toLocalTime().isBefore(from);
        return moment.toLocalDate().plusDays(overnight && begunToday ? 1 : 0).atTime(until);
    }

    private LocalDateTime beginAfter(LocalDateTime moment) {
        return Stream.iterate(moment.toLocalDate(), day -> day.plusDays(1)).limit(8)
                .filter(day -> days.contains(day.getDayOfWeek())).map(day -> day.atTime(from))
                .filter(begin -> begin.isAfter(moment)).findFirst().orElse(moment);
    }

    private static Set<DayOfWeek> days(String text) {
        if (text.strip().equals("每天")) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.replace(" ", "").split(",", -1)) {
            String[] ends = part.split("-", -1);
            DayOfWeek last = day(ends[ends.length - 1]);
            for (DayOfWeek day = day(ends[0]); day != last; day = day.plus(1)) {
                days.add(day);
            }
            days.add(last);
        }
        return days;
    }

    private static DayOfWeek day(String name) {
        String chinese = name.replace("周", "").replace("星期", "").replace('天', '日');
        int day = NAMES.indexOf(name) >= 0 ? NAMES.indexOf(name) : CHINESE.indexOf(chinese);
        if (day < 0 || chinese.isEmpty()) {
            throw new DateTimeException(name);
        }
        return DayOfWeek.of(day + 1);
    }

    /** The end of the day is its beginning, a day later. */
    private static LocalTime time(String text) {
        return text.equals(MIDNIGHT) ? LocalTime.MIDNIGHT : LocalTime.parse(text, TIME);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hours hours && hours.typed.equals(typed);
    }

    @Override
    public int hashCode() {
        return typed.hashCode();
    }

    /** As the operator wrote it. */
    @Override
    public String toString() {
        return typed;
    }
}
