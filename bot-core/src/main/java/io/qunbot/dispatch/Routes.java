package io.qunbot.dispatch;

import io.qunbot.chat.Action;
import io.qunbot.chat.Autonomy;
import io.qunbot.chat.Body;
import io.qunbot.chat.BodyText;
import io.qunbot.chat.Charge;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.chat.Manner;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Origin;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Urgency;
import io.qunbot.pipeline.Decision;
import io.qunbot.plugin.Mode;
import io.qunbot.plugin.mask.Masks;
import io.qunbot.profile.Limits;
import io.qunbot.profile.Way;
import io.qunbot.store.Duty;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Ledger;
import io.qunbot.store.OutboxRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** How the words of one turn leave: with the delivery, or through the outbox, when, and by which channel. */
final class Routes {

    private static final String OFTEN = "同一条回答说得够多了,不再给草稿"
            + " (the same answer was given often enough: no more drafts of it)";
    private static final String OFF = "speak 里写了 off,这种群不说 (speak says off for this kind of conversation)";

    private final Router.Setting setting;
    private final LaneRow lane;
    private final LaneRow place;
    private final Event event;
    private final Instant now;
    private final Handing handing;
    private final List<Ledger.Use> paid = new ArrayList<>(1);

    Routes(Router.Setting setting, LaneRow lane, Event event, Instant now) {
        this.setting = setting;
        this.lane = lane;
        this.place = setting.inherited().flatMap(Origin::chat).map(chat -> setting.laneRows().apply(chat.lane()))
                .orElse(lane);
        this.event = event;
        this.now = now;
        this.handing = new Handing(setting, event);
    }

    /**
     * Tries to send words with the delivery.
     *
     * @param claimAnswer tells whether it still waits, and reserves it
     * @return what was paid for it; empty when they have to go another way
     */
    Optional<List<Ledger.Use>> passive(List<Decision.Wanted> says, BooleanSupplier claimAnswer) {
        boolean free = says.stream().map(wanted -> (Action.Say) wanted.action())
                .allMatch(say -> isSayable(say) && way(say) == Way.BOT && autonomy(say) == Autonomy.AUTO
                        && setting.profile().restraint().until(manner(say), now).isEmpty());
        if (says.isEmpty() || !free || !claimAnswer.getAsBoolean()) {
            return Optional.empty();
        }
        Ledger.Verdict verdict = setting.till().take(costs(says));
        return verdict.granted() ? Optional.of(verdict.uses()) : Optional.empty();
    }

    /** The answer to a delivery is a text; where nothing else gets out, everything is one. */
    private boolean isSayable(Action.Say say) {
        return say.body() instanceof Body.Text
                || lane.chat().filter(chat -> setting.reach().whyNot(chat).isEmpty()).isEmpty();
    }

    private List<Charge> costs(List<Decision.Wanted> says) {
        List<Charge> costs = new ArrayList<>();
        lane.chat().ifPresent(chat -> costs.addAll(setting.reach().passive(chat)));
        if (lane.chat().map(Chat::kind).filter(kind -> kind != ChatKind.DIRECT).isPresent()) {
            says.forEach(wanted -> costs.addAll(own(wanted)));
        }
        return costs.stream().distinct().toList();
    }

    private List<Charge> own(Decision.Wanted wanted) {
        Action.Say say = (Action.Say) wanted.action();
        return setting.profile().restraint().limits().charges(
                new Limits.Deed(lane.number(), false, manner(say).urgency(), wanted.plugin() + "/" + say.rule()),
                setting.till()::count);
    }

    /** @param hushed why nothing is said here for now; empty when it is */
    OutboxRow say(String plugin, Action.Say say, Optional<String> hushed) {
        Way way = way(say);
        Manner manner = way == Way.DRAFT ? handing.draftManner() : manner(say);
        OutboxRow row = row(lane, "say", "", say.body(), plugin, say.rule(), manner);
        if (autonomy(say) == Autonomy.WATCH) {
            return row.with(Duty.about(handing.quote(say.oversight()))).ended(Outcome.WATCHED, "");
        }
        return hushed.map(why -> row.ended(Outcome.CANCELLED, why)).orElseGet(() -> switch (way) {
            case DRAFT -> affordable(plugin, say) ? handing.draft(row, say) : row.ended(Outcome.EXPIRED, OFTEN);
            case TASK -> handing.task(row, say);
            case OFF -> row.ended(Outcome.UNSUPPORTED, OFF);
            case BOT -> spoken(row);
        });
    }

    /** The same answer is not laid before colleagues more often than members would read it. */
    private boolean affordable(String plugin, Action.Say say) {
        if (lane.chat().map(Chat::kind).filter(kind -> kind != ChatKind.DIRECT).isEmpty()) {
            return true;
        }
        Limits.Deed deed = new Limits.Deed(lane.number(), false, manner(say).urgency(), plugin + "/" + say.rule());
        List<Charge> charges = setting.profile().restraint().limits().same(deed).stream().toList();
        Ledger.Verdict verdict = setting.till().take(charges);
        paid.addAll(verdict.uses());
        return verdict.granted();
    }

    /** What the drafts of this turn cost. */
    List<Ledger.Use> paid() {
        return List.copyOf(paid);
    }

    private OutboxRow spoken(OutboxRow row) {
        String whyNot = lane.chat().map(chat -> setting.reach().whyNot(chat).orElse(""))
                .orElse("这里没有会话 (no conversation here)");
        return whyNot.isEmpty() ? row : row.ended(Outcome.UNSUPPORTED, whyNot);
    }

    OutboxRow tell(String plugin, Action.Tell tell) {
        boolean gathered = !tell.care().batch().isZero();
        Manner manner = gathered
                ? manner(tell).merged(plugin + "/" + tell.rule() + (tell.urgent() ? "!" : ""))
                : manner(tell);
        OutboxRow row = row(place, "tell", Handing.accounts(tell.who()), masked(tell.body()), plugin, tell.rule(),
                manner);
        OutboxRow due = gathered
                ? row.after(0, Outcome.WAITING, "", handing.batched(row.due(), tell.care()))
                : row;
        return setting.profile().mode() == Mode.WATCH && !tell.watching()
                ? due.ended(Outcome.WATCHED, "")
                : handing.tell(due, tell.care());
    }

    /** What is hidden of members is hidden from colleagues, too, in whatever form. */
    private Body masked(Body body) {
        Masks masks = setting.profile().masks();
        return body instanceof Body.Asking asking ? asking.each(masks::in) : Body.text(masks.in(body.plain()));
    }

    private Autonomy autonomy(Action.Say say) {
        return setting.profile().mode().autonomy().least(say.oversight().most());
    }

    /** What a colleague has to see first is a draft, unless it is a task, which he confirms anyway. */
    private Way way(Action.Say say) {
        Way way = lane.chat().map(chat -> setting.profile().speech().way(chat.kind(), manner(say))).orElse(Way.BOT);
        return way == Way.BOT && autonomy(say) == Autonomy.DRAFT ? Way.DRAFT : way;
    }

    /** Who speaks here as a colleague. */
    Optional<MemberId> colleague() {
        return handing.colleague();
    }

    /** Words that wait from when they may be said first, and as long as they are worth it. */
    private OutboxRow row(LaneRow lane, String kind, String who, Body body, String plugin, String rule, Manner manner) {
        Instant due = setting.profile().restraint().until(manner, now).orElse(now);
        String channel = lane.chat().map(Chat::channel).orElse("");
        int number = lane.id().isProfile() ? OutboxRow.HOUSE : lane.number(); // it is of no conversation
        return new OutboxRow(0, 0, number, channel, kind, who, BodyText.write(body), plugin, rule,
                now, due,
                due.plus(lifetime(manner.urgency())), 0, Outcome.WAITING, "")
                .with(OutboxRow.Route.by(channel, manner));
    }

    private Duration lifetime(Urgency urgency) {
        Duration usual = urgency.lifetime();
        return urgency == Urgency.ANSWER && setting.late().compareTo(usual) > 0 ? setting.late() : usual;
    }

    private Manner manner(Action.Say say) {
        return say.manner().orElseGet(() -> switch (event) {
            case Event.Said _,Event.Entered _,Event.Clicked _ -> Manner.ANSWER;
            case Event.Joined _ -> Manner.WELCOME;
            default -> Manner.TOPIC;
        });
    }

    /** Who asked is answered; others are told while they work. */
    private Manner manner(Action.Tell tell) {
        boolean asked = event instanceof Event.Said said && tell.who().equals(List.of(said.by()));
        return asked ? Manner.ANSWER : tell.urgent() ? Manner.HANDOFF.urgent() : Manner.HANDOFF;
    }
}
