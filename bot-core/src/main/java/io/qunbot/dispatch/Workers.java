package io.qunbot.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bounded pool of platform threads that run the lanes.
 *
 * <p>One awake worker takes the busy lanes one after another: most turns take microseconds, and waking a
 * thread costs more than they do. {@link #tick} wakes another when a lane holds its worker up, and takes
 * the turn away from a worker whose stage overran its deadline; that thread is abandoned and replaced.
 */
final class Workers {

    private static final Logger log = LoggerFactory.getLogger(Workers.class);
    private static final int MANY = 256;

    private final Thread.Builder threads;
    private final int most;
    private final long deadlineNanos;
    private final Counters counters;
    private final ConcurrentLinkedQueue<Runner> ready = new ConcurrentLinkedQueue<>();
    private final List<Worker> workers = new ArrayList<>();
    private final AtomicInteger awake = new AtomicInteger();
    private final Semaphore calls = new Semaphore(0);
    private volatile boolean closed;

    /** Something that keeps a worker busy: a lane with events. */
    interface Runner {

        /**
         * Runs for a while.
         *
         * @return what is left to do: {@code this} to be queued again, null when nothing is
         */
        @Nullable
        Runner run(Worker worker);
    }

    /** A turn that may get stuck. */
    interface Step {

        /** The step that runs now. */
        int step();

        /** @return what has to be run in the stuck thread's place; null when it moved on meanwhile */
        @Nullable
        Runner takeAway(int step, String why);
    }

    Workers(Thread.Builder threads, int most, Duration deadline, Counters counters) {
        this.threads = threads;
        this.most = most;
        this.deadlineNanos = deadline.toNanos();
        this.counters = counters;
    }

    void start() {
        synchronized (workers) {
            while (workers.size() < most) {
                hire(null);
            }
        }
    }

    /** Queues work without waking anybody; see {@link #call}. */
    void add(Runner runner) {
        ready.add(runner);
    }

    /** Sees to it that somebody works on what was added. */
    void call() {
        if (!ready.isEmpty() && awake.get() == 0) {
            wakeOne();
        }
    }

    /** Whether anything runs or waits to be run. */
    boolean isBusy() {
        return awake.get() > 0 || !ready.isEmpty();
    }

    /**
     * Looks after slow and stuck workers; call it every few milliseconds while there is work.
     *
     * @param nanos a monotonic time
     */
    void tick(long nanos) {
        List<Worker> late = new ArrayList<>(0);
        boolean slow = false;
        synchronized (workers) {
            for (Worker worker : workers) {
                long held = worker.heldFor(nanos);
                slow |= held > 0;
                if (held > deadlineNanos) {
                    late.add(worker);
                }
            }
            late.forEach(this::replace);
        }
        if (!ready.isEmpty() && (slow || awake.get() == 0 || ready.size() > MANY)) {
            wakeOne();
        }
    }

    /** Ends the workers once the queue is empty; those that are stuck are left behind. */
    void close(Duration patience) throws InterruptedException {
        closed = true;
        calls.release(most);
        List<Worker> all;
        synchronized (workers) {
            all = List.copyOf(workers);
        }
        for (Worker worker : all) {
            worker.thread.join(patience);
        }
    }

    private void wakeOne() {
        if (awake.get() < most) {
            awake.incrementAndGet();
            calls.release();
        }
    }

    private void replace(Worker stuck) {
        Step step = stuck.seen; // not the current one: it may have moved on to a turn that is in time
        if (step == null) {
            return;
        }
        Runner rest = step.takeAway(stuck.seenStep, "overran its deadline of " + Duration.ofNanos(deadlineNanos));
        if (rest == null) {
            return;
        }
        log.warn("thread {} is stuck in a stage and was replaced", stuck.thread.getName());
        counters.abandoned.increment();
        stuck.leave();
        stuck.thread.interrupt();
        workers.remove(stuck);
        hire(rest); // takes over the stuck one's place among the awake
    }

    private void hire(@Nullable Runner first) {
        Worker worker = new Worker(first);
        workers.add(worker);
        worker.thread.start();
    }

    /** One thread of the pool. It counts as awake from the call that woke it until it finds nothing to do. */
    final class Worker implements Runnable {
        private final Thread thread = threads.unstarted(this);
        private final @Nullable Runner first;
        private volatile @Nullable Step current;
        private volatile boolean abandoned;
        private @Nullable Step seen;
        private int seenStep;
        private long seenSince;

        Worker(@Nullable Runner first) {
            this.first = first;
        }

        /** Says what this worker is inside of, null for nothing that may get stuck. */
        void enters(@Nullable Step step) {
            current = step;
        }

        /** Its turn was taken away: it may not touch anything any more and ends. */
        void leave() {
            abandoned = true;
        }

        @Override
        public void run() {
            boolean called = true;
            if (first == null) {
                called = sleep();
            } else {
                work(first);
            }
            while (called) {
                drain();
                called = !abandoned && (stayAwake() || sleep());
            }
        }

        private void drain() {
            Runner next = abandoned ? null : ready.poll();
            while (next != null) {
                work(next);
                next = abandoned ? null : ready.poll();
            }
        }

        private void work(Runner runner) {
            try {
                Runner again = runner.run(this);
                if (again != null) {
                    ready.add(again);
                }
            } catch (RuntimeException | Error bug) {
                log.error("a lane failed", bug);
            }
        }

        /** Counts itself out, unless work came in just now and nobody else is there for it. */
        private boolean stayAwake() {
            awake.decrementAndGet();
            return !ready.isEmpty() && awake.compareAndSet(0, 1);
        }

        /** @return false when the pool is closed */
        private boolean sleep() {
            if (!closed) {
                calls.acquireUninterruptibly();
            }
            if (closed) {
                drain();
            }
            return !closed;
        }

        /** How long it has been inside the same step, as far as ticks have seen; 0 for less than a tick. */
        @SuppressWarnings("ReferenceEquality") // the same turn, not one like it
        private long heldFor(long nanos) {
            Step now = current;
            int step = now == null ? 0 : now.step();
            if (now == null || now != seen || step != seenStep) {
                seen = now;
                seenStep = step;
                seenSince = nanos;
                return 0;
            }
            return nanos - seenSince;
        }
    }
}
