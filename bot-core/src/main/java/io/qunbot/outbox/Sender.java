package io.qunbot.outbox;

import io.qunbot.chat.GatewayException;
import io.qunbot.chat.GatewayException.Remedy;
import io.qunbot.chat.Outcome;
import io.qunbot.profile.Limits;
import io.qunbot.store.Ledger;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.OutboxTables;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands words to their gateway, between two commits: before the first nobody has them, after the second it is known
 * what became of them, and a crash between the two leaves a row that says so. Thread-safe for different words.
 */
final class Sender {

    private static final Logger log = LoggerFactory.getLogger(Sender.class);

    private final Store store;
    private final Terms terms;
    private final Postings postings;
    private final Stops stops;
    private final InstantSource clock;
    private final Map<Long, Conclusion> unrecorded = new ConcurrentHashMap<>();

    /** What is to be written of an attempt. */
    private record Conclusion(OutboxRow words, List<Ledger.Use> kept, List<Ledger.Use> given) {}

    Sender(Store store, Terms terms, Stops stops, InstantSource clock) {
        this.store = store;
        this.terms = terms;
        this.postings = new Postings(store, terms);
        this.stops = stops;
        this.clock = clock;
    }

    /**
     * Asks the gateway.
     *
     * @param uses what the words cost
     * @return the words as they are now; empty when the disk did not take it
     */
    Optional<OutboxRow> send(OutboxRow words, List<Ledger.Use> uses) {
        Instant now = clock.instant();
        OutboxRow begun = (postings.isDoubtful(words, now) ? words.answered(words.route().reference(), true) : words)
                .begun(now);
        AtomicBoolean ours = new AtomicBoolean();
        boolean written = write("an attempt at words " + words.id(), tables -> {
            ours.set(OutboxTables.of(tables).begin(begun, now));
            if (ours.get()) {
                OutboxTables.of(tables).spend(uses);
            }
        });
        if (!written || !ours.get()) {
            store.ledger().giveBack(uses);
            return written ? Optional.of(words.ended(Outcome.CANCELLED, "")) : Optional.empty();
        }
        OutboxRow after = attempt(begun, words.route().unsure());
        return conclude(after, uses) ? Optional.of(after) : Optional.empty();
    }

    private OutboxRow attempt(OutboxRow words, Optional<Instant> unsureBefore) {
        String gateway = words.route().gateway();
        try {
            OutboxRow taken = Aftermath.taken(words, postings.gateway(words).deliver(postings.of(words)),
                    clock.instant());
            stops.over(gateway);
            return taken;
        } catch (GatewayException refused) {
            stop(gateway, refused, clock.instant());
            return refused(refused.maybeSent() ? words : words.unsaid(unsureBefore), refused);
        } catch (RuntimeException | LinkageError bug) {
            log.error("channel {} failed with words {}", gateway, words.id(), bug);
            return refused(words, Aftermath.unforeseen(bug, words.attempts()));
        }
    }

    private OutboxRow refused(OutboxRow words, GatewayException failure) {
        Instant now = clock.instant();
        OutboxRow after = Aftermath.refused(words, failure, failure.maybeSent() && postings.knowsAgain(words), now);
        log.info("words {} on channel {}: {} after {}", words.id(), words.route().gateway(), after.outcome(),
                failure.getMessage());
        return after;
    }

    /** What follows for others on the channel. */
    private void stop(String gateway, GatewayException failure, Instant now) {
        if (failure.remedy() == Remedy.DISABLE) {
            stops.disabled(gateway, Reasons.refused(failure), now);
        } else if (failure.remedy() == Remedy.BACK_OFF && terms.isCountedWhole(gateway)) {
            stops.busy(gateway, now.plus(Aftermath.BUSY_PAUSE));
        } else if (Aftermath.isSilence(failure)) {
            stops.silent(gateway, Reasons.refused(failure), now);
        } else {
            stops.heard(gateway);
        }
    }

    /** What WeCom counted stays counted; what the operator counts is what was said. */
    private boolean conclude(OutboxRow after, List<Ledger.Use> uses) {
        boolean unsaid = after.outcome() == Outcome.FAILED || after.outcome() == Outcome.WAITING;
        boolean free = unsaid && !after.route().doubt();
        List<Ledger.Use> given = free ? uses.stream().filter(use -> Limits.owns(use.purse())).toList() : List.of();
        List<Ledger.Use> kept = uses.stream().filter(use -> !given.contains(use)).toList();
        store.ledger().giveBack(given);
        unrecorded.put(after.id(), new Conclusion(after, store.ledger().move(kept, clock.instant()), given));
        return record(after);
    }

    /** Whether it is known what became of these words, and not yet written down. */
    boolean isUnrecorded(OutboxRow words) {
        return unrecorded.containsKey(words.id());
    }

    /** Writes down what became of words. What the disk doesn't take is kept here, lest it is said again and again. */
    boolean record(OutboxRow words) {
        Conclusion known = Optional.ofNullable(unrecorded.get(words.id())).orElseThrow();
        Instant now = clock.instant();
        boolean written = write("the outcome of words " + words.id(), tables -> {
            OutboxTables.of(tables).settle(known.words(), now);
            OutboxTables.of(tables).move(known.kept());
            OutboxTables.of(tables).giveBack(known.given());
        });
        if (written) {
            unrecorded.remove(words.id());
        }
        return written;
    }

    /** Ends words, or puts them off, that were not tried. */
    boolean settle(OutboxRow words) {
        Instant now = clock.instant();
        return write("the outcome of words " + words.id(), tables -> OutboxTables.of(tables).settle(words, now));
    }

    private boolean write(String what, SmallUnit.Statement statement) {
        SmallUnit unit = new SmallUnit(what, statement);
        store.writer().submit(unit);
        return unit.awaitEnd();
    }
}
