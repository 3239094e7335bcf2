package io.qunbot.store;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.qunbot.chat.Charge;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * What was used of the budgets. A use is reserved here at once, and is the caller's to write in the transaction that
 * it belongs to; the rows are what a restart goes on from. A window includes both of its edges: whatever WeCom takes
 * for a minute, there is no minute with more. Thread-safe.
 */
public final class Ledger {

    /** A purse that nobody touched for so long is read again. */
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final Readers readers;
    private final LoadingCache<String, List<Use>> purses = Caffeine.newBuilder().expireAfterAccess(FORGOTTEN)
            .build(this::read);
    private final AtomicLong lastId;

    /**
     * One use of one budget.
     *
     * @param until it counts, in the longest of the windows that it was taken for
     */
    public record Use(long id, String purse, Instant at, Instant until) {

        boolean counts(Duration within, Instant now) {
            return !at.plus(within).isBefore(now);
        }
    }

    /**
     * Whether words may leave.
     *
     * @param uses what was reserved for them
     * @param shortOf what there was not enough of
     * @param again when there is enough of it, if nobody else is faster
     */
    public record Verdict(List<Use> uses, Optional<Charge> shortOf, Instant again) {

        public boolean granted() {
            return shortOf.isEmpty();
        }
    }

    Ledger(Readers readers) {
        this.readers = readers;
        this.lastId = new AtomicLong(readers.list(row -> row.getLong(1), "select coalesce(max(id), 0) from spent")
                .getFirst());
    }

    /** Reserves what is asked for of each budget, or of none. */
    public synchronized Verdict take(Collection<Charge> charges, Instant time) {
        Instant now = Instant.ofEpochMilli(time.toEpochMilli());
        charges.forEach(charge -> purse(charge.purse()).removeIf(use -> use.until().isBefore(now)));
        Verdict verdict = look(charges, now);
        if (!verdict.granted()) {
            return verdict;
        }
        Map<String, Charge> longest = new LinkedHashMap<>();
        charges.forEach(charge -> longest.merge(charge.purse(), charge,
                (one, other) -> one.within().compareTo(other.within()) > 0 ? one : other));
        List<Use> uses = longest.values().stream()
                .flatMap(charge -> Stream.generate(() -> new Use(lastId.incrementAndGet(), charge.purse(), now,
                        now.plus(charge.within()))).limit(charge.times()))
                .toList();
        uses.forEach(use -> purse(use.purse()).add(use));
        return new Verdict(uses, Optional.empty(), now);
    }

    /** What {@link #take} would say; nothing is reserved. */
    public synchronized Verdict look(Collection<Charge> charges, Instant now) {
        Instant again = now;
        Optional<Charge> shortOf = Optional.empty();
        for (Charge charge : charges) {
            Instant free = free(charge, now);
            if (free.isAfter(again)) {
                again = free;
                shortOf = Optional.of(charge);
            }
        }
        return new Verdict(List.of(), shortOf, again);
    }

    /** How often a budget was used within a time. */
    public synchronized int count(String purse, Duration within, Instant now) {
        return (int) purse(purse).stream().filter(use -> use.counts(within, now)).count();
    }

    /** When there is one left: now, or just after the window has left the use behind that is too much. */
    private Instant free(Charge charge, Instant now) {
        List<Use> counted = purse(charge.purse()).stream().filter(use -> use.counts(charge.within(), now))
                .sorted((one, other) -> one.at().compareTo(other.at())).toList();
        int room = charge.most() - Math.min(charge.times(), charge.most()); // more than all: all of them at once
        if (charge.most() > 0 && counted.size() <= room) {
            return now;
        }
        return charge.most() <= 0
                ? now.plus(charge.within())
                : counted.get(counted.size() - room - 1).at().plus(charge.within()).plusMillis(1);
    }

    /** The words did not leave: nothing was used. */
    public synchronized void giveBack(Collection<Use> uses) {
        uses.forEach(use -> purse(use.purse()).removeIf(each -> each.id() == use.id()));
    }

    /** The words left at some time between the reservation and now: the windows begin with the later of the two. */
    public synchronized List<Use> move(Collection<Use> uses, Instant time) {
        Instant now = Instant.ofEpochMilli(time.toEpochMilli());
        List<Use> moved = uses.stream().map(use -> new Use(use.id(), use.purse(), now,
                now.plus(Duration.between(use.at(), use.until())))).toList();
        giveBack(uses);
        moved.forEach(use -> purse(use.purse()).add(use));
        return moved;
    }

    /** Uses that count no more go. */
    public void prune(Store store, Instant now) {
        store.writer().submit(new SmallUnit("old uses of budgets", tables -> OutboxTables.of(tables).prune(now)));
    }

    private List<Use> purse(String name) {
        return purses.get(name);
    }

    private List<Use> read(String purse) {
        return new ArrayList<>(readers.list(row -> new Use(row.getLong(1), purse, Instant.ofEpochMilli(row.getLong(2)),
                Instant.ofEpochMilli(row.getLong(3))), "select id, at, until from spent where purse = ? order by at",
                purse));
    }
}
