package io.qunbot.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;

/** When members spoke, as far as it is written. Thread-safe. */
public final class Activity {

    private final Readers readers;

    Activity(Readers readers) {
        this.readers = readers;
    }

    /** When a member spoke, as far as it is written. */
    public Optional<SpokenRow> of(String member) {
        return readers.list(Activity::row,
                "select member, last, days from activity where member = ?", member).stream().findFirst();
    }

    /** When all members spoke. */
    public void each(Consumer<SpokenRow> visitor) {
        readers.each(row -> {
            visitor.accept(row(row));
            return true;
        }, "select member, last, days from activity");
    }

    private static SpokenRow row(ResultSet row) throws SQLException {
        return new SpokenRow(row.getString(1), row.getLong(2), row.getLong(3));
    }
}
