package io.qunbot.bot.model;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Keeps from asking for a while whoever failed several times in a row. Thread-safe. */
final class Breaker {

    private final int most;
    private final Duration pause;
    private final InstantSource clock;
    private int failures;
    private Instant until = Instant.MIN;

    /** @param most so many failures in a row, and nobody is asked for the length of the pause */
    Breaker(int most, Duration pause, InstantSource clock) {
        this.most = most;
        this.pause = pause;
        this.clock = clock;
    }

    /** After the pause one goes ahead to try; the others wait for what it finds. */
    synchronized boolean allows() {
        if (failures < most) {
            return true;
        }
        Instant now = clock.instant();
        if (now.isBefore(until)) {
            return false;
        }
        until = now.plus(pause);
        return true;
    }

    synchronized void succeeded() {
        failures = 0;
    }

    synchronized void failed() {
        failures++;
        if (failures >= most) {
            until = clock.instant().plus(pause);
        }
    }
}
