package io.qunbot.outbox;

import io.qunbot.chat.GatewayException;
import io.qunbot.chat.GatewayException.Remedy;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Receipt;
import io.qunbot.profile.Limits;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Ledger;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.OutboxTables;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
    private record Conclusion(Parcel parcel, List<Ledger.Use> kept, List<Ledger.Use> given) {}

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
     * @return the first of the words as they are now; empty when the disk did not take it
     */
    Optional<OutboxRow> send(Parcel parcel, List<Ledger.Use> uses) {
        Instant now = clock.instant();
        Parcel begun = parcel.each(words -> (postings.isDoubtful(words, now)
                ? words.answered(words.route().reference(), true)
                : words).begun(now));
        List<OutboxRow> ours = new ArrayList<>();
        boolean written = write("an attempt at words " + parcel.head().id(), tables -> {
            ours.clear();
            for (OutboxRow words : begun.words()) {
                if (OutboxTables.of(tables).begin(words, now)) {
                    ours.add(words);
                }
            }
            if (!ours.isEmpty()) {
                OutboxTables.of(tables).spend(uses);
            }
        });
        if (!written || ours.isEmpty()) {
            store.ledger().giveBack(uses);
            return written ? Optional.of(parcel.head().ended(Outcome.CANCELLED, "")) : Optional.empty();
        }
        Parcel after = attempt(new Parcel(ours), parcel);
        return conclude(after, uses) ? Optional.of(after.head()) : Optional.empty();
    }

    /** What is urgent is to be taken up at any time. */
    private Instant attended(OutboxRow words, Instant now) {
        Optional<LaneRow> lane = words.manner().asked() ? Optional.empty() : Governor.lane(store, words);
        return lane.flatMap(LaneRow::chat)
                .map(chat -> terms.book().get().profileOf(chat, lane.get().firstName()).restraint().attended(now))
                .orElse(now);
    }

    /** @param before the words as they were before this attempt */
    private Parcel attempt(Parcel parcel, Parcel before) {
        OutboxRow head = parcel.head();
        String gateway = head.route().gateway();
        Instant now = clock.instant();
        try {
            Receipt receipt = postings.gateway(head).deliver(postings.of(parcel, now));
            stops.over(gateway);
            return parcel.each(words -> Aftermath.taken(words, receipt, now, attended(words, now)));
        } catch (GatewayException refused) {
            stop(gateway, refused, clock.instant());
            return refused(refused.maybeSent() ? parcel : unsaid(parcel, before), refused);
        } catch (RuntimeException | LinkageError bug) {
            log.error("channel {} failed with words {}", gateway, head.id(), bug);
            return refused(parcel, Aftermath.unforeseen(bug, head.attempts()));
        }
    }

    /** What left together is tried again together. */
    private Parcel refused(Parcel parcel, GatewayException failure) {
        Instant now = clock.instant();
        boolean knownAgain = failure.maybeSent() && postings.knowsAgain(parcel, now);
        OutboxRow head = Aftermath.refused(parcel.head(), failure, knownAgain, now);
        log.info("words {} on channel {}: {} after {}", head.id(), head.route().gateway(), head.outcome(),
                failure.getMessage());
        return parcel.each(words -> {
            OutboxRow after = Aftermath.refused(words, failure, knownAgain, now);
            return after.after(after.attempts(), after.outcome(), after.reason(), head.due());
        });
    }

    /** This attempt surely said nothing; an earlier one may have. */
    private static Parcel unsaid(Parcel parcel, Parcel before) {
        return parcel.each(words -> words.unsaid(before.words().stream().filter(each -> each.id() == words.id())
                .findFirst().flatMap(each -> each.route().unsure())));
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
    private boolean conclude(Parcel parcel, List<Ledger.Use> uses) {
        OutboxRow after = parcel.head();
        boolean unsaid = after.outcome() == Outcome.FAILED || after.outcome() == Outcome.WAITING;
        boolean free = unsaid && !after.route().doubt();
        List<Ledger.Use> given = free ? uses.stream().filter(use -> Limits.owns(use.purse())).toList() : List.of();
        List<Ledger.Use> kept = uses.stream().filter(use -> !given.contains(use)).toList();
        store.ledger().giveBack(given);
        Conclusion conclusion = new Conclusion(parcel, store.ledger().move(kept, clock.instant()), given);
        parcel.words().forEach(words -> unrecorded.put(words.id(), conclusion));
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
            for (OutboxRow each : known.parcel().words()) {
                OutboxTables.of(tables).settle(each, now);
            }
            OutboxTables.of(tables).move(known.kept());
            OutboxTables.of(tables).giveBack(known.given());
        });
        if (written) {
            known.parcel().words().forEach(each -> unrecorded.remove(each.id()));
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
