package io.qunbot.plugins.adopt;

import java.time.Instant;

/**
 * The time that is set, on the profile's lane.
 *
 * @param at what the operator wrote when it was set
 * @param next when it rings, and {@code told} when it did last; in epoch milliseconds
 */
record Round(String at, long next, long told) {

    static final String KEY = "round";
    /** Nothing is set, and nothing was told. */
    static final Round FIRST = new Round("", 0, 0);

    /** Whether a time is set by what the operator writes now. */
    boolean stands(String written, Instant now) {
        return at.equals(written) && next > now.toEpochMilli();
    }

    Round at(String written, Instant time) {
        return new Round(written, time.toEpochMilli(), told);
    }

    Round told(Instant now) {
        return new Round(at, next, now.toEpochMilli());
    }

    Instant toldAt() {
        return Instant.ofEpochMilli(told);
    }
}
