package io.qunbot.dispatch;

import io.qunbot.chat.EventId;
import io.qunbot.chat.Inbox.Arrival;
import io.qunbot.chat.Inbox.Recall;
import io.qunbot.store.JournalRow;
import io.qunbot.store.Store;
import io.qunbot.store.StoreException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes deliveries: each brings an event that is new, or one that is under way or was seen already. Thread-safe. */
final class Deliveries {

    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

    private final InFlight inFlight;
    private final House house;
    private final Repeats repeats;

    /**
     * Where deliveries come in.
     *
     * @param most so many events may be under way
     * @param lookups where the store is read: not an event loop
     * @param enqueue puts an event into its lane
     * @param flush lets the lanes run
     */
    record House(Store store, Ports ports, Counters counters, int most, Executor lookups, Consumer<Pending> enqueue,
            Runnable flush) {}

    Deliveries(InFlight inFlight, House house) {
        this.inFlight = inFlight;
        this.house = house;
        this.repeats = new Repeats(house.store(), house.ports().clock(), house.lookups(),
                house.ports().observer()::wordsWaiting);
    }

    void accept(Arrival arrival) {
        if (inFlight.size() >= house.most()) {
            refuse(arrival);
            return;
        }
        admit(arrival, Fingerprints.of(arrival.event().id()));
    }

    private void admit(Arrival arrival, long fingerprint) {
        InFlight.Admission admission = inFlight.admit(arrival, fingerprint);
        if (!(admission instanceof InFlight.New)) {
            house.ports().observer().repeated(arrival.event());
        }
        switch (admission) {
            case InFlight.New fresh -> {
                house.counters().accepted.increment();
                house.enqueue().accept(fresh.pending());
            }
            case InFlight.Joined _ -> house.counters().duplicates.increment();
            case InFlight.Acknowledged _ -> {
                house.counters().duplicates.increment();
                arrival.home().execute(() -> arrival.accepted(""));
            }
            case InFlight.Seen seen -> {
                house.counters().duplicates.increment();
                house.lookups().execute(() -> seen.arrivals().forEach(each -> again(each, seen)));
            }
        }
    }

    /** A delivery that was probably seen before: it gets the same answer, and nothing else happens. */
    private void again(Arrival arrival, InFlight.Seen seen) {
        try {
            Optional<JournalRow> row = house.store().journal(seen.seq());
            if (row.isPresent() && !row.get().id().equals(arrival.event().id())) {
                admit(arrival, InFlight.next(seen.fingerprint()));
                house.flush().run();
                return;
            }
            repeats.answer(arrival, seen.seq(), row);
        } catch (StoreException unreadable) {
            log.warn("a redelivery is refused: {}", unreadable.getMessage());
            refuse(arrival);
        }
    }

    private void refuse(Arrival arrival) {
        house.counters().refused.increment();
        arrival.home().execute(arrival::refused);
    }

    void recall(EventId id, Recall recall) {
        house.lookups().execute(() -> {
            String answer = inFlight.row(id).map(row -> row.answer() == null ? "" : row.answer()).orElse("");
            recall.home().execute(() -> recall.answer(answer));
        });
    }
}
