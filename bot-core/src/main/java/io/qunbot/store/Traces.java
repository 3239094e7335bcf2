package io.qunbot.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Reads traces. Thread-safe. */
public final class Traces {

    private final Readers readers;

    Traces(Readers readers) {
        this.readers = readers;
    }

    /** The trace of an event; empty when its turn was dull, or it is long ago. */
    public Optional<TraceRow> of(long seq) {
        return readers.list(Traces::row, "select seq, weight, at, book, profile, findings from trace where seq = ?",
                seq).stream().findFirst();
    }

    /** The version of the rules when an event was dealt with; empty when that is too long ago. */
    public Optional<String> bookOf(long seq) {
        return readers.list(row -> row.getString(1),
                "select book from trace_book where seq <= ? order by seq desc limit 1", seq).stream().findFirst();
    }

    public long count() {
        return readers.list(row -> row.getLong(1), "select count(*) from trace").getFirst();
    }

    /** When the oldest was written. */
    public Optional<Instant> oldest() {
        return readers.list(row -> Instant.ofEpochMilli(row.getLong(1)),
                "select at from trace order by seq limit 1").stream().findFirst();
    }

    private static TraceRow row(ResultSet row) throws SQLException {
        return new TraceRow(row.getLong(1), row.getInt(2), Instant.ofEpochMilli(row.getLong(3)), row.getString(4),
                row.getString(5), row.getString(6));
    }
}
