package io.qunbot.dispatch;

import io.qunbot.store.Tables;
import io.qunbot.store.TraceRow;
import io.qunbot.store.TraceTables;
import io.qunbot.store.WriteException;
import java.time.Instant;
import java.util.Optional;

/**
 * What is kept of why a turn ended as it did.
 *
 * @param trace empty for a dull turn
 * @param book the rules' version, when it is another than before
 */
record Trail(Optional<TraceRow> trace, Optional<String> book) {

    static final Trail NONE = new Trail(Optional.empty(), Optional.empty());

    void write(Tables tables, long seq, Instant now) throws WriteException {
        if (book.isPresent()) {
            TraceTables.book(tables, seq, book.get(), now);
        }
        if (trace.isPresent()) {
            TraceTables.write(tables, trace.get().withSeq(seq));
        }
    }
}
