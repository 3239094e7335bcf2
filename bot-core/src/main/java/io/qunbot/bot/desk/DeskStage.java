package io.qunbot.bot.desk;

import io.qunbot.chat.Action;
import io.qunbot.chat.Body;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.chat.Manner;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Oversight;
import io.qunbot.chat.Verdict;
import io.qunbot.dispatch.Aside;
import io.qunbot.dispatch.Hush;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.Mode;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import io.qunbot.profile.Installed;
import io.qunbot.profile.Profile;
import io.qunbot.store.LaneRow;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.Outgoing;
import io.qunbot.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Colleagues tell the bot to be quiet, and what they made of what it gave them. Members are not heard here. */
public final class DeskStage implements Stage {

    private static final Duration QUIET = Duration.ofHours(1);
    private static final Finding SAID = Finding.of(Kind.ACTS, "同事对机器人说的", "a colleague's word to the bot");

    /** WeCom has no call for it: not for robots, and not for what an app said in a group. */
    private static final String SAID_ALREADY = "已经说出去的话,企业微信不让机器人撤回。";
    private static final int MOST = 100;

    private final Worklist worklist;
    private final Store store;

    private DeskStage(Store store, Worklist worklist) {
        this.store = store;
        this.worklist = worklist;
    }

    /** Takes what colleagues say to the bot itself; no rule sees it. */
    public static Aside aside(Store store, Worklist worklist) {
        DeskStage stage = new DeskStage(store, worklist);
        return (event, usual) -> event instanceof Event.InChat in && stage.isMeant(in, usual)
                ? Optional.of(stage.in(usual))
                : Optional.empty();
    }

    private boolean isMeant(Event.InChat event, Profile usual) {
        boolean alone = event.chat().kind() == ChatKind.DIRECT;
        return DeskCommand.of(event, alone).isPresent()
                && (alone ? worklist.isKnown(by(event)) : usual.services().isStaff(by(event)));
    }

    private static MemberId by(Event.InChat event) {
        return switch (event) {
            case Event.Said said -> said.by();
            case Event.Clicked clicked -> clicked.by();
            default -> throw new IllegalArgumentException("nobody's event: " + event.id().key());
        };
    }

    private Profile in(Profile usual) {
        return new Profile(usual.id(), usual.title(), Mode.AUTO, usual.services(),
                List.of(new Installed(Hush.PLUGIN, this)));
    }

    @Override
    public Reaction on(Event event, ChatContext chat) {
        if (!(event instanceof Event.InChat in)) {
            return Reaction.pass();
        }
        chat.note(SAID);
        return Reaction.stop(switch (DeskCommand.of(event, in.chat().kind() == ChatKind.DIRECT).orElseThrow()) {
            case DeskCommand.Quiet _ -> quiet(in, chat);
            case DeskCommand.Resume _ -> resume(in, chat);
            case DeskCommand.Show _ -> List.of(say(worklist.text(by(in), chat.now())));
            case DeskCommand.OnDuty _ -> List.of(say(worklist.onDuty(chat.now())));
            case DeskCommand.Judging judging when in instanceof Event.Clicked clicked ->
                click(judging, clicked, chat.now());
            case DeskCommand.Judging judging -> judge(judging, by(in));
        });
    }

    private List<Action> quiet(Event.InChat event, ChatContext chat) {
        Instant until = chat.now().plus(QUIET);
        chat.memory().put(Hush.KEY, new Hush(until.toEpochMilli(), by(event).value()));
        List<OutboxRow> unsaid = unsaid(event);
        List<Action> actions = new ArrayList<>();
        unsaid.forEach(row -> actions.add(new Action.Judge(row.id(), Verdict.WITHDRAWN, "")));
        actions.add(heard(event, "好的,一小时内我不在这里说话。要我提前回来,说“小助手 继续”。"
                + (unsaid.isEmpty() ? "" : "还没发出的 " + unsaid.size() + " 条撤回了。") + SAID_ALREADY));
        return List.copyOf(actions);
    }

    /** What is not out yet: words that wait, and tasks that the owner has not confirmed. */
    private List<OutboxRow> unsaid(Event.InChat event) {
        int lane = store.lane(event.lane()).map(LaneRow::number).orElse(OutboxRow.HOUSE);
        return lane == OutboxRow.HOUSE
                ? List.of()
                : Stream.of(Outcome.WAITING, Outcome.QUEUED_FOR_CONFIRMATION)
                        .flatMap(outcome -> store.outgoing()
                                .newest(new Outgoing.Question(lane, outcome.name(), Instant.EPOCH, MOST)).stream())
                        .filter(row -> row.kind().equals("say") || row.kind().equals("task")).toList();
    }

    private static List<Action> resume(Event.InChat event, ChatContext chat) {
        chat.memory().remove(Hush.KEY);
        return List.of(heard(event, "好的,我回来了。"));
    }

    /** In a customer group nothing is said by the bot, least of all that it is quiet: the colleague is told alone. */
    private static Action heard(Event.InChat event, String text) {
        return event.chat().kind() == ChatKind.CUSTOMER
                ? new Action.Tell(List.of(by(event)), text, Hush.PLUGIN, true)
                : say(text);
    }

    private List<Action> judge(DeskCommand.Judging judging, MemberId by) {
        List<OutboxRow> meant = meant(judging, by);
        if (meant.isEmpty()) {
            return List.of(say("没有找到要处理的这一条,可能已经处理过了。看看还有什么:待办"));
        }
        if (judging.verdict() == Verdict.RETURNED && judging.words().isEmpty() && meant.size() > 1) {
            return List.of(say("您手上有 " + meant.size() + " 条,请带上编号,例如“退回 " + meant.getFirst().id() + " 原因”。\n"
                    + worklist.text(by, meant)));
        }
        List<Action> actions = new ArrayList<>();
        meant.forEach(row -> actions.add(judged(row, judging.verdict(), judging.note(), by)));
        long own = actions.stream().filter(Action.Judge.class::isInstance).count();
        if (own > 0) {
            actions.add(say("记下了:" + judging.verdict().zh() + (own > 1 ? "(" + own + " 条)" : "")));
        }
        return actions;
    }

    /** What a stage told that follows a person is answered to that stage, which knows what the answer means. */
    private Action judged(OutboxRow row, Verdict verdict, String note, MemberId by) {
        return worklist.asker(row)
                .<Action>map(lane -> new Action.Forward(row.id(), verdict, note, by, lane, row.plugin()))
                .orElseGet(() -> new Action.Judge(row.id(), verdict, note));
    }

    /** Whoever pressed a button sees on the card what came of it, and so does everybody else who has it. */
    private List<Action> click(DeskCommand.Judging judging, Event.Clicked clicked, Instant now) {
        Optional<OutboxRow> words = judging.words().stream().boxed().findFirst().flatMap(store.outgoing()::words)
                .filter(row -> worklist.isOf(row, clicked.by()));
        if (words.isEmpty()) {
            return judge(judging, clicked.by());
        }
        OutboxRow row = words.get();
        List<Action> actions = new ArrayList<>(2);
        if (isWanted(row)) {
            actions.add(judged(row, judging.verdict(), judging.note(), clicked.by()));
        }
        actions.add(
                new Action.Say(settled(row, judging, now), Hush.PLUGIN, Optional.of(Manner.ANSWER), Oversight.NONE));
        return actions;
    }

    /** Whoever is late with an answer to a stage hears from it how it stands. */
    private boolean isWanted(OutboxRow row) {
        return row.duty().isOpen() || (Worklist.isLate(row) && worklist.asker(row).isPresent());
    }

    /** What a stage was answered is not known before the stage has heard it. */
    private Body settled(OutboxRow row, DeskCommand.Judging judging, Instant now) {
        Verdict verdict = row.duty().verdict().orElse(judging.verdict());
        if (worklist.asker(row).isEmpty()) {
            return worklist.settled(row, verdict);
        }
        if (Worklist.isLate(row) || (row.duty().isOpen() && Worklist.isOverdue(row, now))) {
            return worklist.settled(row, "已经过了答复时间");
        }
        return worklist.settled(row, row.duty().isOpen()
                ? "收到:" + words(verdict, judging.note())
                : "已经答复过:" + words(verdict, row.duty().note()));
    }

    private static String words(Verdict verdict, String note) {
        return verdict.zh() + (note.isEmpty() ? "" : "(" + note + ")");
    }

    private List<OutboxRow> meant(DeskCommand.Judging judging, MemberId by) {
        OptionalLong words = judging.words();
        return words.isPresent()
                ? store.outgoing().words(words.getAsLong()).filter(this::isWanted)
                        .filter(row -> worklist.isOf(row, by)).stream().toList()
                : worklist.of(by).stream().filter(row -> isMeant(row, judging.verdict())).toList();
    }

    /** Without a number all that was told is taken, and only what asks for an answer is returned. */
    private boolean isMeant(OutboxRow row, Verdict verdict) {
        return row.kind().equals("tell")
                && (verdict == Verdict.TAKEN || (verdict == Verdict.RETURNED && worklist.asker(row).isPresent()));
    }

    private static Action say(String text) {
        return new Action.Say(text, Hush.PLUGIN);
    }
}
