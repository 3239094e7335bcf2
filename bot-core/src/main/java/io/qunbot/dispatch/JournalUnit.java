package io.qunbot.dispatch;

import io.qunbot.store.Handover;
import io.qunbot.store.JournalRow;
import io.qunbot.store.JournalState;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Tables;
import io.qunbot.store.Unit;
import io.qunbot.store.WriteException;
import java.time.Instant;

/** An event whose turn takes too long: made durable ahead of it, so that it can be acknowledged. */
final class JournalUnit implements Unit {

    private final Commits commits;
    private final LaneRow row;
    private final Instant now;
    final Pending pending;
    private boolean assigned;

    JournalUnit(Commits commits, LaneRow row, Pending pending, Instant now) {
        this.commits = commits;
        this.row = row;
        this.pending = pending;
        this.now = now;
    }

    @Override
    public int epoch() {
        return ANY_EPOCH;
    }

    @Override
    public void write(Tables tables) throws WriteException {
        if (pending.seq == 0) { // else its turn was written first after all
            tables.lane(row, now);
            pending.seq = tables.append(new JournalRow(0, row.number(), pending.event.id(), pending.event.at(),
                    pending.received, JournalState.OPEN, pending.payload, null, null));
            assigned = true;
        }
    }

    @Override
    public void undone() {
        if (assigned) {
            pending.seq = 0;
            assigned = false;
        }
    }

    @Override
    public void committed(Handover handover) {
        commits.acknowledged(pending, handover);
    }

    @Override
    public void rejected(Exception why, Handover handover) {
        commits.forgotten(pending, handover);
    }

    @Override
    public void lost(Exception why, Handover handover) {
        commits.forgotten(pending, handover);
    }
}
