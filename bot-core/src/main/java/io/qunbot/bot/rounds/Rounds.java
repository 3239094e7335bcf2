package io.qunbot.bot.rounds;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A thread that makes rounds until it is closed; a call ends the pause behind one of them. Thread-safe. */
public final class Rounds implements AutoCloseable {

    private static final Duration END = Duration.ofSeconds(6);

    private final Supplier<Duration> round;
    private final Semaphore calls = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    /** @param round does what there is to do and says how long there is nothing more; must not throw */
    public Rounds(String name, Supplier<Duration> round) {
        this.round = round;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** There may be something to do now; never blocks. */
    public void call() {
        calls.release();
    }

    private void run() {
        try {
            while (!closed) {
                calls.drainPermits();
                calls.tryAcquire(round.get().toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** No round begins any more; a long one may ask whether it is to end. Never blocks. */
    public void stop() {
        closed = true;
        calls.release();
    }

    public boolean isStopped() {
        return closed;
    }

    /** Stops, and gives the round that is under way a few seconds to end. */
    @Override
    public void close() {
        stop();
        try {
            if (thread.isAlive()) {
                thread.join(END);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
