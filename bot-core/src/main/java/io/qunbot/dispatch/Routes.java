package io.qunbot.dispatch;

import io.qunbot.chat.Action;
import io.qunbot.chat.Charge;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.chat.Manner;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Urgency;
import io.qunbot.pipeline.Decision;
import io.qunbot.profile.Limits;
import io.qunbot.profile.Mode;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Ledger;
import io.qunbot.store.OutboxRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** How the words of one turn leave: with the delivery, or through the outbox, when, and by which channel. */
final class Routes {

    private static final String NO_TELL = "同事提醒还没有接通,已记录 (telling colleagues is not connected yet; kept here)";
    private static final String LOOP = "像是两个机器人在互相回话,先不说了 (it looks like two bots talking to each other: it keeps quiet)";

    private final Router.Setting setting;
    private final LaneRow lane;
    private final Event event;
    private final Instant now;

    Routes(Router.Setting setting, LaneRow lane, Event event, Instant now) {
        this.setting = setting;
        this.lane = lane;
        this.event = event;
        this.now = now;
    }

    /**
     * Tries to send words with the delivery.
     *
     * @param claimAnswer tells whether it still waits, and reserves it
     * @return what was paid for it; empty when they have to go another way
     */
    Optional<List<Ledger.Use>> passive(List<Decision.Wanted> says, BooleanSupplier claimAnswer) {
        boolean free = says.stream().map(wanted -> manner((Action.Say) wanted.action()))
                .allMatch(manner -> setting.profile().restraint().until(manner, now).isEmpty());
        if (says.isEmpty() || setting.profile().mode() != Mode.AUTO || !free || !claimAnswer.getAsBoolean()) {
            return Optional.empty();
        }
        Ledger.Verdict verdict = setting.till().take(costs(says));
        return verdict.granted() ? Optional.of(verdict.uses()) : Optional.empty();
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

    OutboxRow say(String plugin, Action.Say say, boolean looping) {
        String whyNot = lane.chat().map(chat -> setting.reach().whyNot(chat).orElse(""))
                .orElse("这里没有会话 (no conversation here)");
        Manner manner = manner(say);
        OutboxRow row = row("say", "", say.text(), plugin, say.rule(), manner)
                .with(OutboxRow.Route.by(channel(), manner));
        return isWatched()
                ? row.ended(Outcome.WATCHED, "")
                : looping
                        ? row.ended(Outcome.CANCELLED, LOOP)
                        : whyNot.isEmpty() ? row : row.ended(Outcome.UNSUPPORTED, whyNot);
    }

    OutboxRow tell(String plugin, Action.Tell tell) {
        String who = tell.who().stream().map(MemberId::value).collect(Collectors.joining(","));
        Manner manner = manner(tell);
        Optional<String> teller = setting.reach().teller();
        OutboxRow row = row("tell", who, tell.text(), plugin, tell.rule(), manner)
                .with(OutboxRow.Route.by(teller.orElse(""), manner));
        return isWatched()
                ? row.ended(Outcome.WATCHED, "")
                : teller.isPresent() ? row : row.ended(Outcome.UNSUPPORTED, NO_TELL);
    }

    private boolean isWatched() {
        return setting.profile().mode() == Mode.WATCH;
    }

    /** Words that wait from when they may be said first, and as long as they are worth it. */
    private OutboxRow row(String kind, String who, String text, String plugin, String rule, Manner manner) {
        Instant due = setting.profile().restraint().until(manner, now).orElse(now);
        return new OutboxRow(0, 0, lane.number(), channel(), kind, who, text, plugin, rule, now, due,
                due.plus(lifetime(manner.urgency())), 0, Outcome.WAITING, "");
    }

    private Duration lifetime(Urgency urgency) {
        Duration usual = urgency.lifetime();
        return urgency == Urgency.ANSWER && setting.late().compareTo(usual) > 0 ? setting.late() : usual;
    }

    private String channel() {
        return lane.chat().map(Chat::channel).orElse("");
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
