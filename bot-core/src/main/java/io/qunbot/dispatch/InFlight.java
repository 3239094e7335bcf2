package io.qunbot.dispatch;

import io.qunbot.chat.EventId;
import io.qunbot.chat.Inbox.Arrival;
import io.qunbot.store.JournalRow;
import io.qunbot.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which events are under way and which were seen already: decides whether a delivery is a new event. Thread-safe. */
final class InFlight {

    private static final Duration REMEMBERED = Duration.ofHours(25);

    private final Store store;
    private final Map<Long, Pending> pending = new ConcurrentHashMap<>();
    private final Fingerprints seen;

    InFlight(Store store, Instant now) {
        this.store = store;
        this.seen = new Fingerprints(now);
        store.lastRun().recentIds(now.minus(REMEMBERED), this::remember);
    }

    private void remember(EventId id, long seq) {
        if (!InternalEvents.owns(id.channel())) { // nobody delivers those
            long at = Fingerprints.of(id);
            while (seen.seq(at) != 0) {
                at = next(at); // two ids with one fingerprint
            }
            seen.put(at, seq);
        }
    }

    /** What a delivery turned out to be. */
    sealed interface Admission {}

    /** An event that was not seen before. */
    record New(Pending pending) implements Admission {}

    /** The same event is under way; the delivery waits with the others. */
    record Joined() implements Admission {}

    /** The same event is under way and was acknowledged already; so can the delivery be. */
    record Acknowledged() implements Admission {}

    /** Probably seen before: the journal row at {@code seq} tells. {@code arrivals} wait to be told. */
    record Seen(long seq, long fingerprint, List<Arrival> arrivals) implements Admission {}

    Admission admit(Arrival arrival, long fingerprint) {
        long at = fingerprint;
        while (true) {
            Pending fresh = new Pending(arrival.event(), arrival.payload(), arrival.received(), at);
            fresh.attach(arrival);
            Pending before = pending.putIfAbsent(at, fresh);
            if (before == null) {
                long seq = seen.seq(at);
                if (seq == 0) {
                    return new New(fresh);
                }
                pending.remove(at, fresh);
                return new Seen(seq, at, fresh.settle()); // another delivery may have joined it meanwhile
            }
            if (!before.event.id().equals(arrival.event().id())) {
                at = next(at); // two ids with one fingerprint
                continue;
            }
            Pending.Attached attached = before.attach(arrival);
            if (attached != Pending.Attached.TOO_LATE) {
                return attached == Pending.Attached.WAITS ? new Joined() : new Acknowledged();
            }
        }
    }

    /** Where to look next when the journal shows another event under a fingerprint. */
    static long next(long fingerprint) {
        return fingerprint * 0x9E3779B97F4A7C15L | 1;
    }

    /** An event of our own goes under way. @return false when it is already */
    boolean start(Pending own) {
        return pending.putIfAbsent(own.fingerprint, own) == null;
    }

    /** The event is committed. */
    void finish(Pending done) {
        seen.put(done.fingerprint, done.seq);
        pending.remove(done.fingerprint, done);
    }

    /** The event never happened. */
    void forget(Pending lost) {
        pending.remove(lost.fingerprint, lost);
    }

    /** Events that somebody waits for since before a time, in the order of arrival. */
    List<Pending> awaitedSince(Instant before) {
        return pending.values().stream().filter(each -> each.received.isBefore(before) && each.isAwaited())
                .sorted(Comparator.comparing((Pending each) -> each.received)).toList();
    }

    /** The journal row of an event that was committed. */
    Optional<JournalRow> row(EventId id) {
        long fingerprint = Fingerprints.of(id);
        for (long seq = seen.seq(fingerprint); seq != 0; seq = seen.seq(fingerprint)) {
            Optional<JournalRow> row = store.journal(seq);
            if (row.isEmpty() || row.get().id().equals(id)) {
                return row;
            }
            fingerprint = next(fingerprint);
        }
        return Optional.empty();
    }

    void age(Instant now) {
        seen.age(now);
    }

    int size() {
        return pending.size();
    }
}
