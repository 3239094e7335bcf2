package io.qunbot.plugins.welcome;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What became of a member since they joined.
 *
 * @param page of the {@link Guestbook} on which they stand
 * @param visits how often they joined; 0 for somebody who was there before the bot
 * @param steps when each step was, in epoch milliseconds, by {@link Step#key} or the name of a follow-up
 */
record Guest(long page, int visits, Map<String, Long> steps) {

    Guest {
        steps = Map.copyOf(steps);
    }

    boolean did(Step step) {
        return did(step.key());
    }

    boolean did(String step) {
        return steps.containsKey(step);
    }

    Optional<Instant> at(Step step) {
        return Optional.ofNullable(steps.get(step.key())).map(Instant::ofEpochMilli);
    }

    Guest with(Step step, Instant now) {
        return with(step.key(), now);
    }

    Guest with(String step, Instant now) {
        Map<String, Long> more = new TreeMap<>(steps);
        more.put(step, now.toEpochMilli());
        return new Guest(page, visits, more);
    }

    /** They come again, to a page of their own; who introduced themselves once need not do it again. */
    Guest again(long onPage, Instant now) {
        Map<String, Long> kept = new TreeMap<>(steps);
        kept.keySet().retainAll(List.of(Step.INTRODUCED.key(), Step.REMINDED.key(), Step.VOUCHED.key()));
        return new Guest(onPage, visits + 1, kept).with(Step.JOINED, now);
    }

    /** Whether they are no newcomer, though they join. */
    boolean returns() {
        return visits > 1;
    }

    /** Whether they joined, are still there, and that was not longer ago than so much. */
    boolean isHere(Instant now, Duration most) {
        return !did(Step.LEFT) && at(Step.JOINED).filter(joined -> !joined.plus(most).isBefore(now)).isPresent();
    }
}
