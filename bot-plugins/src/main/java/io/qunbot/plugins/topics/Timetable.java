package io.qunbot.plugins.topics;

import io.qunbot.calendar.Slots;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Hours;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Recurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When a topic's steps are due in a group. */
final class Timetable {

    private static final LocalTime NOON = LocalTime.NOON;

    private final Topic topic;
    private final At at;
    private final PluginServices services;
    private final ZoneId zone;
    private final Optional<Slots> everywhere;

    Timetable(Topic topic, PluginServices services) {
        this.topic = topic;
        this.at = topic.at().value();
        this.services = services;
        this.zone = services.zone();
        this.everywhere = everywhere().map(this::bounded);
    }

    Topic topic() {
        return topic;
    }

    /** The times that are the same in every group, if it goes by the calendar alone. */
    private Optional<Slots> everywhere() {
        return at.cron().map(cron -> cron.value().slots(zone))
                .or(() -> at.date().map(date -> Slots.once(date.atTime(time()), zone)))
                .or(() -> at.every().map(every -> Slots.daily(
                        every.value().days(services.holidays(), at.from()), time(), zone)));
    }

    private LocalTime time() {
        return at.time().orElse(NOON);
    }

    private Slots bounded(Slots slots) {
        if (at.from().isEmpty() && at.until().isEmpty()) {
            return slots;
        }
        Instant first = at.from().map(day -> Slots.at(day.atStartOfDay(), zone).minusMillis(1)).orElse(Instant.MIN);
        Instant last = at.until().map(day -> Slots.at(day.plusDays(1).atStartOfDay(), zone)).orElse(Instant.MAX);
        return new Slots() {
            @Override
            public Optional<Instant> next(Instant after) {
                return slots.next(after.isBefore(first) ? first : after).filter(moment -> moment.isBefore(last));
            }

            @Override
            public Instant resume(Instant used) {
                return slots.resume(used);
            }
        };
    }

    Recurrence recurrence(Step step, Facts facts, ChatContext chat) {
        Slots main = everywhere.orElseGet(() -> bounded(own(facts)));
        Slots slots = main.shifted(step.offset(), zone).shifted(spread(chat), zone);
        return new Recurrence(topic.name(), step.key(), topic.kind().map(kind -> kind.value().name()).orElse(""), slots,
                at.late().orElse(Lateness.USUAL).late());
    }

    /** Times that are a group's own. */
    private Slots own(Facts facts) {
        if (at.idle().isPresent()) {
            return idle(at.idle().get(), facts);
        }
        Optional<LocalDate> day = at.dateOf().isPresent()
                ? dateOf(at.dateOf().get().value(), facts).map(date -> date.minusDays(days(at.before())))
                : since(facts).map(start -> start.plusDays(at.day().orElse(0)));
        return day.map(date -> Slots.once(date.atTime(time()), zone)).orElse(Slots.NEVER);
    }

    private static long days(Optional<Duration> before) {
        return before.map(Duration::toDays).orElse(0L);
    }

    private Optional<LocalDate> dateOf(String name, Facts facts) {
        return facts.date(name).or(() -> Optional.ofNullable(services.vars().get(name)).flatMap(Facts::read));
    }

    private Optional<LocalDate> since(Facts facts) {
        Optional<Instant> start = at.since().filter(since -> since == At.Since.CREATED).isPresent()
                ? facts.created()
                : facts.joined();
        return start.map(moment -> moment.atZone(zone).toLocalDate());
    }

    /** Once it has been silent for long enough, at the next hour at which it may be said. */
    private Slots idle(Duration silence, Facts facts) {
        Optional<Instant> due = facts.lastTalk().map(last -> Facts.silent(last, silence))
                .map(moment -> Hours.next(at.between(), moment, zone).orElse(moment))
                .map(moment -> services.quietUntil(moment).orElse(moment));
        return after -> due.filter(moment -> moment.isAfter(after));
    }

    private Duration spread(ChatContext chat) {
        return at.window().map(Duration::toSeconds).filter(seconds -> seconds > 0).map(seconds -> Duration.ofSeconds(
                Math.floorMod((chat.group().chat().id().value() + topic.name()).hashCode() * 0x9E3779B9L, seconds)))
                .orElse(Duration.ZERO);
    }

    /** The topic's own time, to which a step belongs. */
    Instant occurrence(Step step, Instant stepTime, ChatContext chat) {
        return Slots.shift(stepTime.minus(spread(chat)), step.offset().negated(), zone);
    }

    /** Why nothing is said on a day; empty when something may be. */
    Optional<String> holiday(Instant occurrence) {
        LocalDate day = occurrence.atZone(zone).toLocalDate();
        if (at.only().isPresent() && !services.holidays().isWorkday(day)) {
            return Optional.of(services.holidays().nameOf(day).orElse("休息日"));
        }
        return at.skip().flatMap(_ -> services.holidays().nameOf(day));
    }

    /** Some of the next times of a step that are the same in every group. */
    List<LocalDateTime> preview(Step step, Instant now, int most) {
        List<LocalDateTime> times = new ArrayList<>();
        Slots slots = everywhere.orElse(Slots.NEVER).shifted(step.offset(), zone);
        Optional<Instant> next = slots.next(now);
        while (next.isPresent() && times.size() < most) {
            times.add(next.get().atZone(zone).toLocalDateTime());
            next = slots.next(next.get());
        }
        return times;
    }
}
