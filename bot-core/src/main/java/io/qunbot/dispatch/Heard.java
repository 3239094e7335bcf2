package io.qunbot.dispatch;

import io.qunbot.chat.Decoder;
import io.qunbot.chat.Event;
import io.qunbot.chat.MemberId;
import io.qunbot.people.Traces;
import io.qunbot.store.JournalRow;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.SpokenRow;
import io.qunbot.store.Store;
import io.qunbot.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who spoke when: gathered as messages are committed, written behind in batches with the place in the journal up to
 * which it is complete, and caught up from there after a crash. Thread-safe.
 */
final class Heard {

    private static final Logger log = LoggerFactory.getLogger(Heard.class);
    private static final String MARK = "activity";
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration REMEMBERED = Duration.ofDays(64);
    private static final int PAGE = 2000;

    private final Store store;
    private final Consumer<MemberId> written;
    private final Map<MemberId, Traces> fresh = new HashMap<>();
    private Map<MemberId, Traces> writing = Map.of();
    private long until;
    private boolean caughtUp;
    private Instant last;

    /** @param written is told of whom something else is stored now */
    Heard(Store store, Consumer<MemberId> written, Instant now) {
        this.store = store;
        this.written = written;
        this.last = now;
    }

    /** An event is in the journal, with all before it. */
    synchronized void append(long seq, Event event) {
        until = Math.max(until, seq);
        note(event);
    }

    private synchronized void note(Event event) {
        if (event instanceof Event.Said said) {
            fresh.merge(said.by(), Traces.NONE.at(said.at().toEpochMilli()), Traces::and);
        }
    }

    /** When somebody spoke, as far as it is not stored. */
    synchronized Traces of(MemberId member) {
        return fresh.getOrDefault(member, Traces.NONE).and(writing.getOrDefault(member, Traces.NONE));
    }

    /** When somebody spoke, as far as it is stored. */
    static Traces stored(Store store, MemberId member) {
        return store.activity().of(member.value()).map(row -> new Traces(row.last(), row.days())).orElse(Traces.NONE);
    }

    /** Reads what the journal has and was not written: the first page at once, whatever else behind. */
    void catchUp(Decoder decoder, Instant now, Executor behind) {
        long end = store.lastSeq();
        long read = page(store.mark(MARK), end, decoder, now);
        if (read < end) {
            behind.execute(() -> catchUp(read, end, decoder, now));
        }
    }

    private void catchUp(long from, long end, Decoder decoder, Instant now) {
        try {
            long at = from;
            while (at < end) {
                at = page(at, end, decoder, now);
            }
        } catch (StoreException closed) {
            log.info("who spoke when is looked up another time: {}", closed.getMessage());
        }
    }

    private long page(long after, long end, Decoder decoder, Instant now) {
        List<JournalRow> rows = store.journalAfter(after, now.minus(REMEMBERED), PAGE).stream()
                .filter(row -> row.seq() <= end).toList();
        rows.stream().filter(row -> !InternalEvents.owns(row.id().channel())).forEach(row -> note(
                decoder.decode(row.id().channel(), row.payload(), row.received())));
        long read = rows.size() < PAGE ? end : rows.getLast().seq();
        if (read >= end) {
            complete(end);
        }
        return read;
    }

    private synchronized void complete(long seq) {
        until = Math.max(until, seq);
        caughtUp = true;
    }

    /** Writes what is new, every now and then. */
    void write(Instant now, Executor behind) {
        if (last.plus(EVERY).isAfter(now) && !now.isBefore(last)) {
            return;
        }
        last = now;
        behind.execute(() -> {
            try {
                write();
            } catch (StoreException failure) {
                log.warn("who spoke when cannot be written: {}", failure.getMessage());
            }
        });
    }

    private void write() {
        long upTo = begin();
        if (upTo == 0 || writing.isEmpty()) {
            return;
        }
        List<SpokenRow> rows = writing.entrySet().stream().map(entry -> {
            Traces all = stored(store, entry.getKey()).and(entry.getValue());
            return new SpokenRow(entry.getKey().value(), all.last(), all.days());
        }).toList();
        SmallUnit unit = new SmallUnit("who spoke when", tables -> {
            for (SpokenRow row : rows) {
                tables.spoke(row);
            }
            tables.mark(MARK, upTo);
        });
        store.writer().submit(unit);
        if (unit.awaitEnd()) {
            end();
        }
    }

    /** What could not be written before goes with what is new; nothing before all of the journal is known. */
    private synchronized long begin() {
        if (!caughtUp) {
            return 0;
        }
        Map<MemberId, Traces> all = new HashMap<>(writing);
        fresh.forEach((member, traces) -> all.merge(member, traces, Traces::and));
        fresh.clear();
        writing = all;
        return until;
    }

    private void end() {
        List<MemberId> done;
        synchronized (this) {
            done = List.copyOf(writing.keySet());
        }
        done.forEach(written); // whoever reads now reads what is stored
        synchronized (this) {
            writing = Map.of();
        }
    }
}
