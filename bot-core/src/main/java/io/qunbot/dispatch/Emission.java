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
    private final Event.Custom event;
    private final Instant sent;
    private Pending pending;

    Emission(Event.Custom event, LaneRow target, Instant now) {
        this.target = target;
        this.event = event;
        this.sent = now;
        this.pending = pending(event);
    }

    private Pending pending(Event.Custom known) {
        return new Pending(known, InternalEvents.encode(known), sent, Fingerprints.of(known.id()));
    }

    Event.Custom event() {
        return event;
    }

    Pending pending() {
        return pending;
    }

    /** @param cause where the event stands whose turn sends it; 0 for none */
    void write(Tables tables, long cause, Instant now) throws WriteException {
        if (cause != 0) {
            pending = pending(new Event.Custom(event.id(), event.at(), event.lane(), event.plugin(), event.kind(),
                    event.payload(), event.origin().at(cause)));
        }
        tables.lane(target, now);
        pending.seq = tables.append(new JournalRow(0, target.number(), pending.event.id(), pending.event.at(),
                pending.received, JournalState.OPEN, pending.payload, null, null));
    }
}
