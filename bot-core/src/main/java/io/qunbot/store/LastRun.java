package io.qunbot.store;

import io.qunbot.chat.EventId;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;

/** What the last run left, for a start that goes on where it ended. Thread-safe. */
public final class LastRun {

    private final Readers readers;

    LastRun(Readers readers) {
        this.readers = readers;
    }

    /** All events received at or after a time, newest first: for the memory of what came already. */
    public void recentIds(Instant since, BiConsumer<EventId, Long> visitor) {
        readers.each(row -> {
            visitor.accept(new EventId(row.getString(2), row.getString(3)), row.getLong(1));
            return row.getLong(4) >= since.toEpochMilli();
        }, "select seq, channel, id, received from journal order by seq desc");
    }

    /** Events whose turn was not done when the process ended, oldest first. */
    public List<JournalRow> unfinished() {
        return readers.list(RowReader::journal,
                "select " + RowReader.JOURNAL + " from journal where state = 0 and not exists"
                        + " (select 1 from completion c where c.seq = journal.seq) order by seq");
    }

    /** Answers given after {@code seq} and received since a time: what somebody may not have fetched. */
    public List<JournalRow> answersSince(long seq, Instant since) {
        return readers.list(RowReader::journal,
                "select " + RowReader.JOURNAL + " from journal where seq > ? and received >= ?"
                        + " and answer is not null and not exists (select 1 from outbox o where o.seq = journal.seq"
                        + " and o.kind = 'fallback') order by seq",
                seq, since.toEpochMilli());
    }
}
