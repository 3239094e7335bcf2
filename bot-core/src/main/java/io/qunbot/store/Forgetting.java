package io.qunbot.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes events out of the store with all that hangs on them, and keeps their digests, so that the evidence still
 * holds. Only what is sealed can be forgotten. Belongs to the writer's thread.
 */
final class Forgetting {

    /** What stands in a seal for a tombstone where something went because its time was over. */
    static final long EXPIRED = -1;

    private static final List<String> BY_EVENT = List.of("remark", "trace", "completion", "sealed", "journal");

    private final Tables tables;
    private final SealTables seals;

    Forgetting(Tables tables) {
        this.tables = tables;
        this.seals = SealTables.of(tables);
    }

    /** Forgets what of a lane was said before a time, at most so much. @return how many events */
    int expire(int lane, Instant before, int most) throws WriteException {
        long limit = before.toEpochMilli();
        int gone = 0;
        for (List<SealDay> due = due(lane, limit); gone < most && !due.isEmpty(); due = due(lane, limit)) {
            SealDay day = due.getFirst();
            List<Long> seqs = old(day, limit, most - gone);
            expire(lane, seqs, before);
            gone += seqs.size();
            if (gone < most) {
                tables.run("update seal_day set oldest = ? where kind = 0 and lane = ? and day = ?", oldest(day), lane,
                        day.day());
            }
        }
        if (gone > 0) {
            new Cutting(tables).run(SealDay.EVENTS, lane);
            new Cutting(tables).run(SealDay.WORDS, lane);
        }
        return gone;
    }

    private List<SealDay> due(int lane, long limit) throws WriteException {
        return tables.list(Seals::day, "select " + Seals.DAY
                + " from seal_day where kind = 0 and lane = ? and oldest < ? order by day limit 1", lane, limit);
    }

    private List<Long> old(SealDay day, long limit, int most) throws WriteException {
        return tables.list(row -> row.getLong(1), "select s.seq from seal s join journal j on j.seq = s.seq"
                + " where s.lane = ? and s.seq between ? and ? and s.gone = 0 and min(j.at, j.received) < ?"
                + " order by s.seq limit ?", day.lane(), day.first(), day.last(), limit, most);
    }

    private long oldest(SealDay day) throws WriteException {
        return tables.list(row -> row.getObject(1) == null ? Long.MAX_VALUE : row.getLong(1),
                "select min(min(j.at, j.received)) from seal s join journal j on j.seq = s.seq where s.lane = ?"
                        + " and s.seq between ? and ? and s.gone = 0",
                day.lane(), day.first(), day.last()).getFirst();
    }

    private void expire(int lane, List<Long> seqs, Instant before) throws WriteException {
        for (OutboxRow row : said(seqs)) {
            seals.loose(SealDay.WORDS, row.lane(), words(row, EXPIRED), before);
        }
        seals.loose(SealDay.EVENTS, lane, events(lane, seqs, EXPIRED), before);
    }

    /** What the bot said to events, as far as it does not wait any more. */
    List<OutboxRow> said(List<Long> seqs) throws WriteException {
        List<OutboxRow> rows = new ArrayList<>();
        for (long seq : seqs) {
            rows.addAll(tables.list(RowReader::outbox, "select " + RowReader.OUTBOX
                    + " from outbox where seq = ? and outcome <> 'WAITING' order by id", seq));
        }
        return rows;
    }

    /** Forgets words. @return how many outcomes of them were sealed */
    long words(OutboxRow row, long stone) throws WriteException {
        long released = seals.releaseWords(row.id(), stone);
        tables.run("delete from outbox where id = ?", row.id());
        tables.run("delete from seal_open where words = ?", row.id());
        forgotten(SealDay.WORDS, row.id());
        return released;
    }

    /** Forgets events with all but the words that they caused. @return how many of them were sealed */
    long events(int lane, List<Long> seqs, long stone) throws WriteException {
        long released = seals.release(lane, seqs, stone);
        for (long seq : seqs) {
            tables.run("delete from recalled where (channel, id) in (select channel, id from journal where seq = ?)",
                    seq);
            for (String table : BY_EVENT) {
                tables.run("delete from " + table + " where seq = ?", seq);
            }
            tables.run("delete from chat_row where lane = ? and seq = ?", lane, seq);
            forgotten(SealDay.EVENTS, seq);
        }
        return released;
    }

    void forgotten(int kind, long number) throws WriteException {
        tables.run("insert into forgotten (kind, number) values (?, ?)", kind, number);
    }
}
