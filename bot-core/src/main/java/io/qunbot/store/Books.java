package io.qunbot.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rule files as they were: every book that took effect, as far back as is kept. Thread-safe. */
public final class Books {

    private static final String BOOK = "id, version, at, cause, note";

    private final Readers readers;

    Books(Readers readers) {
        this.readers = readers;
    }

    /** The newest first. */
    public List<BookRow> newest(int most) {
        return list("select " + BOOK + " from book order by id desc limit ?", most);
    }

    public Optional<BookRow> book(long id) {
        return list("select " + BOOK + " from book where id = ?", id).stream().findFirst();
    }

    private List<BookRow> list(String sql, Object... values) {
        return readers.list(row -> new BookRow(row.getLong(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3)),
                row.getString(4), row.getString(5)), sql, values);
    }

    /** The hash of each file of a book, by its path. */
    public SortedMap<String, String> hashes(long book) {
        SortedMap<String, String> hashes = new TreeMap<>();
        readers.each(row -> {
            hashes.put(row.getString(1), row.getString(2));
            return true;
        }, "select path, hash from book_file where book = ?", book);
        return hashes;
    }

    /** The files of a book; one that is lost is left out. */
    public SortedMap<String, byte[]> files(long book) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        readers.each(row -> {
            files.put(row.getString(1), row.getBytes(2));
            return true;
        }, "select f.path, b.content from book_file f join rule_blob b on b.hash = f.hash where f.book = ?", book);
        return files;
    }

    /** What is tried at the moment. */
    public List<RolloutRow> rollouts() {
        return readers.list(
                row -> new RolloutRow(row.getString(1), row.getLong(2), row.getString(3), row.getString(4),
                        row.getString(5), Instant.ofEpochMilli(row.getLong(6)), row.getString(7)),
                "select profile, base, base_version, version, print, since, tally from rollout order by profile");
    }

    /** Rule files as they last took effect. */
    public SortedMap<String, byte[]> goodFiles() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        readers.each(row -> {
            files.put(row.getString(1), row.getBytes(2));
            return true;
        }, "select path, content from good_file");
        return files;
    }
}
