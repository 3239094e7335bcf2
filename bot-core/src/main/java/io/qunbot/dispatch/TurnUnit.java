package io.qunbot.dispatch;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Verdict;
import io.qunbot.pipeline.MemoryChange;
import io.qunbot.pipeline.Remembered;
import io.qunbot.plugin.Answer;
import io.qunbot.store.Handover;
import io.qunbot.store.JournalRow;
import io.qunbot.store.LaneRow;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.OutboxTables;
import io.qunbot.store.Tables;
import io.qunbot.store.Unit;
import io.qunbot.store.WriteException;
import java.time.Instant;
import java.util.Optional;

/** A turn as it is written: the event with its answer, or its completion, and everything the turn decided. */
final class TurnUnit implements Unit {

    private static final String WITHDRAWN = "同事叫停 (a colleague stopped it)";

    private final Commits commits;
    final Lane lane;
    final LaneRow row;
    final Pending pending;
    final Settlement settlement;
    private final int epoch;
    private final Instant now;
    private final Trail trail;
    private boolean assigned;

    TurnUnit(Commits commits, Lane lane, LaneRow row, Pending pending, Settlement settlement, int epoch, Instant now) {
        this(commits, lane, row, pending, settlement, epoch, now, Trail.NONE);
    }

    TurnUnit(Commits commits, Lane lane, LaneRow row, Pending pending, Settlement settlement, int epoch, Instant now,
            Trail trail) {
        this.trail = trail;
        this.commits = commits;
        this.lane = lane;
        this.row = row;
        this.pending = pending;
        this.settlement = settlement;
        this.epoch = epoch;
        this.now = now;
    }

    @Override
    public int epoch() {
        return epoch;
    }

    @Override
    public void write(Tables tables) throws WriteException {
        if (!lane.isWritten()) {
            tables.lane(row, now);
        }
        if (pending.seq == 0) {
            pending.seq = tables.append(new JournalRow(0, row.number(), pending.event.id(), pending.event.at(),
                    pending.received, settlement.state(), pending.payload, settlement.answer(), settlement.rule()));
            assigned = true;
        } else {
            tables.complete(pending.seq, now, settlement.state());
        }
        effects(tables);
    }

    private void effects(Tables tables) throws WriteException {
        for (MemoryChange change : settlement.memory()) {
            Remembered value = change.value();
            if (value == null) {
                tables.forget(row.number(), change.key().plugin(), change.key().key());
            } else {
                tables.remember(row.number(), change.key().plugin(), change.key().key(), value.json());
            }
        }
        for (var cancelled : settlement.cancelled()) {
            tables.cancel(row.number(), cancelled.plugin(), cancelled.key());
        }
        for (var alarm : settlement.alarms()) {
            tables.wake(alarm);
        }
        desk(OutboxTables.of(tables)); // whoever speaks looks after what was open before, not after what follows
        for (OutboxRow words : settlement.words()) {
            tables.post(words.withSeq(pending.seq));
        }
        OutboxTables.of(tables).spend(settlement.leaving().paid());
        for (Emission emission : settlement.emissions()) {
            emission.write(tables, pending.seq, now);
        }
        for (Remarking remark : settlement.remarks()) {
            remark.write(tables, pending.seq);
        }
        trail.write(tables, pending.seq, now);
    }

    private void desk(OutboxTables outbox) throws WriteException {
        Optional<MemberId> colleague = settlement.desk().spoken();
        if (colleague.isPresent()) {
            outbox.spoken(row.number(), colleague.get(), now);
        }
        for (Action.Judge judge : settlement.desk().judgements()) {
            outbox.judge(judge.words(), judge.verdict(), by(), judge.note(), now);
            if (judge.verdict() == Verdict.WITHDRAWN) {
                outbox.withdraw(judge.words(), WITHDRAWN, now);
            }
        }
    }

    private Optional<MemberId> by() {
        return switch (pending.event) {
            case Event.Said said -> Optional.of(said.by());
            case Event.Clicked clicked -> Optional.of(clicked.by());
            case Event.Custom custom -> Answer.of(custom).map(Answer::colleague);
            default -> Optional.empty();
        };
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
        commits.committed(this, handover);
    }

    @Override
    public void rejected(Exception why, Handover handover) {
        commits.rejected(this, why, handover);
    }

    @Override
    public void lost(Exception why, Handover handover) {
        commits.lost(this, handover);
    }
}
