package io.qunbot.dispatch;

import io.qunbot.store.ChatIndex;
import io.qunbot.store.Store;
import java.time.Duration;
import java.time.Instant;

/** What a store needs every now and then. Called by whoever ticks. */
final class Upkeep {

    private static final Duration INDEX_AT_LEAST = Duration.ofMinutes(30);
    private static final int WORTH_INDEXING = 32_768;

    private final Store store;
    private volatile Instant indexed;

    Upkeep(Store store, Instant now) {
        this.store = store;
        this.indexed = now;
    }

    void run(Instant now) {
        index(now);
        probe(now);
    }

    /** Large batches while there is much to index, and what there is every now and then. */
    private void index(Instant now) {
        boolean overdue = indexed.plus(INDEX_AT_LEAST).isBefore(now);
        ChatIndex.catchUp(store, overdue ? 1 : WORTH_INDEXING);
        if (overdue) {
            store.ledger().prune(store, now);
            indexed = now;
        }
    }

    /** Whether there is room again is found out by writing: nobody may be sending anything while we refuse. */
    private void probe(Instant now) {
        if (store.writer().failing()) {
            store.writer().submit(new Probe(now));
        }
    }
}
