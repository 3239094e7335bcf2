package io.qunbot.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Brings the evidence up to date, in large batches behind the hot path. What has to be computed of events is computed
 * here, by whoever calls; the writer only writes it down. Thread-safe.
 */
public final class Sealing {

    /** The last event that is sealed. */
    public static final String EVENTS = "seal";
    /** The last of the bot's words whose outcome was looked at. */
    public static final String WORDS = "seal_words";

    private static final int MOST = 8_192;

    private final Store store;
    private final Leaf leaf = new Leaf();
    private final Map<Integer, String> names = new HashMap<>();

    Sealing(Store store) {
        this.store = store;
    }

    /** Seals everything that is committed. @return whether it could be written */
    public synchronized boolean catchUp() {
        boolean written = true;
        long last = store.lastSeq();
        for (long sealed = store.mark(EVENTS); written && sealed < last; sealed = store.mark(EVENTS)) {
            written = batch(sealed);
        }
        return written && words();
    }

    private boolean batch(long after) {
        List<JournalRow> rows = store.journalFrom(after, MOST);
        SortedMap<Integer, List<JournalRow>> lanes = new TreeMap<>();
        rows.forEach(row -> lanes.computeIfAbsent(row.lane(), _ -> new ArrayList<>()).add(row));
        List<SealDay> days = new ArrayList<>();
        List<SealTables.Proof> proofs = new ArrayList<>(rows.size());
        lanes.forEach((lane, own) -> seal(lane, own, days, proofs));
        long until = rows.getLast().seq();
        return written(new SmallUnit("the evidence", tables -> SealTables.of(tables).events(after, until, proofs,
                days)));
    }

    private void seal(int lane, List<JournalRow> rows, List<SealDay> days, List<SealTables.Proof> proofs) {
        String name = names.computeIfAbsent(lane, number -> store.lane(number).map(row -> row.id().value()).orElse(""));
        SealDay day = store.seals().last(SealDay.EVENTS, lane)
                .orElseGet(() -> SealDay.beginning(SealDay.EVENTS, lane, leaf.beginning(SealDay.EVENTS, name)));
        for (JournalRow row : rows) {
            byte[] content = Leaf.content(name, row);
            byte[] proof = leaf.proof(content);
            proofs.add(new SealTables.Proof(lane, row.seq(), proof));
            int today = SealDay.dayOf(row.received());
            if (today > day.day()) {
                add(day, days);
                day = day.next(today);
            }
            day = day.with(row.seq(), row.keptFrom().toEpochMilli(), leaf.link(day.head(), leaf.of(proof, content)));
        }
        add(day, days);
    }

    private static void add(SealDay day, List<SealDay> days) {
        if (!day.isEmpty()) {
            days.add(day);
        }
    }

    private boolean words() {
        boolean written = true;
        long last = store.outgoing().last();
        for (long sealed = store.mark(WORDS); written && (sealed < last); sealed = store.mark(WORDS)) {
            long after = sealed;
            written = written(new SmallUnit("the evidence", tables -> SealTables.of(tables).words(after)));
        }
        return written && written(new SmallUnit("the evidence", tables -> SealTables.of(tables).reopened()));
    }

    private boolean written(SmallUnit unit) {
        store.writer().submit(unit);
        return unit.awaitEnd();
    }
}
