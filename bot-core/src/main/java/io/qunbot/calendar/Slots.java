package io.qunbot.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Moments that follow each other, a pure function: the same answers at every call.
 *
 * <p>Those that are written in local time happen once each: a time that a clock change leaves out is meant an hour
 * later, one that it repeats is meant the first time.
 */
@FunctionalInterface
public interface Slots {

    /** Days are looked for as far ahead as a 29 February can be. */
    int DAYS = 366 * 8;

    Slots NEVER = _ -> Optional.empty();

    /** The first moment after another; empty when there is none any more. */
    Optional<Instant> next(Instant after);

    /**
     * From when on moments count again after one that was used, when the rules have changed meanwhile: what happens
     * once a day does not happen twice on the day on which its hour is moved.
     */
    default Instant resume(Instant used) {
        return used;
    }

    /** A single moment. */
    static Slots once(LocalDateTime local, ZoneId zone) {
        Instant only = at(local, zone);
        return daily(zone, after -> after.isBefore(only) ? Optional.of(only) : Optional.empty());
    }

    /** A time of certain days. */
    static Slots daily(Predicate<LocalDate> days, LocalTime time, ZoneId zone) {
        return daily(zone, after -> {
            LocalDate first = after.atZone(zone).toLocalDate();
            return first.datesUntil(first.plusDays(DAYS)).filter(days).map(day -> at(day.atTime(time), zone))
                    .filter(moment -> moment.isAfter(after)).findFirst();
        });
    }

    /** These moments, of which only one counts on a day. */
    private static Slots daily(ZoneId zone, Slots slots) {
        return new Slots() {
            @Override
            public Optional<Instant> next(Instant after) {
                return slots.next(after);
            }

            @Override
            public Instant resume(Instant used) {
                return at(used.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(), zone).minusMillis(1);
            }
        };
    }

    /** The same moments, each so much later; days go by the calendar, so that an hour stays what it is. */
    default Slots shifted(Duration by, ZoneId zone) {
        Slots base = this;
        return by.isZero() ? this : new Slots() {
            @Override
            public Optional<Instant> next(Instant after) {
                Instant from = Slots.shift(after, by.negated(), zone).minus(Duration.ofDays(1));
                Optional<Instant> moment = base.next(from);
                while (moment.isPresent() && !Slots.shift(moment.get(), by, zone).isAfter(after)) {
                    moment = base.next(moment.get());
                }
                return moment.map(each -> Slots.shift(each, by, zone));
            }

            @Override
            public Instant resume(Instant used) {
                return Slots.shift(base.resume(Slots.shift(used, by.negated(), zone)), by, zone);
            }
        };
    }

    /** A moment so much later, whole days by the calendar. */
    static Instant shift(Instant moment, Duration by, ZoneId zone) {
        LocalDateTime local = moment.atZone(zone).toLocalDateTime().plusDays(by.toDays());
        Instant day = by.toDays() == 0 ? moment : at(local, zone);
        return day.plus(by.minusDays(by.toDays()));
    }

    /** A local time as it is meant. */
    static Instant at(LocalDateTime local, ZoneId zone) {
        return ZonedDateTime.of(local, zone).withEarlierOffsetAtOverlap().toInstant();
    }
}
