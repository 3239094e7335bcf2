package io.qunbot.dispatch;

import io.qunbot.chat.Body;
import io.qunbot.chat.BodyText;
import io.qunbot.chat.Chat;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.Inbox.Arrival;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Reach;
import io.qunbot.pipeline.MemoryKey;
import io.qunbot.store.Handover;
import io.qunbot.store.JournalRow;
import io.qunbot.store.JournalState;
import io.qunbot.store.LaneRow;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import io.qunbot.store.Unit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follows from a commit, or from its failure. Called on the writer's thread: nothing here may block. */
final class Commits {

    private static final Logger log = LoggerFactory.getLogger(Commits.class);

    private final Store store;
    private final InFlight inFlight;
    private final Alarms alarms;
    private final Fetched fetched;
    private final Environment environment;
    private final ConcurrentLinkedQueue<Pending> again = new ConcurrentLinkedQueue<>();

    /** @param enqueue puts an event into its lane */
    record Environment(InstantSource clock, Observer observer, Reach reach, Counters counters, KnownPeople people,
            Heard heard, ProfileMemories shared, Settings settings,
            Consumer<Pending> enqueue) {}

    Commits(Store store, InFlight inFlight, Alarms alarms, Fetched fetched, Environment environment) {
        this.store = store;
        this.inFlight = inFlight;
        this.alarms = alarms;
        this.fetched = fetched;
        this.environment = environment;
    }

    void committed(TurnUnit unit, Handover handover) {
        Pending pending = unit.pending;
        Settlement settlement = unit.settlement;
        unit.lane.written(unit.row);
        unit.lane.settled();
        environment.heard().append(pending.seq, pending.event);
        environment.people().changed(unit.lane.id());
        environment.shared().changed(unit.lane.id());
        alarms.changed(unit.lane.id(), settlement);
        settlement.emissions().forEach(emission -> start(emission.pending()));
        if (!settlement.words().isEmpty()) {
            environment.observer().wordsWaiting();
        }
        settlement.forget().ifPresent(before -> Purge.begin(store, unit.row.number(), before));
        inFlight.finish(pending); // last: whoever sees nothing under way sees all that follows from it
        String answer = settlement.answer() == null ? "" : settlement.answer();
        for (Arrival arrival : pending.settle()) {
            handover.to(arrival.home(), () -> answer(arrival, unit, answer));
        }
    }

    /** Gives an answer to whoever delivered the event, and sees to it when nobody is there to take it. */
    private void answer(Arrival arrival, TurnUnit unit, String answer) {
        long seq = unit.pending.seq;
        if (answer.isEmpty()) {
            arrival.accepted(answer);
            return;
        }
        environment.counters().answers.increment();
        fetched.mark(seq);
        if (!arrival.accepted(answer)) {
            fetched.unmark(seq);
            unfetched(seq, unit.row, answer);
        }
    }

    /** An answer that nobody took: after a while it goes the other way, unless a redelivery takes it before. */
    void unfetched(long seq, LaneRow lane, String answer) {
        Instant now = environment.clock().instant();
        String whyNot = lane.chat().flatMap(environment.reach()::whyNot).orElse("");
        OutboxRow row = new OutboxRow(0, seq, lane.number(), lane.chat().map(Chat::channel).orElse(""), "fallback", "",
                BodyText.write(Body.text(answer)), "", "", now, now.plus(environment.settings().fetch()),
                now.plus(environment.settings().fresh()), 0,
                whyNot.isEmpty() ? Outcome.WAITING : Outcome.UNSUPPORTED, whyNot);
        store.writer().submit(new SmallUnit("an answer nobody fetched", tables -> tables.post(row)));
        environment.observer().wordsWaiting();
    }

    /** Where an event that was committed lately stands in the journal; 0 when it is not known any more. Reads the store. */
    long seqOf(EventId id) {
        return inFlight.row(id).map(JournalRow::seq).orElse(0L);
    }

    /** The event is durable ahead of its turn: whoever waits is let go without an answer. */
    void acknowledged(Pending pending, Handover handover) {
        environment.heard().append(pending.seq, pending.event);
        for (Arrival arrival : pending.release()) {
            handover.to(arrival.home(), () -> arrival.accepted(""));
        }
    }

    void rejected(TurnUnit unit, Exception why, Handover handover) {
        log.error("what the plugins decided on event {} of {} can't be written: {}", unit.pending.event.id().key(),
                unit.lane.id(), why.getMessage());
        store.ledger().giveBack(unit.settlement.leaving().paid());
        if (unit.settlement.state() == JournalState.FAILED) { // not even that can be written
            unit.lane.settled();
            forgotten(unit.pending, handover);
            return;
        }
        unit.lane.distrust();
        List<MemoryKey> rung = unit.settlement.cancelled();
        store.writer().submit(new TurnUnit(this, unit.lane, unit.row, unit.pending,
                Settlement.plain(JournalState.FAILED, rung), Unit.ANY_EPOCH,
                environment.clock().instant()));
    }

    void lost(TurnUnit unit, Handover handover) {
        store.ledger().giveBack(unit.settlement.leaving().paid());
        unit.lane.settled();
        if (unit.pending.seq != 0 && !(unit.pending.event instanceof Event.Rang)) {
            again.add(unit.pending);
        } else {
            forgotten(unit.pending, handover);
        }
    }

    /** The event could not be made durable: as if it had never come. */
    void forgotten(Pending pending, Handover handover) {
        inFlight.forget(pending);
        for (Arrival arrival : pending.settle()) {
            environment.counters().refused.increment();
            handover.to(arrival.home(), arrival::refused);
        }
    }

    /** Lets go of an event outside a commit, on any thread. */
    void abandon(Pending pending) {
        inFlight.forget(pending);
        for (Arrival arrival : pending.settle()) {
            environment.counters().refused.increment();
            arrival.home().execute(arrival::refused);
        }
    }

    /** Runs again what is in the journal and whose turn was lost. */
    void retry() {
        for (Pending pending = again.poll(); pending != null; pending = again.poll()) {
            environment.enqueue().accept(pending);
        }
    }

    /** An event that stands in the journal goes on its way. */
    void start(Pending pending) {
        if (inFlight.start(pending)) {
            environment.enqueue().accept(pending);
        }
    }
}
