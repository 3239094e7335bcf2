package io.qunbot.store;

import io.qunbot.chat.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What may be written of the evidence. Belongs to the writer's thread. */
final class SealTables {

    /** How many events were ever sealed, and how many outcomes. */
    static final String SEALED_EVENTS = "sealed";
    static final String SEALED_WORDS = "sealed_words";

    private static final int MOST_WORDS = 500;
    private static final String UNKNOWN_YET = "('WAITING', 'QUEUED_FOR_CONFIRMATION')";

    private final Tables tables;
    private final Leaf leaf = new Leaf();

    /** The proof of an event. */
    @SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
    record Proof(int lane, long seq, byte[] proof) {}

    private SealTables(Tables tables) {
        this.tables = tables;
    }

    static SealTables of(Tables tables) {
        return new SealTables(tables);
    }

    /** Writes down what was computed of the events behind a place, unless somebody was faster. */
    void events(long after, long until, List<Proof> proofs, List<SealDay> days) throws WriteException {
        if (mark(Sealing.EVENTS) != after) {
            return;
        }
        for (Proof each : proofs) {
            tables.run("insert into seal (lane, seq, gone, proof) values (?, ?, 0, ?)", each.lane(), each.seq(),
                    each.proof());
        }
        for (SealDay day : days) {
            keep(day);
        }
        tables.mark(Sealing.EVENTS, until);
        tables.mark(SEALED_EVENTS, mark(SEALED_EVENTS) + proofs.size());
    }

    private void keep(SealDay day) throws WriteException {
        tables.run("""
                insert into seal_day (kind, lane, day, first, last, count, oldest, head) values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (kind, lane, day) do update set last = excluded.last, count = excluded.count,
                oldest = excluded.oldest, head = excluded.head""", day.kind(), day.lane(), day.day(), day.first(),
                day.last(), day.count(), day.oldest(), day.head());
    }

    /** Looks at the words behind a place: what became of them is sealed, or remembered as open. */
    void words(long after) throws WriteException {
        if (mark(Sealing.WORDS) != after) {
            return;
        }
        long until = after;
        for (OutboxRow row : tables.list(RowReader::outbox, "select " + RowReader.OUTBOX
                + " from outbox where id > ? order by id limit ?", after, MOST_WORDS)) {
            until = row.id();
            if (row.outcome() == Outcome.WAITING || row.outcome() == Outcome.QUEUED_FOR_CONFIRMATION) {
                reopen(tables, row.id());
            } else {
                seal(row);
            }
        }
        tables.mark(Sealing.WORDS, until);
    }

    /** Seals what was open and is not any more. */
    void reopened() throws WriteException {
        List<OutboxRow> known = tables.list(RowReader::outbox, "select " + RowReader.OUTBOX + " from outbox where id in"
                + " (select words from seal_open) and outcome not in " + UNKNOWN_YET + " order by id limit ?",
                MOST_WORDS);
        for (OutboxRow row : known) {
            seal(row);
            tables.run("delete from seal_open where words = ?", row.id());
        }
    }

    /** What becomes of words has to be sealed anew. */
    static void reopen(Tables tables, long words) throws WriteException {
        tables.run("insert into seal_open (words) values (?) on conflict (words) do nothing", words);
    }

    private void seal(OutboxRow row) throws WriteException {
        String name = name(row.lane());
        String book = tables.list(each -> each.getString(1),
                "select book from trace_book where seq <= ? order by seq desc limit 1", row.seq()).stream().findFirst()
                .orElse("");
        byte[] content = Leaf.content(name, row, row.outcome().name(), book);
        byte[] proof = leaf.proof(content);
        long number = mark(SEALED_WORDS) + 1;
        tables.run("insert into seal_words (lane, id, words, gone, outcome, book, proof) values (?, ?, ?, 0, ?, ?, ?)",
                row.lane(), number, row.id(), row.outcome().name(), book, proof);
        SealDay day = day(row.lane(), name);
        int today = Math.max(day.day(), SealDay.dayOf(row.created()));
        keep((today > day.day() ? day.next(today) : day).with(number, row.created().toEpochMilli(),
                leaf.link(day.head(), leaf.of(proof, content))));
        tables.mark(SEALED_WORDS, number);
    }

    private SealDay day(int lane, String name) throws WriteException {
        Optional<SealDay> last = tables.list(Seals::day, "select " + Seals.DAY + " from seal_day where kind = 1"
                + " and lane = ? order by day desc limit 1", lane).stream().findFirst();
        return last.orElseGet(() -> SealDay.beginning(SealDay.WORDS, lane, leaf.beginning(SealDay.WORDS, name)));
    }

    private String name(int lane) throws WriteException {
        return tables.list(row -> row.getString(1), "select name from lane where id = ?", lane).stream().findFirst()
                .orElse("");
    }

    /**
     * Takes the salts of events away, before they go; their digests stay in the chain.
     *
     * @param stone what stands for them
     * @return how many of them are in the chain
     */
    long release(int lane, List<Long> seqs, long stone) throws WriteException {
        String name = name(lane);
        long released = 0;
        for (long seq : seqs) {
            List<JournalRow> event = tables.list(RowReader::journal, "select " + RowReader.JOURNAL
                    + " from journal where seq = ?", seq);
            for (byte[] proof : tables.list(row -> row.getBytes(1),
                    "select proof from seal where lane = ? and seq = ? and gone = 0", lane, seq)) {
                byte[] digest = leaf.of(proof, Leaf.content(name, event.getFirst()));
                released += tables.run("update seal set gone = ?, proof = ? where lane = ? and seq = ?", stone, digest,
                        lane, seq);
            }
        }
        return released;
    }

    /** The same of words, before they go or are changed. */
    long releaseWords(long words, long stone) throws WriteException {
        @SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
        record Sealed(int lane, long id, String outcome, String book, byte[] proof) {}
        List<OutboxRow> row = tables.list(RowReader::outbox, "select " + RowReader.OUTBOX
                + " from outbox where id = ?", words);
        long released = 0;
        for (Sealed each : tables.list(seal -> new Sealed(seal.getInt(1), seal.getLong(2), seal.getString(3),
                seal.getString(4), seal.getBytes(5)),
                "select lane, id, outcome, book, proof from seal_words where words = ? and gone = 0", words)) {
            byte[] digest = leaf.of(each.proof(), Leaf.content(name(each.lane()), row.getFirst(), each.outcome(),
                    each.book()));
            released += tables.run("update seal_words set gone = ?, proof = ? where lane = ? and id = ?", stone,
                    digest, each.lane(), each.id());
        }
        return released;
    }

    /** Sets a tombstone. */
    void bury(Tombstone stone) throws WriteException {
        byte[] before = tables.list(row -> row.getBytes(1), "select link from tombstone order by id desc limit 1")
                .stream().findFirst().orElseGet(() -> new byte[0]);
        tables.run("insert into tombstone (id, at, who, reason, events, words, cut, link) values"
                + " (?, ?, ?, ?, ?, ?, 0, ?)", stone.id(), stone.at().toEpochMilli(), stone.who(), stone.reason(),
                stone.events(), stone.words(), leaf.link(before, Leaf.content(stone)));
    }

    long nextStone() throws WriteException {
        return tables.number("select coalesce(max(id), 0) + 1 from tombstone");
    }

    private long mark(String name) throws WriteException {
        return tables.list(row -> row.getLong(1), "select value from mark where name = ?", name).stream().findFirst()
                .orElse(0L);
    }

    /** Notes that so many of a lane went since their time was over. */
    void loose(int kind, int lane, long more, Instant before) throws WriteException {
        if (more == 0) {
            return;
        }
        byte[] beginning = leaf.beginning(kind, name(lane));
        tables.run("""
                insert into seal_cut (kind, lane, day, head, count, loose, before) values (?, ?, 0, ?, 0, ?, ?)
                on conflict (kind, lane) do update set loose = loose + excluded.loose,
                before = case when before < excluded.before then excluded.before else before end""", kind, lane,
                beginning, more, before.toEpochMilli());
    }
}
