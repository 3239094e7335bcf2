package io.qunbot.dispatch;

import io.qunbot.chat.Inbox.Arrival;
import io.qunbot.chat.Outcome;
import io.qunbot.store.JournalRow;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers deliveries of events that are committed already: the same answer again, unless it has gone another way. */
final class Repeats {

    private static final Logger log = LoggerFactory.getLogger(Repeats.class);

    private final Store store;
    private final InstantSource clock;
    private final Executor lookups;

    /** @param lookups where the store is read: not an event loop */
    Repeats(Store store, InstantSource clock, Executor lookups) {
        this.store = store;
        this.clock = clock;
        this.lookups = lookups;
    }

    /**
     * Gives a delivery the answer that its event was given. Reads the store.
     *
     * @param row the event as it was committed, empty when it is forgotten since
     */
    void answer(Arrival arrival, long seq, Optional<JournalRow> row) {
        String answer = row.map(this::answer).orElse("");
        arrival.home().execute(() -> offer(arrival, seq, answer));
    }

    private String answer(JournalRow row) {
        String answer = row.answer();
        boolean gone = fallback(row.seq()).filter(words -> words.outcome() == Outcome.SENT && words.attempts() > 0)
                .isPresent();
        return answer == null || gone ? "" : answer;
    }

    /** Whoever takes the answer now has fetched it, and it need not go another way any more. */
    private void offer(Arrival arrival, long seq, String answer) {
        if (arrival.accepted(answer) && !answer.isEmpty()) {
            try {
                lookups.execute(() -> fallback(seq).filter(words -> words.outcome() != Outcome.SENT)
                        .ifPresent(_ -> takeBack(seq)));
            } catch (RejectedExecutionException closing) {
                log.debug("answer {} was fetched while the bot stops; it may go out once more", seq);
            }
        }
    }

    private void takeBack(long seq) {
        Instant now = clock.instant();
        store.writer().submit(new SmallUnit("a fetched answer", tables -> tables.fetched(seq, now)));
    }

    private Optional<OutboxRow> fallback(long seq) {
        return store.wordsOf(seq).stream().filter(words -> words.kind().equals("fallback")).findFirst();
    }
}
