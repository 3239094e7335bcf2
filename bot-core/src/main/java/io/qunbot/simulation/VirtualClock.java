package io.qunbot.simulation;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved. Thread-safe. */
public final class VirtualClock implements InstantSource {

    private volatile Instant now;

    public VirtualClock(Instant start) {
        now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Moves the clock; backwards too, as real clocks do now and then. */
    public void set(Instant instant) {
        now = instant;
    }
}
