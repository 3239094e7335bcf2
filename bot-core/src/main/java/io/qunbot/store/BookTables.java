package io.qunbot.store;

import java.util.Map;

/** What may be written of books. Belongs to the writer's thread. */
public final class BookTables {

    private final Tables tables;

    private BookTables(Tables tables) {
        this.tables = tables;
    }

    public static BookTables of(Tables tables) {
        return new BookTables(tables);
    }

    /** @param hashes of its files, by path; their contents are added before or after */
    public void add(BookRow book, Map<String, String> hashes) throws WriteException {
        tables.run("insert into book (id, version, at, cause, note) values (?, ?, ?, ?, ?)", book.id(), book.version(),
                book.at().toEpochMilli(), book.cause(), book.note());
        for (Map.Entry<String, String> file : hashes.entrySet()) {
            tables.run("insert into book_file (book, path, hash) values (?, ?, ?)", book.id(), file.getKey(),
                    file.getValue());
        }
    }

    /** Does nothing when it is there already. */
    public void content(String hash, byte[] content) throws WriteException {
        tables.run("insert into rule_blob (hash, content) values (?, ?) on conflict (hash) do nothing", hash, content);
    }

    /** Keeps the newest books and those that a rollout stands on; of the others nothing stays. */
    public void prune(int keep) throws WriteException {
        int gone = tables.run("delete from book where id <= (select max(id) from book) - ?"
                + " and id not in (select base from rollout)", keep);
        if (gone > 0) {
            tables.run("delete from book_file where book not in (select id from book)");
            tables.run("delete from rule_blob where hash not in (select hash from book_file)");
        }
    }

    public void rollout(RolloutRow row) throws WriteException {
        tables.run("insert into rollout (profile, base, base_version, version, print, since, tally)"
                + " values (?, ?, ?, ?, ?, ?, ?)", row.profile(), row.base(), row.baseVersion(), row.version(),
                row.print(), row.since().toEpochMilli(), row.tally());
    }

    /** Nothing is tried any more, until a rollout is added again. */
    public void endAll() throws WriteException {
        tables.run("delete from rollout");
    }
}
