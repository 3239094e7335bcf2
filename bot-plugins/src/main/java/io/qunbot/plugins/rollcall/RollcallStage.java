package io.qunbot.plugins.rollcall;

import io.qunbot.chat.Action;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Keyword;
import io.qunbot.plugin.MessageForm;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Recurrence;
import io.qunbot.plugin.Stage;
import io.qunbot.plugin.roll.Chain;
import io.qunbot.plugin.roll.Given;
import io.qunbot.text.Normalized;
import io.qunbot.text.Normalizer;
import io.qunbot.yaml.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hears who reports, and keeps the times. */
final class RollcallStage implements Stage {

    private final List<Caller> callers;
    private final boolean knowsPeople;
    private final PluginServices services;

    RollcallStage(RollcallSettings settings, PluginServices services) {
        this.services = services;
        List<Rollcall> all = settings.list().stream().map(Located::value).toList();
        this.callers = all.stream().map(rollcall -> new Caller(rollcall, services)).toList();
        this.knowsPeople = all.stream().anyMatch(rollcall -> rollcall.expect().isPresent());
    }

    @Override
    public Reaction on(Event event, ChatContext chat) {
        return switch (event) {
            case Event.Said said when !services.isStaff(said.by()) -> said(said, chat);
            case Event.Joined joined -> joined(joined, chat);
            case Event.Left left -> left(left, chat);
            case Event.Rang rang -> Reaction.pass(rang(rang, chat));
            case Event.Custom given when given.kind().equals(Given.KIND) -> {
                yield Reaction.pass(here(chat).stream().flatMap(caller -> given(Given.of(given)
                        .about(caller.rollcall().name()), caller, chat).stream()).toList());
            }
            default -> Reaction.pass();
        };
    }

    private List<Caller> here(ChatContext chat) {
        return callers.stream().filter(caller -> caller.rollcall().in().contains(chat.group().chat().kind())).toList();
    }

    @Override
    public List<Recurrence> rhythm(ChatContext chat) {
        return here(chat).stream().flatMap(caller -> caller.period().rhythm(chat).stream()).toList();
    }

    @Override
    public boolean expects(String alarm, String payload) {
        return callers.stream().anyMatch(caller -> caller.gathering().owns(alarm)
                || alarm.startsWith(caller.rollcall().name() + "/"));
    }

    @Override
    public List<Located<String>> rules() {
        return callers.stream().map(Caller::rollcall)
                .map(rollcall -> new Located<>(rollcall.rule(), rollcall.id().place())).toList();
    }

    private List<Action> rang(Event.Rang rang, ChatContext chat) {
        List<Action> actions = new ArrayList<>();
        for (Caller caller : here(chat)) {
            String own = caller.rollcall().name() + "/";
            if (caller.gathering().owns(rang.key())) {
                actions.addAll(caller.gathered(chat));
            } else if (rang.key().startsWith(own)) {
                actions.addAll(new Summary(caller, services).act(rang.key().substring(own.length()), rang, chat));
            }
        }
        return actions;
    }

    private Reaction said(Event.Said said, ChatContext chat) {
        if (knowsPeople && chat.group().chat().kind() != ChatKind.DIRECT) {
            new People(chat.memory()).met(said.by());
        }
        Optional<Chain> chain = Chain.of(said.content());
        if (chain.isPresent()) {
            return chained(chain.get(), said, chat);
        }
        if (MessageForm.of(said.content()) != MessageForm.WORDS) {
            return Reaction.pass();
        }
        Normalized words = Normalizer.normalize(said.content().words());
        for (Caller caller : here(chat)) {
            Optional<Keyword> word = caller.rollcall().words().stream().filter(each -> words.is(each.words()))
                    .findFirst();
            Optional<List<Action>> actions = word.flatMap(each -> caller.heard(each, said, chat));
            if (actions.isPresent()) {
                return Reaction.stop(actions.get());
            }
        }
        return Reaction.pass();
    }

    /** A chain that says nothing of what it is about is about the only roll-call of the hour; boxes are no chain's. */
    private Reaction chained(Chain chain, Event.Said said, ChatContext chat) {
        List<Caller> open = here(chat).stream().filter(caller -> !caller.rollcall().each()
                && caller.period().day(said.at(), chat.memory()).isPresent()).toList();
        Optional<Caller> meant = chain.isAnonymous()
                ? open.stream().filter(_ -> open.size() == 1).findFirst()
                : open.stream().filter(caller -> chain.isAbout(caller.rollcall().title().orElse(""),
                        caller.rollcall().words())).findFirst();
        meant.ifPresent(caller -> caller.chained(chain, said,
                caller.period().day(said.at(), chat.memory()).orElseThrow(), chat));
        return meant.isPresent() ? Reaction.stop() : Reaction.pass();
    }

    private Reaction joined(Event.Joined joined, ChatContext chat) {
        List<MemberId> customers = joined.members().stream().filter(member -> !services.isStaff(member)).toList();
        if (knowsPeople) {
            customers.forEach(new People(chat.memory())::met);
        }
        if (!customers.isEmpty() || joined.members().size() < joined.count()) {
            Period.joined(joined.at(), services.zone(), chat.memory());
        }
        return Reaction.pass();
    }

    private Reaction left(Event.Left left, ChatContext chat) {
        left.members().forEach(new People(chat.memory())::left);
        List<Action> actions = new ArrayList<>();
        for (Caller caller : here(chat)) {
            Marks marks = new Marks(caller.rollcall(), chat);
            left.members().stream().filter(member -> marks.of(member).isPresent()).forEach(member -> {
                marks.remove(member);
                caller.progress(member, marks).ifPresent(actions::add);
            });
        }
        return Reaction.pass(actions);
    }

    /** What a transcript says was so before: who has reported what. */
    private static List<Action> given(List<List<String>> facts, Caller caller, ChatContext chat) {
        Marks marks = caller.marks(chat);
        facts.stream().filter(fact -> fact.size() > 1).forEach(fact -> marks.mark(new MemberId(fact.getFirst()),
                fact.getLast(), caller.period().lookedBack(chat.now())));
        return facts.stream().filter(fact -> fact.size() > 1).map(List::getFirst).distinct()
                .flatMap(member -> caller.progress(new MemberId(member), marks).stream()).toList();
    }
}
