package io.qunbot.plugins.signup;

import io.qunbot.calendar.Slots;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Recurrence;
import io.qunbot.yaml.Durations;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** When a sign-up takes place, and what is due around it. */
final class Dates {

    static final String ANNOUNCE = "announce";
    static final String REMIND = "remind-";
    static final String CODE = "checkin";
    static final String LIST = "list";
    static final String DIGEST = "digest";

    /** A reminder is late sooner than what colleagues read. */
    private static final Recurrence.Late FOR_COLLEAGUES = new Recurrence.Late(Duration.ofHours(6), true);
    private static final int LOOKED_AT = 20;

    private final Signup signup;
    private final ZoneId zone;
    private final Optional<Slots> date;
    private final PluginServices services;

    Dates(Signup signup, PluginServices services) {
        this.signup = signup;
        this.services = services;
        this.zone = services.zone();
        this.date = signup.date().map(when -> when.value().slots(zone, services.holidays()));
    }

    LocalDate today(Instant now) {
        return now.atZone(zone).toLocalDate();
    }

    /** For so long after the beginning people still belong to it. */
    Duration grace() {
        Duration checkin = signup.checkin().map(it -> it.value().until()).orElse(Duration.ZERO);
        Duration digest = signup.digest().map(it -> it.value().after().plusHours(1)).orElse(Duration.ZERO);
        return checkin.compareTo(digest) > 0 ? checkin : digest;
    }

    /** The beginning of what people sign up for now; empty when it has no date, or none is left. */
    Optional<Instant> occasion(Instant now) {
        return date.flatMap(slots -> slots.next(now.minus(grace())));
    }

    /** Whether one may sign up. */
    boolean isOpen(Instant at) {
        LocalDateTime local = at.atZone(zone).toLocalDateTime();
        boolean begun = signup.open().flatMap(open -> open.value().from()).filter(local::isBefore).isEmpty();
        boolean going = signup.open().flatMap(open -> open.value().until()).filter(end -> !local.isBefore(end))
                .isEmpty();
        return begun && going && (date.isEmpty() || occasion(at).isPresent());
    }

    List<Recurrence> rhythm() {
        List<Recurrence> all = new ArrayList<>();
        signup.announce().ifPresent(announce -> all.add(recurrence(ANNOUNCE, slots(announce.value()),
                Recurrence.Late.USUAL)));
        signup.remind().forEach(remind -> all.add(recurrence(key(remind.value()), slots(remind.value()),
                Recurrence.Late.USUAL)));
        signup.checkin().map(Located::value).filter(Signup.Checkin::isAuto).ifPresent(checkin -> all.add(
                recurrence(CODE, around(checkin.from().negated()), Recurrence.Late.USUAL)));
        signup.list().ifPresent(list -> all.add(recurrence(LIST, slots(list.value()), FOR_COLLEAGUES)));
        signup.digest().ifPresent(digest -> all.add(recurrence(DIGEST, around(digest.value().after()),
                FOR_COLLEAGUES)));
        return all;
    }

    private Recurrence recurrence(String step, Slots slots, Recurrence.Late late) {
        return new Recurrence(signup.name(), step, "", slots, late);
    }

    static String key(Signup.Remind remind) {
        return REMIND + Durations.print(remind.before());
    }

    private Slots slots(Signup.Announce announce) {
        return announce.at().value().slots(zone, services.holidays());
    }

    private Slots slots(Signup.Remind remind) {
        return remind.time()
                .map(time -> mapped(moment -> Slots.at(Slots.shift(moment, remind.before().negated(), zone).atZone(zone)
                        .toLocalDate().atTime(time), zone), Duration.ZERO))
                .orElseGet(() -> around(remind.before().negated()));
    }

    private Slots slots(Signup.Listing list) {
        return list.at().map(at -> at.value().slots(zone, services.holidays()))
                .orElseGet(() -> around(list.before().orElse(Duration.ZERO).negated()));
    }

    private Slots around(Duration by) {
        return mapped(moment -> Slots.shift(moment, by, zone), by.isNegative() ? Duration.ZERO : by);
    }

    /**
     * Moments that belong to the date's.
     *
     * @param behind how far after them they may be
     */
    private Slots mapped(UnaryOperator<Instant> moment, Duration behind) {
        return date.<Slots>map(slots -> after -> {
            Optional<Instant> next = slots.next(after.minus(behind).minus(Duration.ofDays(1)));
            while (next.isPresent() && !moment.apply(next.get()).isAfter(after)) {
                next = slots.next(next.get());
            }
            return next.map(moment);
        }).orElse(Slots.NEVER);
    }

    /** Some of the next times of a step. */
    List<LocalDateTime> preview(String step, Instant now) {
        List<LocalDateTime> times = new ArrayList<>();
        Slots slots = rhythm().stream().filter(each -> each.step().equals(step)).findFirst().map(Recurrence::slots)
                .orElse(Slots.NEVER);
        Optional<Instant> next = slots.next(now);
        while (next.isPresent() && times.size() < LOOKED_AT) {
            times.add(next.get().atZone(zone).toLocalDateTime());
            next = slots.next(next.get());
        }
        return times;
    }
}
