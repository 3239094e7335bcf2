package io.qunbot.dispatch;

import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.store.ConsentRow;
import io.qunbot.store.Handover;
import io.qunbot.store.JournalRow;
import io.qunbot.store.JournalState;
import io.qunbot.store.KeepTables;
import io.qunbot.store.LaneRow;
import io.qunbot.store.MediumRow;
import io.qunbot.store.Tables;
import io.qunbot.store.Unit;
import io.qunbot.store.WriteException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A page of messages as it is written: all of them that are new, and where the next page begins. */
final class PageUnit implements Unit {

    private final Recorder.Going going;
    private final Recorder.Page page;
    private final Instant received;
    private final List<Line> lines;
    private final Map<Lane, LaneRow> rows = new HashMap<>();
    private final List<Pending> begun = new ArrayList<>();
    private final List<Appended> appended = new ArrayList<>();
    private final CompletableFuture<Recorder.Recorded> end = new CompletableFuture<>();
    private int added;
    private int dropped;

    /** A message and the number of its lane. */
    private record Line(Recorder.Item item, int lane, long print, boolean turns) {

        /** What gives no time has none: it may come again at any time. */
        Instant heard() {
            return item.event() instanceof Event.Unknown ? Instant.EPOCH : item.event().at();
        }
    }

    /** Where a message stands now. */
    private record Appended(long seq, Event event) {}

    PageUnit(Lanes lanes, Recorder.Going going, Recorder.Page page, Instant received) {
        this.going = going;
        this.page = page;
        this.received = received;
        this.lines = page.items().stream().map(item -> line(lanes, item)).toList();
    }

    private Line line(Lanes lanes, Recorder.Item item) {
        Lane lane = lanes.of(item.event().lane());
        LaneRow row = rows.computeIfAbsent(lane, met -> {
            met.submitted();
            return overheard(met, item.event(), lanes);
        });
        boolean turns = item.drives() && item.event() instanceof Event.InChat in && going.turning().isDue(in, received);
        return new Line(item, row.number(), Fingerprints.of(item.event().id()), turns);
    }

    private LaneRow overheard(Lane lane, Event event, Lanes lanes) {
        return event instanceof Event.InChat in
                ? lane.overhear(in.chat(), going.directory().nameOf(in.chat().id()), lanes::newNumber)
                : lane.row(lanes::newNumber);
    }

    CompletableFuture<Recorder.Recorded> end() {
        return end;
    }

    @Override
    public int epoch() {
        return ANY_EPOCH;
    }

    @Override
    public void write(Tables tables) throws WriteException {
        for (Map.Entry<Lane, LaneRow> lane : rows.entrySet()) {
            if (!lane.getKey().isWritten()) {
                tables.lane(lane.getValue(), received);
            }
        }
        for (Line line : lines) {
            if (tables.hear(line.heard(), line.print())) {
                take(tables, line);
            }
        }
        for (ConsentRow consent : page.consents()) {
            KeepTables.consent(tables, consent);
        }
        for (long seq : page.opened()) {
            KeepTables.opened(tables, seq);
        }
        for (Map.Entry<String, Long> mark : page.marks().entrySet()) {
            tables.mark(mark.getKey(), mark.getValue());
        }
    }

    /** What may not be kept is counted. */
    private void take(Tables tables, Line line) throws WriteException {
        Recorder.Extent extent = line.item().beside().extent();
        if (extent != Recorder.Extent.WHOLE) {
            KeepTables.count(tables, Recorder.countOf(line.item().event().id().channel(), extent), 1);
        }
        if (extent == Recorder.Extent.NOTHING) {
            dropped++;
        } else {
            append(tables, line);
        }
    }

    private void append(Tables tables, Line line) throws WriteException {
        Recorder.Item item = line.item();
        JournalState state = line.turns() ? JournalState.OPEN : JournalState.RECORDED;
        JournalRow row = new JournalRow(0, line.lane(), item.event().id(), item.event().at(), received, state,
                item.payload(), null, null);
        long seq = tables.append(row);
        added++;
        for (MediumRow medium : item.beside().media()) {
            KeepTables.add(tables, medium, row, seq);
        }
        if (item.beside().seal().isPresent()) {
            KeepTables.sealed(tables, seq, item.event().id().channel(), item.beside().seal().getAsInt());
        }
        appended.add(new Appended(seq, item.event()));
        if (item.event() instanceof Event.Recalled back) {
            tables.recall(new EventId(back.id().channel(), back.message()));
        }
        if (line.turns()) {
            Pending pending = new Pending(item.event(), item.payload(), received, line.print());
            pending.seq = seq;
            begun.add(pending);
        }
    }

    @Override
    public void undone() {
        added = 0;
        dropped = 0;
        appended.clear();
        begun.clear();
    }

    @Override
    public void committed(Handover handover) {
        rows.forEach((lane, row) -> {
            lane.written(row);
            lane.settled();
        });
        going.counters().overheard.add(added);
        appended.forEach(each -> going.appended().accept(each.seq(), each.event()));
        begun.forEach(going.start());
        if (!begun.isEmpty()) {
            going.flush().run();
        }
        end.complete(new Recorder.Recorded(added, lines.size() - added - dropped, dropped));
    }

    @Override
    public void rejected(Exception why, Handover handover) {
        lost(why, handover);
    }

    @Override
    public void lost(Exception why, Handover handover) {
        rows.keySet().forEach(Lane::settled);
        end.completeExceptionally(why);
    }
}
