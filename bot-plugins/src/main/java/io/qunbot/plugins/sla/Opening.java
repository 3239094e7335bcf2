package io.qunbot.plugins.sla;

import io.qunbot.calendar.Holidays;
import io.qunbot.calendar.Slots;
import io.qunbot.plugin.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Counts time only while the business is open. Immutable. */
final class Opening {

    /** Further ahead than any business is closed. */
    private static final int DAYS = 400;

    private final List<Hours> hours;
    private final ZoneId zone;
    private final Holidays holidays;
    private final boolean whole;

    private record Span(Instant from, Instant until) {}

    /** @param hours empty for always open */
    Opening(List<Hours> hours, ZoneId zone, Holidays holidays) {
        this(hours, zone, holidays, false);
    }

    private Opening(List<Hours> hours, ZoneId zone, Holidays holidays, boolean whole) {
        this.hours = List.copyOf(hours);
        this.zone = zone;
        this.holidays = holidays;
        this.whole = whole;
    }

    /** Never closed. */
    static Opening always(ZoneId zone) {
        return new Opening(List.of(), zone, Holidays.NONE);
    }

    /** The same days, around the clock. */
    Opening wholeDays() {
        return new Opening(hours, zone, holidays, true);
    }

    /** When so much time has passed; empty when it never will. */
    Optional<Instant> after(Instant from, Duration time) {
        if (hours.isEmpty()) {
            return Optional.of(from.plus(time));
        }
        Instant at = from;
        Duration left = time;
        for (Span span : (Iterable<Span>) spans(from)::iterator) {
            Instant begin = later(at, span.from());
            if (begin.isBefore(span.until())) {
                Duration open = Duration.between(begin, span.until());
                if (open.compareTo(left) >= 0) {
                    return Optional.of(begin.plus(left));
                }
                left = left.minus(open);
                at = span.until();
            }
        }
        return Optional.empty();
    }

    /** How much time passed. */
    Duration between(Instant from, Instant until) {
        if (hours.isEmpty() || !from.isBefore(until)) {
            return from.isBefore(until) ? Duration.between(from, until) : Duration.ZERO;
        }
        Instant at = from;
        Duration sum = Duration.ZERO;
        for (Span span : (Iterable<Span>) spans(from).takeWhile(each -> each.from().isBefore(until))::iterator) {
            Instant begin = later(at, span.from());
            Instant end = span.until().isBefore(until) ? span.until() : until;
            if (begin.isBefore(end)) {
                sum = sum.plus(Duration.between(begin, end));
                at = end;
            }
        }
        return sum;
    }

    private Stream<Span> spans(Instant from) {
        LocalDate first = from.atZone(zone).toLocalDate().minusDays(1);
        return first.datesUntil(first.plusDays(DAYS)).flatMap(this::spans);
    }

    /** When it is open on a day, earliest first; what goes on after midnight is of the day before. */
    private Stream<Span> spans(LocalDate day) {
        Stream<Hours> parts = hours.stream().filter(part -> isOn(part, day));
        return whole
                ? parts.limit(1)
                        .map(_ -> new Span(at(day, LocalTime.MIDNIGHT), at(day.plusDays(1), LocalTime.MIDNIGHT)))
                : parts.map(part -> span(part, day)).sorted(Comparator.comparing(Span::from));
    }

    private Span span(Hours part, LocalDate day) {
        LocalTime from = part.edges().getFirst();
        LocalTime until = part.edges().getLast();
        return new Span(at(day, from), at(from.isBefore(until) ? day : day.plusDays(1), until));
    }

    private Instant at(LocalDate day, LocalTime time) {
        return Slots.at(day.atTime(time), zone);
    }

    /** On a weekend that is worked the hours of Monday count. */
    private boolean isOn(Hours part, LocalDate day) {
        if (holidays.nameOf(day).isPresent()) {
            return false;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        boolean madeUp = weekend && holidays.isWorkday(day);
        return part.namesDays() ? part.isOn(madeUp ? DayOfWeek.MONDAY : day.getDayOfWeek()) : holidays.isWorkday(day);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
