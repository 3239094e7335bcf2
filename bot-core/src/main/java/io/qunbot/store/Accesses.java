package io.qunbot.store;

import java.time.Instant;
import java.util.List;

/** Who looked into the archive. Thread-safe. */
public final class Accesses {

    private final Readers readers;

    Accesses(Readers readers) {
        this.readers = readers;
    }

    /** The newest since a time, oldest first. */
    public List<AccessRow> since(Instant since, int most) {
        return readers.list(row -> new AccessRow(row.getLong(1), Instant.ofEpochMilli(row.getLong(2)),
                row.getString(3), row.getString(4), row.getString(5), row.getString(6), row.getLong(7)),
                "select id, at, who, command, wanted, masked, hits from access_log where at >= ?"
                        + " order by id desc limit ?",
                since.toEpochMilli(), most).reversed();
    }

    /** Writes that somebody looks; an id of 0 gets the next one. Belongs to the writer's thread. @return its id */
    public static long add(Tables tables, AccessRow row) throws WriteException {
        long id = tables.number("select coalesce(max(id), 0) + 1 from access_log");
        tables.run("insert into access_log (id, at, who, command, wanted, masked, hits) values (?, ?, ?, ?, ?, ?, ?)",
                id, row.at().toEpochMilli(), row.by(), row.command(), row.wanted(), row.masked(), row.hits());
        return id;
    }

    /** So many more were shown to the same visitor. @return whether there is such a visit */
    public static boolean more(Tables tables, long id, String by, long hits) throws WriteException {
        return tables.run("update access_log set hits = hits + ? where id = ? and who = ?", hits, id, by) > 0;
    }
}
