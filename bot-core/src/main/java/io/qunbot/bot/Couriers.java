package io.qunbot.bot;

import io.qunbot.bot.desk.Briefing;
import io.qunbot.outbox.Desk;
import io.qunbot.outbox.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread for each channel that can speak first, and one for what colleagues have before them; a slow one holds up
 * nobody else. */
final class Couriers implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Couriers.class);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    /** What WeCom has not answered by then is in doubt after the next start. */
    private static final Duration LAST = Duration.ofSeconds(6);

    private final Outbox outbox;
    private final Desk desk;
    private final Briefing briefing;
    private final InstantSource clock;
    private final List<Courier> couriers = new ArrayList<>();
    private volatile boolean closed;

    Couriers(Outbox outbox, Desk desk, Briefing briefing, InstantSource clock) {
        this.outbox = outbox;
        this.desk = desk;
        this.briefing = briefing;
        this.clock = clock;
    }

    void start() {
        for (String channel : outbox.channels()) {
            couriers.add(new Courier(channel, () -> outbox.deliver(channel)));
        }
        couriers.add(new Courier("desk", this::hand));
        couriers.add(new Courier("tasks", outbox.tasks()::run));
        couriers.add(new Courier("worklist", this::brief));
        couriers.forEach(courier -> courier.thread.start()); // they call each other: all have to be known before
    }

    /** What is handed on has to be delivered. */
    private Optional<Instant> hand() {
        Optional<Instant> next = desk.sweep();
        callChannels();
        return next;
    }

    /** Whether it is time for anybody's list is looked at again and again. */
    private Optional<Instant> brief() {
        if (briefing.run()) {
            callChannels();
        }
        return Optional.empty();
    }

    private void callChannels() {
        couriers.stream().filter(courier -> outbox.channels().contains(courier.name))
                .forEach(courier -> courier.calls.release());
    }

    /** There may be something to deliver. */
    void call() {
        couriers.forEach(courier -> courier.calls.release());
    }

    @Override
    public void close() {
        closed = true;
        outbox.rest();
        call();
        long end = System.nanoTime() + LAST.toNanos();
        couriers.forEach(courier -> courier.awaitEnd(Duration.ofNanos(end - System.nanoTime())));
    }

    private final class Courier implements Runnable {
        private final String name;
        private final Supplier<Optional<Instant>> work;
        private final Semaphore calls = new Semaphore(0);
        private final Thread thread;

        Courier(String name, Supplier<Optional<Instant>> work) {
            this.name = name;
            this.work = work;
            this.thread = Thread.ofPlatform().name("courier-" + name).daemon().unstarted(this);
        }

        void awaitEnd(Duration most) {
            try {
                if (!thread.join(most)) {
                    log.warn("the courier {} still waits for WeCom and is left behind", name);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void run() {
            try {
                while (!closed) {
                    calls.drainPermits();
                    calls.tryAcquire(deliver().toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        /** @return how long there is nothing to do */
        private Duration deliver() {
            try {
                Instant now = clock.instant();
                Duration pause = work.get().map(next -> Duration.between(now, next)).orElse(LONGEST);
                return pause.compareTo(LONGEST) > 0 ? LONGEST : pause.isNegative() ? Duration.ZERO : pause;
            } catch (RuntimeException failure) {
                if (!closed) { // else whoever was left behind finds the store closed
                    log.error("the courier {} failed", name, failure);
                }
                return AFTER_FAILURE;
            }
        }
    }
}
