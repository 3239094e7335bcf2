package io.qunbot.plugins.rollcall;

import io.qunbot.calendar.Moment;
import io.qunbot.calendar.Slots;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Memory;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Recurrence;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** On which days a roll-call counts, and what is due on them. */
final class Period {

    static final String CLOSE = "close";
    static final String REPORT = "report";
    static final String MISSING = "missing";

    private static final String JOINED = "joined";
    private static final Recurrence.Late FOR_COLLEAGUES = new Recurrence.Late(Duration.ofHours(6), true);
    private static final int LOOKED_AT = 20;

    private final Rollcall rollcall;
    private final ZoneId zone;
    private final PluginServices services;

    /** The day on which the first customer joined, in the profile's zone. */
    record Joined(LocalDate day) {}

    /** The days that count, both ends included. */
    record Span(LocalDate first, LocalDate last) {

        private static final Span ALWAYS = new Span(LocalDate.MIN, LocalDate.MAX);

        boolean includes(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    Period(Rollcall rollcall, PluginServices services) {
        this.rollcall = rollcall;
        this.services = services;
        this.zone = services.zone();
    }

    /** Only the first joining counts. */
    static void joined(Instant at, ZoneId zone, Memory memory) {
        if (memory.get(JOINED, Joined.class).isEmpty()) {
            memory.put(JOINED, new Joined(at.atZone(zone).toLocalDate()));
        }
    }

    /** The days; a group of which nobody knows when it began has all of them. */
    Span span(Memory memory) {
        Optional<Rollcall.Days> days = rollcall.days().map(Located::value);
        if (days.isEmpty()) {
            return Span.ALWAYS;
        }
        if (days.get().since().isPresent()) {
            long length = days.get().duration().map(Duration::toDays).orElse((long) Integer.MAX_VALUE);
            return memory.get(JOINED, Joined.class).map(Joined::day)
                    .map(day -> new Span(day, day.plusDays(length))).orElse(Span.ALWAYS);
        }
        return new Span(days.get().from().orElse(LocalDate.MIN), days.get().until().orElse(LocalDate.MAX));
    }

    /** The day to which a moment belongs; empty when nothing counts then. */
    Optional<LocalDate> day(Instant at, Memory memory) {
        LocalDateTime local = at.atZone(zone).toLocalDateTime();
        if (rollcall.window().filter(hours -> !hours.include(local)).isPresent()) {
            return Optional.empty();
        }
        LocalDate day = rollcall.window().map(hours -> hours.dayOf(local)).orElse(local.toLocalDate());
        return Optional.of(day).filter(span(memory)::includes);
    }

    /** The day that is looked back at. */
    LocalDate lookedBack(Instant at) {
        LocalDateTime local = at.atZone(zone).toLocalDateTime();
        return rollcall.window().map(hours -> hours.dayOf(local)).orElse(local.toLocalDate());
    }

    /** Of what is due, that which may come to something: a group in which nobody ever reported is not looked at daily. */
    List<Recurrence> rhythm(ChatContext chat) {
        boolean blank = new Marks(rollcall, chat).entries().isEmpty();
        boolean unasked = new People(chat.memory()).all().isEmpty();
        return rhythm(span(chat.memory())).stream().filter(each -> switch (each.step()) {
            case CLOSE -> !blank || rollcall.close().filter(close -> close.value().least() < 1).isPresent();
            case REPORT -> !blank;
            default -> !unasked;
        }).toList();
    }

    private List<Recurrence> rhythm(Span span) {
        List<Recurrence> all = new ArrayList<>();
        rollcall.close().ifPresent(close -> all.add(recurrence(CLOSE,
                Slots.daily(span::includes, close.value().at(), zone), Recurrence.Late.USUAL)));
        rollcall.report().ifPresent(report -> all.add(recurrence(REPORT, slots(report.value().at(), span),
                FOR_COLLEAGUES)));
        rollcall.missing().ifPresent(missing -> all.add(recurrence(MISSING, slots(missing.value().at(), span),
                FOR_COLLEAGUES)));
        return all;
    }

    private Recurrence recurrence(String step, Slots slots, Recurrence.Late late) {
        return new Recurrence(rollcall.name(), step, "", slots, late);
    }

    /** What is written for one date is meant for that date; what recurs ends the day after the last. */
    private Slots slots(Located<Moment> moment, Span span) {
        Slots slots = moment.value().slots(zone, services.holidays());
        if (moment.value().once().isPresent() || span.equals(Span.ALWAYS)) {
            return slots;
        }
        return new Slots() {
            @Override
            public Optional<Instant> next(Instant after) {
                LocalDate from = span.first().equals(LocalDate.MIN) ? LocalDate.EPOCH : span.first();
                Instant first = Slots.at(from.atStartOfDay(), zone).minusMillis(1);
                return slots.next(after.isBefore(first) ? first : after)
                        .filter(next -> span.last().equals(LocalDate.MAX)
                                || !next.atZone(zone).toLocalDate().isAfter(span.last().plusDays(1)));
            }

            @Override
            public Instant resume(Instant used) {
                return slots.resume(used);
            }
        };
    }

    /** Some of the next times of a step that are the same in every group. */
    List<LocalDateTime> preview(String step, Instant now) {
        List<LocalDateTime> times = new ArrayList<>();
        Span span = rollcall.days().filter(days -> days.value().since().isEmpty())
                .map(days -> new Span(days.value().from().orElse(LocalDate.MIN),
                        days.value().until().orElse(LocalDate.MAX)))
                .orElse(Span.ALWAYS);
        Slots slots = rhythm(span).stream().filter(each -> each.step().equals(step)).findFirst()
                .map(Recurrence::slots).orElse(Slots.NEVER);
        Optional<Instant> next = slots.next(now);
        while (next.isPresent() && times.size() < LOOKED_AT) {
            times.add(next.get().atZone(zone).toLocalDateTime());
            next = slots.next(next.get());
        }
        return times;
    }
}
