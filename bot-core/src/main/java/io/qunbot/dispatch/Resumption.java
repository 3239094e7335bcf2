package io.qunbot.dispatch;

import io.qunbot.chat.Decoder;
import io.qunbot.chat.Event;
import io.qunbot.store.JournalRow;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Goes on where the last process ended. */
record Resumption(Store store, Decoder decoder, Commits commits, Fetched fetched) {

    /** Events whose turn was not done go on their way. @return how many */
    int unfinished() {
        List<JournalRow> rows = store.lastRun().unfinished();
        for (JournalRow row : rows) {
            Event event = decoder.decode(row.id().channel(), row.payload(), row.received());
            Pending pending = new Pending(event, row.payload(), row.received(), Fingerprints.of(row.id()));
            pending.seq = row.seq();
            commits.start(pending);
        }
        return rows.size();
    }

    /** Answers that nobody fetched go the other way. @return how many */
    int unfetched(Instant since) {
        int count = 0;
        for (JournalRow row : store.lastRun().answersSince(Math.max(0, store.lastSeq() - Fetched.SIZE), since)) {
            Optional<LaneRow> lane = store.lane(row.lane());
            if (!fetched.has(row.seq()) && row.answer() != null && lane.isPresent()) {
                commits.unfetched(row.seq(), lane.get(), row.answer());
                count++;
            }
        }
        return count;
    }
}
