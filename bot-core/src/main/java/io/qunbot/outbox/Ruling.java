package io.qunbot.outbox;

import io.qunbot.store.Ledger;
import io.qunbot.store.OutboxRow;
import java.time.Instant;
import java.util.List;

/** What the governor says to words that are due. */
sealed interface Ruling {

    /**
     * They may leave.
     *
     * @param parcel they, and what leaves with them
     * @param uses what they cost, reserved and not yet written
     */
    record Go(Parcel parcel, List<Ledger.Use> uses) implements Ruling {}

    /** They are as they were, until some time. */
    record Wait(Instant again, Queue behind) implements Ruling {}

    /** They end, or wait for another time, without being tried. */
    record Settle(OutboxRow words) implements Ruling {}

    /** Who else waits for the same. */
    enum Queue {
        /** All of the channel. */
        CHANNEL,
        /** All of the conversation. */
        CONVERSATION,
        /** Only words like these. */
        ALIKE
    }
}
