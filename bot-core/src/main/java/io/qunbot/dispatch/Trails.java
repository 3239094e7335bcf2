package io.qunbot.dispatch;

import io.qunbot.pipeline.Decision;
import io.qunbot.pipeline.Trace;
import io.qunbot.profile.Profile;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import io.qunbot.store.TraceRow;
import io.qunbot.store.TraceTables;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Decides which traces are kept, with the turn that they are of, and lets go of those that are too old or too
 * many: the dull ones are never written, those that only tell of something held back go next. Thread-safe.
 */
final class Trails {

    /** How many are dropped in one commit, so that nobody waits for it. */
    private static final int STEP = 1000;
    private static final int MANY = 200;
    /** What is too old is dropped together, not each by itself as its time comes. */
    private static final Duration TOGETHER = Duration.ofHours(1);

    private final Store store;
    private final Settings.Traces limits;
    private final AtomicReference<String> lastBook = new AtomicReference<>("");
    private final int many;
    private final AtomicInteger written;
    private volatile int worthCounting;

    Trails(Store store, Settings.Traces limits) {
        this.store = store;
        this.limits = limits;
        many = Math.max(1, Math.min(MANY, limits.most() / 10));
        worthCounting = many;
        written = new AtomicInteger(worthCounting);
    }

    /** @param book the version of the rules that decided */
    Trail of(String book, Profile profile, Decision decision, Instant now) {
        if (limits.most() == 0) {
            return Trail.NONE;
        }
        Optional<String> changed = lastBook.get().equals(book)
                ? Optional.empty()
                : Optional.of(book).filter(version -> !lastBook.getAndSet(version).equals(version));
        int weight = Trace.weight(decision);
        if (weight == Trace.DULL) {
            return changed.isEmpty() ? Trail.NONE : new Trail(Optional.empty(), changed);
        }
        written.incrementAndGet();
        return new Trail(Optional.of(new TraceRow(0, weight, now, book, profile.id(),
                Trace.json(Trace.lines(decision)))), changed);
    }

    /** To be called every few seconds. */
    void tidy(Instant now) {
        Instant before = now.minus(limits.keep());
        if (store.traces().oldest().filter(before.minus(TOGETHER)::isAfter).isPresent()) {
            store.writer().submit(new SmallUnit("the removal of old traces",
                    tables -> TraceTables.dropOlder(tables, before, STEP)));
        }
        if (written.get() >= worthCounting) {
            thin();
        }
    }

    private void thin() {
        long over = store.traces().count() - limits.most();
        if (over <= 0) {
            worthCounting = (int) Math.max(many, -over); // with fewer there can't be too many
            written.set(0);
        }
        for (long left = over; left > 0; left -= STEP) {
            int count = (int) Math.min(STEP, left);
            store.writer().submit(new SmallUnit("the removal of traces",
                    tables -> TraceTables.dropLightest(tables, count)));
        }
    }
}
