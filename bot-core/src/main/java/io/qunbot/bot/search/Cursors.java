package io.qunbot.bot.search;

import io.qunbot.search.ArchiveIndex.Cursor;
import io.qunbot.search.Entry;
import java.util.Optional;

/** Places between two pages, as people pass them on. */
final class Cursors {

    private Cursors() {}

    /** Where an entry stands itself. */
    static Cursor of(Entry entry) {
        return new Cursor(entry.at().toEpochMilli(), entry.key().number(), entry.key().kind().code());
    }

    static String write(Cursor cursor) {
        return cursor.at() + "-" + cursor.number() + "-" + cursor.kind();
    }

    /** Empty for the first page, and for what is no such place. */
    static Optional<Cursor> read(String text) {
        return text.matches("\\d{1,15}-\\d{1,18}-\\d")
                ? Optional.of(text.split("-", -1)).map(parts -> new Cursor(Long.parseLong(parts[0]),
                        Long.parseLong(parts[1]), Integer.parseInt(parts[2])))
                : Optional.empty();
    }
}
