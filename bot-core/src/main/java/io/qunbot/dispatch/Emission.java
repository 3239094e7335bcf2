package io.qunbot.dispatch;

import io.qunbot.chat.Event;
import io.qunbot.store.JournalRow;
import io.qunbot.store.JournalState;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Tables;
import io.qunbot.store.WriteException;
import java.time.Instant;

/** An event that a turn sends to another lane: an open journal row in the turn's own transaction. */
final class Emission {

    private final LaneRow target;
    private final Pending pending;

    Emission(Event.Custom event, LaneRow target, Instant now) {
        this.target = target;
        this.pending = new Pending(event, InternalEvents.encode(event), now, Fingerprints.of(event.id()));
    }

    Pending pending() {
        return pending;
    }

    void write(Tables tables, Instant now) throws WriteException {
        tables.lane(target, now);
        pending.seq = tables.append(new JournalRow(0, target.number(), pending.event.id(), pending.event.at(),
                pending.received, JournalState.OPEN, pending.payload, null, null));
    }
}
