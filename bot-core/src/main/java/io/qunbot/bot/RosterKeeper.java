package io.qunbot.bot;

import io.qunbot.chat.Event;
import io.qunbot.directory.Refresher;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that keeps the directory of groups up to date; no turn waits for it. */
final class RosterKeeper implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RosterKeeper.class);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** Between two questions, so that a start with thousands of groups leaves WeCom's budget to the messages. */
    private static final Duration PACE = Duration.ofMillis(50);

    private final Refresher refresher;
    private final InstantSource clock;
    private final Semaphore calls = new Semaphore(0);
    private volatile boolean closed;
    private final Thread thread = Thread.ofPlatform().name("directory").daemon().unstarted(this::run);

    RosterKeeper(Refresher refresher, InstantSource clock) {
        this.refresher = refresher;
        this.clock = clock;
    }

    void start() {
        if (refresher.isNeeded()) {
            thread.start();
        }
    }

    /** Never blocks. */
    void hear(Event event) {
        if (refresher.heard(event)) {
            calls.release();
        }
    }

    private void run() {
        try {
            refresher.survey();
            while (!closed) {
                calls.drainPermits();
                calls.tryAcquire(work().toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration work() {
        try {
            Instant next = refresher.work().orElse(clock.instant().plus(LONGEST));
            Duration pause = Duration.between(clock.instant(), next);
            return pause.compareTo(PACE) < 0 ? PACE : pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
        } catch (RuntimeException failure) {
            log.error("the directory of groups could not be refreshed", failure);
            return LONGEST;
        }
    }

    @Override
    public void close() {
        closed = true;
        calls.release();
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            thread.join(Duration.ofSeconds(6));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
