package io.qunbot.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the evidence. Thread-safe. */
public final class Seals {

    static final String DAY = "kind, lane, day, first, last, count, oldest, head";
    static final String STONE = "id, at, who, reason, events, words";

    private final Readers readers;

    Seals(Readers readers) {
        this.readers = readers;
    }

    Optional<SealDay> last(int kind, int lane) {
        return readers.list(Seals::day, "select " + DAY + " from seal_day where kind = ? and lane = ?"
                + " order by day desc limit 1", kind, lane).stream().findFirst();
    }

    /** Of each lane when the oldest was said that is still there. */
    public Map<Integer, Instant> oldest() {
        Map<Integer, Instant> oldest = new TreeMap<>();
        readers.each(row -> {
            oldest.put(row.getInt(1), Instant.ofEpochMilli(row.getLong(2)));
            return true;
        }, "select lane, min(oldest) from seal_day where kind = 0 group by lane");
        return oldest;
    }

    /** Everything that was erased, the oldest first. */
    public List<Tombstone> tombstones() {
        return readers.list(Seals::stone, "select " + STONE + " from tombstone order by id");
    }

    /**
     * Something that the search has to forget.
     *
     * @param id its place among them
     * @param words whether it is of the outbox rather than of the journal
     */
    public record Forgotten(long id, boolean words, long number) {}

    /** What the search has to forget, the oldest first. */
    public List<Forgotten> forgotten(int most) {
        return readers.list(row -> new Forgotten(row.getLong(1), row.getInt(2) == SealDay.WORDS, row.getLong(3)),
                "select id, kind, number from forgotten order by id limit ?", most);
    }

    static SealDay day(ResultSet row) throws SQLException {
        return new SealDay(row.getInt(1), row.getInt(2), row.getInt(3), row.getLong(4), row.getLong(5), row.getLong(6),
                row.getLong(7), row.getBytes(8));
    }

    static Tombstone stone(ResultSet row) throws SQLException {
        return new Tombstone(row.getLong(1), Instant.ofEpochMilli(row.getLong(2)), row.getString(3), row.getString(4),
                row.getLong(5), row.getLong(6));
    }
}
