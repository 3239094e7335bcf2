package io.qunbot.bot;

import io.qunbot.dispatch.Dispatcher;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for what is under way, ticking meanwhile: for bots without a watchdog, and for closing. */
public final class Drain {

    private static final long STEP_NANOS = Duration.ofNanos(200_000).toNanos();

    private Drain() {}

    /** Returns when nothing is under way, or the patience is at its end. */
    public static void await(Dispatcher dispatcher, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        dispatcher.tick(System.nanoTime());
        while (dispatcher.underWay() > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(STEP_NANOS);
            dispatcher.tick(System.nanoTime());
        }
    }
}
