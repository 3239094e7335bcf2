package io.qunbot.dispatch;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Origin;
import io.qunbot.chat.Reach;
import io.qunbot.people.Card;
import io.qunbot.people.Fact;
import io.qunbot.people.TagOrder;
import io.qunbot.people.Testimony;
import io.qunbot.pipeline.Decision;
import io.qunbot.pipeline.MemoryKey;
import io.qunbot.plugin.Answer;
import io.qunbot.profile.Profile;
import io.qunbot.store.AlarmRow;
import io.qunbot.store.JournalState;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Ledger;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.RemarkRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns what a turn's plugins want into what is written: each of their words gets its route. For one turn. */
final class Router {

    /** What is younger is never forgotten: it may be delivered again, and its place in the journal is taken. */
    static final Duration KEPT = Duration.ofDays(2);

    private final String profile;
    private final Routes routes;
    private final Function<LaneId, LaneRow> laneRows;
    private final ToLongFunction<EventId> journal;
    private final LaneRow lane;
    private final Event event;
    private final Instant now;
    private final Origin origin;
    private final List<MemoryKey> cancelled = new ArrayList<>(1);
    private final List<AlarmRow> alarms = new ArrayList<>(1);
    private final List<OutboxRow> words = new ArrayList<>(1);
    private final List<Emission> emissions = new ArrayList<>(1);
    private final List<Remarking> remarks = new ArrayList<>(1);
    private final List<Action.Judge> judgements = new ArrayList<>(1);
    private @Nullable Instant forget;

    /**
     * Where a turn happened, and how words get out of there.
     *
     * @param late how late an answer may be
     * @param till where an answer in the same exchange is paid for
     * @param inherited on a member's lane, where the event comes from
     * @param names what members are called
     */
    record Setting(Profile profile, Reach reach, Duration late, Function<LaneId, LaneRow> laneRows,
            ToLongFunction<EventId> journal, Till till, Optional<Origin> inherited,
            Function<MemberId, Optional<String>> names) {

        /** What happens where the event is. */
        Setting(Profile profile, Reach reach, Duration late, Function<LaneId, LaneRow> laneRows,
                ToLongFunction<EventId> journal, Till till, Function<MemberId, Optional<String>> names) {
            this(profile, reach, late, laneRows, journal, till, Optional.empty(), names);
        }
    }

    Router(Setting setting, LaneRow lane, Event event, Instant now) {
        this.profile = setting.profile().id();
        this.routes = new Routes(setting, lane, event, now);
        this.laneRows = setting.laneRows();
        this.journal = setting.journal();
        this.lane = lane;
        this.event = event;
        this.now = now;
        this.origin = setting.inherited().orElseGet(() -> new Origin(profile, lane.chat(), event.id(), 0,
                Circles.depth(event)));
        if (event instanceof Event.Rang rang) {
            cancelled.add(new MemoryKey(rang.plugin(), rang.key()));
        }
    }

    /**
     * Gives each of the wanted words its route.
     *
     * @param hushed why nothing is said here for now; empty when it is
     * @param claimAnswer tells whether the answer can still go back with the delivery, and reserves it
     */
    Settlement route(Decision decision, Optional<String> hushed, BooleanSupplier claimAnswer) {
        List<Decision.Wanted> says = decision.actions().stream().filter(each -> each.action() instanceof Action.Say)
                .toList();
        Optional<List<Ledger.Use>> paid = hushed.isPresent() ? Optional.empty() : routes.passive(says, claimAnswer);
        for (Decision.Wanted wanted : decision.actions()) {
            if (!(paid.isPresent() && wanted.action() instanceof Action.Say)) {
                take(wanted.plugin(), wanted.action(), hushed);
            }
        }
        boolean passive = paid.isPresent();
        return new Settlement(JournalState.DONE, passive ? join(says, Action.Say::text, "\n") : null,
                passive ? rules(says) : null, decision.memory(), cancelled, alarms,
                new Settlement.Leaving(words, paid.orElseGet(routes::paid)), emissions, remarks,
                Optional.ofNullable(forget), new Settlement.Desk(judgements, routes.colleague()));
    }

    private void take(String plugin, Action action, Optional<String> hushed) {
        switch (action) {
            case Action.Say say -> words.add(routes.say(plugin, say, hushed));
            case Action.Tell tell -> words.add(routes.tell(plugin, tell));
            case Action.Wake wake -> wake(plugin, wake);
            case Action.Cancel cancel -> cancel(new MemoryKey(plugin, cancel.key()));
            case Action.Tag tag -> emit(LaneId.of(tag.member()), Card.OWNER, TagOrder.KIND,
                    TagOrder.of(plugin, tag).json(), origin.deeper());
            case Action.Know know -> emit(LaneId.of(know.member()), Card.OWNER, Fact.KIND,
                    new Fact(know.fact(), know.value()).json(), origin.deeper());
            case Action.Attest attest -> emit(LaneId.of(attest.member()), Card.OWNER, Testimony.KIND,
                    Testimony.of(plugin, attest).json(), origin.deeper());
            case Action.Forward forward -> emit(forward.lane(), forward.plugin(), Answer.KIND,
                    Answer.of(forward).json(), Origin.NONE);
            case Action.Emit emit -> emit(emit.lane(), plugin, emit.kind(), emit.payload(),
                    plugin.equals(Card.OWNER) ? origin.deeper() : origin);
            case Action.Remark remark -> remark(plugin, remark);
            case Action.Judge judge -> judgements.add(judge);
            case Action.Forget old -> forget = earlier(old.before(), now.minus(KEPT));
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Its row replaces the one of the same key. */
    private void wake(String plugin, Action.Wake wake) {
        MemoryKey key = new MemoryKey(plugin, wake.key());
        cancel(key);
        cancelled.removeIf(key::equals);
        alarms.add(new AlarmRow(lane.number(), plugin, wake.key(), wake.at(), wake.payload()));
    }

    private void cancel(MemoryKey key) {
        alarms.removeIf(alarm -> alarm.plugin().equals(key.plugin()) && alarm.key().equals(key.key()));
        cancelled.add(key);
    }

    private void emit(LaneId target, String plugin, String kind, String payload, Origin from) {
        EventId id = new EventId(InternalEvents.BOT,
                event.id().channel() + ":" + event.id().key() + "#" + emissions.size());
        emissions.add(
                new Emission(new Event.Custom(id, now, target, plugin, kind, payload, from), laneRows.apply(target),
                        now));
    }

    /** A remark about an event that is not known any more would be about nothing. */
    private void remark(String plugin, Action.Remark remark) {
        long seq = remark.about().map(journal::applyAsLong).orElse(0L);
        if (seq != 0 || remark.about().isEmpty()) {
            remarks.add(new Remarking(new RemarkRow(seq, profile, plugin, remark.kind(), remark.subject(),
                    remark.number(), now), now.minus(remark.keep())));
        }
    }

    private static String rules(List<Decision.Wanted> says) {
        return says.stream().map(each -> each.plugin() + "/" + ((Action.Say) each.action()).rule())
                .collect(Collectors.joining(","));
    }

    private static String join(List<Decision.Wanted> says, Function<Action.Say, String> part, String between) {
        return says.stream().map(each -> part.apply((Action.Say) each.action())).collect(Collectors.joining(between));
    }
}
