package io.qunbot.bot;

import io.qunbot.dispatch.Dispatcher;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ticks the dispatcher: every two milliseconds while it is busy, ten times a second when it is not. */
final class Watchdog implements Runnable, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Watchdog.class);
    private static final long BUSY_NANOS = Duration.ofMillis(2).toNanos();
    private static final long IDLE_NANOS = Duration.ofMillis(100).toNanos();
    /** How many quiet ticks end the busy pace: about as long as an idle pause. */
    private static final int CALM = 50;

    private final Dispatcher dispatcher;
    private final Thread thread;
    private volatile boolean closed;

    Watchdog(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
        this.thread = Thread.ofPlatform().name("watchdog").daemon().start(this);
    }

    @Override
    public void run() {
        int calm = CALM;
        while (!closed) {
            calm = dispatcher.isBusy() ? 0 : calm + 1;
            LockSupport.parkNanos(this, calm < CALM ? BUSY_NANOS : IDLE_NANOS);
            try {
                dispatcher.tick(System.nanoTime());
            } catch (RuntimeException failure) {
                log.error("a tick failed", failure);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(Duration.ofSeconds(1));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
