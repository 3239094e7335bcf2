package io.qunbot.bot.campaign;

import io.qunbot.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread of campaigns: no conversation waits for it. Thread-safe. */
public final class Campaigner implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Campaigner.class);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration KNOWN = Duration.ofHours(1);

    private final CampaignDesk desk;
    private final InstantSource clock;
    private final Runnable daily;
    private final Semaphore calls = new Semaphore(0);
    private final Thread thread = Thread.ofPlatform().name("campaigns").daemon().unstarted(this::run);
    private volatile boolean closed;
    private Instant counted = Instant.EPOCH;

    /** @param daily what is done once a day besides, on the same thread */
    public Campaigner(CampaignDesk desk, InstantSource clock, Runnable daily) {
        this.desk = desk;
        this.clock = clock;
        this.daily = daily;
    }

    public void start() {
        thread.start();
    }

    /** There may be something to do now. */
    public void call() {
        calls.release();
    }

    public CampaignDesk desk() {
        return desk;
    }

    private void run() {
        try {
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
            Optional<Instant> next = desk.work();
            desk.acquaint(KNOWN);
            count();
            return next.map(time -> Duration.between(clock.instant(), time))
                    .map(time -> time.isNegative() ? Duration.ofMillis(1) : time.plusMillis(1))
                    .filter(time -> time.compareTo(LONGEST) < 0).orElse(LONGEST);
        } catch (StoreException | IllegalStateException failure) {
            log.error("campaigns could not go on", failure);
            return LONGEST;
        }
    }

    private void count() {
        Instant now = clock.instant();
        if (counted.plus(Duration.ofDays(1)).isBefore(now)) {
            counted = now;
            daily.run();
        }
    }

    @Override
    public void close() {
        closed = true;
        calls.release();
        try {
            thread.join(Duration.ofSeconds(6));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
