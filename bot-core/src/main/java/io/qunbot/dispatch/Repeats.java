package io.qunbot.dispatch;

import io.qunbot.chat.Inbox.Arrival;
import io.qunbot.store.JournalRow;
import io.qunbot.store.OutboxTables;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Answers deliveries of events that are committed already: the same answer again, unless it has gone another way. */
final class Repeats {

    private final Store store;
    private final InstantSource clock;
    private final Executor lookups;
    private final Runnable wordsWait;

    /**
     * @param lookups where the store is read: not an event loop
     * @param wordsWait says that there is something to send
     */
    Repeats(Store store, InstantSource clock, Executor lookups, Runnable wordsWait) {
        this.store = store;
        this.clock = clock;
        this.lookups = lookups;
        this.wordsWait = wordsWait;
    }

    /**
     * Gives a delivery the answer that its event was given. Reads the store.
     *
     * @param row the event as it was committed, empty when it is forgotten since
     */
    void answer(Arrival arrival, long seq, Optional<JournalRow> row) {
        Optional<String> answer = row.map(JournalRow::answer).filter(words -> !words.isEmpty());
        if (answer.isPresent()
                && !write("a fetched answer", tables -> OutboxTables.of(tables).fetched(seq, clock.instant()))) {
            arrival.home().execute(arrival::refused);
        } else {
            String words = answer.filter(_ -> !goesAnotherWay(seq)).orElse("");
            arrival.home().execute(() -> offer(arrival, seq, words));
        }
    }

    /** Whether the words were said or are just being said: the mark stands before they are. */
    private boolean goesAnotherWay(long seq) {
        return store.wordsOf(seq).stream().anyMatch(words -> words.kind().equals("fallback") && words.attempts() > 0);
    }

    private void offer(Arrival arrival, long seq, String answer) {
        if (!arrival.accepted(answer) && !answer.isEmpty()) {
            lookups.execute(() -> putBack(seq));
        }
    }

    private void putBack(long seq) {
        write("an answer nobody fetched", tables -> OutboxTables.of(tables).unfetched(seq, clock.instant()));
        wordsWait.run();
    }

    private boolean write(String what, SmallUnit.Statement statement) {
        SmallUnit unit = new SmallUnit(what, statement);
        store.writer().submit(unit);
        return unit.awaitEnd();
    }
}
