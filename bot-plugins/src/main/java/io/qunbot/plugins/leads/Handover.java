package io.qunbot.plugins.leads;

import io.qunbot.chat.Action;
import io.qunbot.chat.Care;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Verdict;
import io.qunbot.plugin.Answer;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.Hours;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.lead.Lead;
import io.qunbot.plugin.lead.Lead.State;
import io.qunbot.plugin.lead.Piece;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Hands a lead to one colleague after the other until somebody answers: never to two at once, never twice. */
final class Handover {

    static final String DUE = "due";
    /** How long it is known who took what, for statistics. */
    static final Duration KEPT = Duration.ofDays(365);

    private static final String RULE = "hand";
    private static final String MANAGER = "manager";

    private final Dossier dossier;
    private final Hand hand;
    private final PluginServices services;
    private final ChatContext chat;

    Handover(Dossier dossier, Hand hand, PluginServices services, ChatContext chat) {
        this.dossier = dossier;
        this.hand = hand;
        this.services = services;
        this.chat = chat;
    }

    /** Whoever is worth it now is handed over. */
    void whenQualified() {
        if (dossier.isQualified()) {
            ask(new Lead.Hand(lead().hand().times(), dossier.profile(), List.of(), List.of(), dossier.now(), 0, "",
                    false));
        }
    }

    private Lead lead() {
        return dossier.lead();
    }

    /** Asks whose turn it is; when no answer comes, because the rules changed meanwhile, it is asked again. */
    private void ask(Lead.Hand now) {
        dossier.is(lead().in(State.ASSIGNING, now));
        dossier.wants(new Action.Emit(LaneId.ofProfile(dossier.profile()), Assignment.ASK,
                new Assignment(LaneId.of(dossier.member()), now.tried()).payload()));
        dossier.wants(new Action.Wake(DUE, chat.now().plus(hand.within()), ""));
    }

    /** It is somebody's turn, or everybody had theirs. */
    void assigned(Assignment assignment) {
        if (lead().state() != State.ASSIGNING) {
            return;
        }
        if (!assignment.accounts().isEmpty()) {
            give(assignment.accounts(), false);
            return;
        }
        List<String> asked = lead().hand().tried();
        List<String> others = manager().filter(account -> !asked.contains(account)).toList();
        if (others.isEmpty()) {
            nobody();
        } else {
            give(others, true);
        }
    }

    private Stream<String> manager() {
        List<String> posts = hand.next().isEmpty()
                ? List.of(MANAGER)
                : hand.next().stream().map(Located::value).toList();
        return posts.stream().flatMap(post -> services.onDuty(post, chat.now()).stream()).map(MemberId::value)
                .distinct();
    }

    private void give(List<String> who, boolean last) {
        Instant due = Hours.next(services.hours(), chat.now(), services.zone()).orElse(chat.now()).plus(hand.within());
        Lead.Hand before = lead().hand();
        int times = before.tried().isEmpty() ? before.times() + 1 : before.times();
        dossier.is(lead().in(State.OPEN, new Lead.Hand(times, dossier.profile(), who, before.tried(), dossier.now(),
                due.toEpochMilli(), "", last)));
        dossier.wants(new Action.Tell(members(who), new LeadWords(dossier, hand, services, chat).asking(due), RULE,
                false, new Care(hand.within(), List.of(), Duration.ZERO)));
        dossier.wants(new Action.Wake(DUE, due, ""));
        if (before.tried().isEmpty()) {
            remark("handed");
        }
        who.forEach(account -> dossier.wants(LeadStage.remark("got", account)));
        chat.note(Finding.of(Kind.ACTS, "线索交给 " + String.join("、", who), "the lead goes to " + String.join(", ", who)));
    }

    /** Everybody was asked, and nobody is left who could be. */
    private void nobody() {
        Lead.Hand before = lead().hand();
        dossier.is(lead().in(State.OPEN, new Lead.Hand(before.times(), before.profile(), before.tried(),
                before.tried(), dossier.now(), 0, "", true)));
        chat.note(Finding.of(Kind.NOTED, "没有别的同事可以接这条线索了", "there is nobody left who could take the lead"));
    }

    /** What speaks for them, and how they came: what statistics ask for. */
    private void remark(String kind) {
        lead().pieces().stream().map(Piece::key).forEach(key -> dossier.wants(LeadStage.remark(kind, "rule " + key)));
        dossier.person().way().ifPresent(way -> dossier.wants(LeadStage.remark(kind, "from " + way)));
        dossier.wants(LeadStage.remark(kind, ""));
    }

    /** Nobody answered in time. */
    void overdue() {
        Lead.Hand now = lead().hand();
        switch (lead().state()) {
            case ASSIGNING -> ask(new Lead.Hand(now.times(), dossier.profile(), List.of(), now.tried(),
                    dossier.now(), 0, "", false));
            case OPEN -> {
                now.who().forEach(account -> dossier.wants(LeadStage.remark("late", account)));
                if (!now.last()) {
                    ask(new Lead.Hand(now.times(), now.profile(), List.of(), now.asked(), dossier.now(), 0, "",
                            false));
                }
            }
            default -> {
                // somebody answered
            }
        }
    }

    /** A colleague answers. */
    void answered(Answer answer) {
        boolean theirs = lead().hand().who().contains(answer.by());
        if (lead().state() != State.OPEN || !theirs) {
            dossier.wants(answer.judged(Verdict.NOBODY));
            tell(answer, LeadWords.name(dossier.person()) + stands(theirs) + "。");
            return;
        }
        switch (answer.verdict()) {
            case RETURNED, WRONG -> returned(answer);
            default -> accepted(answer);
        }
    }

    /** Whoever is too late, or answers once more, hears how it stands. */
    private String stands(boolean theirs) {
        if (theirs && lead().state() == State.ACCEPTED) {
            return " 这条线索已经由您跟进了";
        }
        if (theirs && lead().state() == State.RETURNED) {
            return " 这条线索您已经退回了";
        }
        String who = LeadWords.names(members(lead().hand().who()), services);
        return " 这条线索已经过了答复时间,不在您手上了" + switch (lead().state()) {
            case OPEN -> ",轮到 " + who;
            case ACCEPTED -> ",现在是 " + who + " 在跟";
            case WON, LOST -> ",已经有结果了";
            default -> "";
        };
    }

    private void accepted(Answer answer) {
        settle(State.ACCEPTED, answer, "");
        dossier.wants(answer.judged(Verdict.TAKEN));
        dossier.wants(LeadStage.remark("took", answer.by()));
        remark("accepted");
        tell(answer, "记下了:" + LeadWords.name(dossier.person()) + " 由您跟进。成交或没成都请说一声:!deal "
                + dossier.person().name().orElse(dossier.member().value()) + " won|lost 金额 原因");
    }

    /** A reason that is none of them is asked for again. */
    private void returned(Answer answer) {
        var reason = hand.reason(answer.note());
        if (reason.isEmpty()) {
            tell(answer, "退回要写一个原因:" + LeadWords.reasons(hand) + "。请回“退回 " + answer.words() + " 原因”。");
            return;
        }
        settle(State.RETURNED, answer, reason.get());
        dossier.wants(answer.judged(Verdict.RETURNED));
        dossier.wants(LeadStage.remark("gave back", answer.by()));
        dossier.wants(LeadStage.remark("reason", reason.get()));
        remark("returned");
        tell(answer, "记下了:" + LeadWords.name(dossier.person()) + " 退回"
                + (reason.get().isEmpty() ? "" : "(" + reason.get() + ")") + "。有新的依据才会再交出去。");
    }

    private void settle(State state, Answer answer, String reason) {
        Lead.Hand now = lead().hand();
        dossier.is(lead().in(state, new Lead.Hand(now.times(), now.profile(), List.of(answer.by()), now.tried(),
                dossier.now(), 0, reason, now.last())));
        dossier.wants(new Action.Cancel(DUE));
    }

    /** Whatever colleagues thought of it, now it is known; who buys again is no second lead. */
    void dealt(boolean won) {
        Lead.Hand now = lead().hand();
        State end = won ? State.WON : State.LOST;
        if (now.times() > 0 && lead().state() != end) {
            remark(won ? "won" : "lost");
            now.who().forEach(account -> dossier.wants(LeadStage.remark(won ? "sold" : "missed", account)));
        }
        dossier.is(lead().in(end, new Lead.Hand(now.times(), now.profile(), now.who(),
                List.of(), dossier.now(), 0, now.reason(), false)));
        dossier.wants(new Action.Cancel(DUE));
    }

    /** Whoever answered sees at once what came of it. */
    private void tell(Answer answer, String text) {
        dossier.wants(new Action.Tell(List.of(answer.colleague()), text, Answer.RECEIPT, true));
    }

    private static List<MemberId> members(List<String> accounts) {
        return accounts.stream().map(MemberId::new).toList();
    }
}
