package io.qunbot.plugins.lifecycle;

import io.qunbot.chat.Action;
import io.qunbot.chat.Care;
import io.qunbot.chat.Event;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Verdict;
import io.qunbot.plugin.Answer;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.Foreign;
import io.qunbot.plugin.Person;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Quoted;
import io.qunbot.plugin.Vocabulary;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets a member go from one stage to another, or asks first. For one turn. */
final class Passage {

    /** How long it is known who went where, for statistics. */
    private static final Duration KEPT = Duration.ofDays(365);
    private static final Duration THINKING = Duration.ofDays(7);
    /** The key of an alarm that rings once somebody has been long at a stage, before the stage that comes after it. */
    static final String STAYED = "stayed";
    private static final String BACK = "back";

    private final MemberId member;
    private final LifecycleSettings settings;
    private final PluginServices services;
    private final ChatContext chat;
    private final Life life;

    Passage(MemberId member, LifecycleSettings settings, PluginServices services, ChatContext chat) {
        this.member = member;
        this.settings = settings;
        this.services = services;
        this.chat = chat;
        this.life = chat.memory().get(Life.KEY, Life.class).orElse(Life.NEW);
    }

    String stage() {
        return life.stage();
    }

    /** Whoever is nowhere yet is at the first stage, as far as conditions ask. */
    String meantStage() {
        return life.stage().isEmpty()
                ? settings.stages().stream().findFirst().map(Located::value).orElse("")
                : life.stage();
    }

    /** For how long they have been where they are. */
    Duration stay() {
        return life.steps().isEmpty()
                ? Duration.ZERO
                : Duration.between(Instant.ofEpochMilli(life.steps().getLast().at()), chat.now());
    }

    /** @param move whose colleagues are told; empty when a rule, or somebody by hand, asks for it */
    List<Action> go(Life.Step step, Optional<Located<Move>> move) {
        if (step.to().equals(life.stage())) {
            return List.of();
        }
        if (settings.place(step.to()) < 0) {
            note(Kind.REFUSED, "没有“" + step.to() + "”这个阶段", "there is no stage '" + step.to() + "'");
            return List.of();
        }
        boolean back = settings.place(step.to()) < settings.place(life.stage());
        if (back && step.by().equals(Doorman.JOINED)) {
            return List.of(); // whoever joins another group is no newcomer again
        }
        boolean free = !back || settings.back() == Back.FREE || step.by().startsWith(LifeStage.BY_HAND);
        return free ? went(step, move) : settings.back() == Back.ASK ? ask(step) : refuse(step);
    }

    private List<Action> went(Life.Step step, Optional<Located<Move>> move) {
        chat.memory().put(Life.KEY, life.to(step));
        note(Kind.ACTS, "阶段:" + (stage().isEmpty() ? "" : stage() + " → ") + step.to(),
                "stage: " + (stage().isEmpty() ? "" : stage() + " -> ") + step.to());
        List<Action> actions = new ArrayList<>();
        actions.add(new Action.Know(member, Person.STAGE, step.to()));
        actions.add(new Action.Remark("stage", step.to(), 1, Optional.empty(), KEPT));
        actions.addAll(staying(step.to()));
        move.flatMap(known -> known.value().tell())
                .flatMap(tell -> tell.action(values(step), step.to(), services, chat))
                .ifPresent(actions::add);
        move.flatMap(known -> known.value().invite())
                .ifPresent(invite -> actions.addAll(invited(invite.value(), step)));
        return actions;
    }

    /** What comes of staying there is looked at when it is time. */
    private List<Action> staying(String stage) {
        List<Action> alarms = new ArrayList<>();
        for (Located<Move> move : settings.move()) {
            When when = move.value().when().value();
            if (when.stage().isEmpty() || when.stage().contains(stage)) {
                when.after().ifPresent(time -> alarms.add(new Action.Wake(STAYED + "/" + move.value().to().value() + "/" + time,
                        chat.now().plus(time), "")));
            }
        }
        return alarms;
    }

    /** Who wants to hear nothing unasked is invited nowhere. */
    private List<Action> invited(Invite invite, Life.Step step) {
        List<MemberId> who = invite.who().stream().flatMap(post -> services.staff(post.value()).stream()).distinct()
                .toList();
        if (who.isEmpty() || chat.person(member).optedOut()) {
            return List.of();
        }
        Map<String, Object> values = values(step);
        values.put("to", invite.to().value());
        values.put("way", invite.way().value());
        Optional<String> link = chat.joinLink(invite.way().value());
        values.put("link", link.orElse("(还没有入群码“" + invite.way().value() + "”,请先建一个)"));
        String text = invite.text().map(Located::value).orElse(link.isPresent() ? Invite.TEXT : Invite.BY_HAND)
                .fill(values);
        return List.of(new Action.Tell(who, text, "invite", false),
                new Action.Remark(Invite.KIND, invite.subject(), 1, Optional.empty(), KEPT));
    }

    private List<Action> refuse(Life.Step step) {
        note(Kind.REFUSED, "不往回走:" + stage() + " → " + step.to(), "nobody goes back: " + stage() + " -> " + step.to());
        return List.of();
    }

    /** The colleague in charge decides; until then it stays as it is. */
    private List<Action> ask(Life.Step step) {
        List<MemberId> charge = services.staff(settings.who().value());
        if (charge.isEmpty() || life.asked().stream().anyMatch(asked -> asked.to().equals(step.to()))) {
            return List.of();
        }
        chat.memory().put(Life.KEY, life.asking(step));
        note(Kind.WAITS, "要往回走,先问同事:" + stage() + " → " + step.to(),
                "a colleague is asked before going back: " + stage() + " -> " + step.to());
        String said = quote(step).map(quote -> ",因为说了“" + quote + "”").orElse("");
        String text = name() + " 要从“" + stage() + "”退回到“" + step.to() + "”(" + step.by() + said
                + ")。同意请回“接了”,不同意请回“退回”。";
        return List.of(new Action.Tell(charge, text, BACK, false, new Care(THINKING, List.of(), Duration.ZERO)));
    }

    /** Whoever was asked decided; what other words asked for is taken up. */
    List<Action> answered(Answer answer) {
        boolean no = answer.verdict() == Verdict.RETURNED || answer.verdict() == Verdict.WRONG;
        List<Action> actions = new ArrayList<>(List.of(answer.judged(no ? Verdict.RETURNED : Verdict.TAKEN)));
        if (life.asked().isEmpty()) {
            return actions;
        }
        Life.Step step = life.asked().getLast();
        if (no) {
            chat.memory().put(Life.KEY, life.staying());
        } else {
            actions.addAll(went(step, Optional.empty()));
        }
        actions.add(new Action.Tell(List.of(answer.colleague()), no
                ? "好的," + name() + " 还在“" + stage() + "”。"
                : "好的," + name() + " 现在在“" + step.to() + "”。", Answer.RECEIPT, true));
        return actions;
    }

    /** Why it came to nothing is counted; a colleague whose reason is none of them gets to know which there are. */
    List<Action> lost(Lost lost, Event.Attested said) {
        Optional<String> reason = lost.of(said.value());
        List<Action> actions = new ArrayList<>(List.of(new Action.Remark(Lost.KIND, reason.orElse(Lost.OTHER), 1,
                Optional.empty(), KEPT)));
        if (reason.isEmpty() && said.rule().startsWith(LifeStage.BY_HAND)) {
            actions.add(new Action.Tell(List.of(new MemberId(said.rule().substring(LifeStage.BY_HAND.length()))),
                    name() + " 没成的原因记成“" + Lost.OTHER + "”了。下次可以写:" + String.join("、", lost.names()), Answer.RECEIPT,
                    true));
        }
        return actions;
    }

    private Map<String, Object> values(Life.Step step) {
        Map<String, Object> values = Vocabulary.values(services, chat.group(), chat.now(), chat.person(member));
        values.put("name", name());
        values.put("stage", step.to());
        values.put("tags", String.join("、", chat.person(member).tags().stream().sorted().toList()));
        quote(step).ifPresent(quote -> values.put("quote", quote));
        return values;
    }

    private Optional<String> quote(Life.Step step) {
        return chat.quoted(step.origin()).map(Quoted::words).map(Foreign::quote);
    }

    private String name() {
        return chat.person(member).name().map(Foreign::name).filter(name -> !name.isEmpty()).orElse(member.value());
    }

    private void note(Kind kind, String zh, String en) {
        chat.note(Finding.of(kind, zh, en));
    }
}
