package io.qunbot.dispatch;

import java.time.Duration;

/**
 * How the dispatcher behaves.
 *
 * @param threads how many threads run lanes, at least 1
 * @param deadline how long a stage may take
 * @param passive how long a delivery waits for its answer before it is acknowledged without one
 * @param fresh how old an event may be and still be answered
 * @param fetch how long an answer that nobody fetched waits for a redelivery
 * @param most how many events may be under way at once; more are refused
 */
public record Settings(int threads, Duration deadline, Duration passive, Duration fresh, Duration fetch, int most,
        Traces traces) {

    /**
     * How long it is known why turns ended as they did.
     *
     * @param most how many traces are kept, 0 for none
     */
    public record Traces(Duration keep, int most) {

        public static final Traces DEFAULT = new Traces(Duration.ofDays(7), 50_000);
    }

    /** With the usual traces. */
    public Settings(int threads, Duration deadline, Duration passive, Duration fresh, Duration fetch, int most) {
        this(threads, deadline, passive, fresh, fetch, most, Traces.DEFAULT);
    }

    public static final Settings DEFAULT = new Settings(16, Duration.ofSeconds(3), Duration.ofSeconds(2),
            Duration.ofMinutes(10), Duration.ofSeconds(30), 20_000);
}
