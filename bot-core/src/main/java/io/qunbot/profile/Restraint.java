package io.qunbot.profile;

import io.qunbot.chat.Manner;
import io.qunbot.chat.Urgency;
import io.qunbot.plugin.Hours;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * When a profile's bot holds its tongue, and how much it says.
 *
 * @param hours when colleagues are there; empty for always
 * @param quiet when nothing is said that nobody asked for
 */
public record Restraint(ZoneId zone, List<Hours> hours, List<Hours> quiet, Limits limits) {

    private static final Duration SHORTLY = Duration.ofHours(1);

    public static final Restraint NONE = new Restraint(ZoneId.of("UTC"), List.of(), List.of(), Limits.NONE);

    public Restraint {
        hours = List.copyOf(hours);
        quiet = List.copyOf(quiet);
    }

    static Restraint of(ProfileSettings settings) {
        return new Restraint(settings.zone(), settings.hours(), settings.quiet(),
                settings.limits().orElse(Limits.NONE));
    }

    /** Until when words of this manner have to wait; empty when they may go. */
    public Optional<Instant> until(Manner manner, Instant now) {
        if (manner.asked()) {
            return Optional.empty();
        }
        return manner.urgency() == Urgency.HANDOFF ? staffedAgain(now) : quietUntil(now);
    }

    /** When colleagues come who are to take something up: now, if they are there or nobody wrote their hours. */
    public Instant attended(Instant now) {
        return Hours.next(hours, now, zone).orElse(now);
    }

    /** When the quiet ends; empty when it is not quiet. */
    public Optional<Instant> quietUntil(Instant now) {
        return Hours.end(quiet, now, zone);
    }

    /**
     * When colleagues find what waited for them; empty when they are there, or when nobody wrote their hours. A night
     * that ends shortly before they begin is its end, so that it lies there when they come.
     */
    private Optional<Instant> staffedAgain(Instant now) {
        return Hours.next(hours, now, zone)
                .map(opening -> quietUntil(opening.minus(SHORTLY)).filter(opening::isAfter).orElse(opening))
                .filter(now::isBefore);
    }
}
