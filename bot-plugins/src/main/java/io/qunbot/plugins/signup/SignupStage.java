package io.qunbot.plugins.signup;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.Keyword;
import io.qunbot.plugin.MessageForm;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Recurrence;
import io.qunbot.plugin.Stage;
import io.qunbot.plugin.roll.Chain;
import io.qunbot.plugin.roll.Given;
import io.qunbot.plugin.roll.Roll.Entry;
import io.qunbot.text.Normalized;
import io.qunbot.text.Normalizer;
import io.qunbot.yaml.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hears who signs up for what, and keeps the dates. */
final class SignupStage implements Stage {

    private final List<Desk> desks;
    private final PluginServices services;

    SignupStage(SignupSettings settings, PluginServices services) {
        this.services = services;
        this.desks = settings.list().stream().map(Located::value).map(signup -> new Desk(signup, services)).toList();
    }

    @Override
    public Reaction on(Event event, ChatContext chat) {
        return switch (event) {
            case Event.Said said when !services.isStaff(said.by()) -> said(said, chat);
            case Event.Left left -> Reaction.pass(here(chat).stream().flatMap(desk -> left.members().stream()
                    .flatMap(member -> desk.left(member, chat).stream())).toList());
            case Event.Rang rang -> Reaction.pass(rang(rang, chat));
            case Event.Ruled _ -> Reaction.pass(here(chat).stream()
                    .flatMap(desk -> desk.promoted(desk.book(chat), chat).stream()).toList());
            case Event.Custom given when given.kind().equals(Given.KIND) -> {
                here(chat).forEach(desk -> given(Given.of(given).about(desk.signup().name()), desk, chat));
                yield Reaction.pass();
            }
            default -> Reaction.pass();
        };
    }

    private List<Desk> here(ChatContext chat) {
        return desks.stream().filter(desk -> desk.signup().in().contains(chat.group().chat().kind())).toList();
    }

    @Override
    public List<Recurrence> rhythm(ChatContext chat) {
        return here(chat).stream().flatMap(desk -> desk.rhythm(chat).stream()).toList();
    }

    @Override
    public boolean expects(String alarm, String payload) {
        return desks.stream().anyMatch(desk -> desk.owns(alarm) || alarm.startsWith(desk.signup().name() + "/"));
    }

    @Override
    public List<Located<String>> rules() {
        return desks.stream().map(Desk::signup)
                .map(signup -> new Located<>(signup.rule(), signup.id().place())).toList();
    }

    private List<Action> rang(Event.Rang rang, ChatContext chat) {
        List<Action> actions = new ArrayList<>();
        for (Desk desk : here(chat)) {
            String own = desk.signup().name() + "/";
            if (desk.receipts().gathering().owns(rang.key())) {
                actions.addAll(desk.receipts().gathered(desk.book(chat), chat));
            } else if (rang.key().startsWith(own)) {
                actions.addAll(new Due(desk, services).act(rang.key().substring(own.length()), rang, chat));
            } else if (desk.dialogue(chat).hears(rang, chat).isPresent()) {
                chat.note(desk.finding(Kind.NOTED, "没等到回答", "no answer came"));
            }
        }
        return actions;
    }

    private Reaction said(Event.Said said, ChatContext chat) {
        List<Desk> here = here(chat);
        Optional<Chain> chain = Chain.of(said.content());
        if (chain.isPresent()) {
            return chained(chain.get(), said, here, chat);
        }
        if (MessageForm.of(said.content()) != MessageForm.WORDS) {
            return Reaction.pass();
        }
        Normalized words = Normalizer.normalize(said.content().words());
        Optional<Desk> wanted = find(here, words, true);
        if (wanted.isPresent()) {
            return Reaction.stop(wanted.get().signUp(said, chat));
        }
        return find(here, words, false).flatMap(desk -> desk.cancel(said.by(), chat))
                .or(() -> here.stream().flatMap(desk -> checkedIn(desk, words, said, chat).stream()).findFirst())
                .map(Reaction::stop)
                .or(() -> here.stream().flatMap(desk -> desk.hears(said, chat).stream()).findFirst())
                .orElseGet(Reaction::pass);
    }

    private static Optional<Desk> find(List<Desk> desks, Normalized words, boolean signs) {
        return desks.stream().filter(desk -> {
            List<Keyword> phrases = Signup.words(signs ? desk.signup().is() : desk.signup().cancel());
            return phrases.stream().anyMatch(phrase -> words.is(phrase.words()));
        }).findFirst();
    }

    /** A chain that says nothing of what it is about is about the only thing that one can sign up for. */
    private static Reaction chained(Chain chain, Event.Said said, List<Desk> here, ChatContext chat) {
        List<Desk> open = here.stream().filter(desk -> desk.dates().isOpen(said.at())).toList();
        Optional<Desk> meant = chain.isAnonymous()
                ? open.stream().filter(_ -> open.size() == 1).findFirst()
                : open.stream().filter(desk -> chain.isAbout(desk.signup().title().orElse(""),
                        Signup.words(desk.signup().is()))).findFirst();
        meant.ifPresent(desk -> desk.chained(chain, said, chat));
        return meant.isPresent() ? Reaction.stop() : Reaction.pass();
    }

    private Optional<List<Action>> checkedIn(Desk desk, Normalized words, Event.Said said, ChatContext chat) {
        Book book = desk.book(chat);
        Due due = new Due(desk, services);
        Optional<Entry> entry = due.codeAt(said.at(), book, chat).filter(code -> words.is(Normalizer.words(code)))
                .flatMap(_ -> book.of(said.by()));
        return entry.map(known -> {
            boolean again = known.value(Book.HERE).isPresent();
            if (!again) {
                book.checkIn(known);
                chat.note(desk.finding(Kind.ACTS, "签到了", "checked in"));
            }
            return again ? List.of() : desk.receipts().checkedIn(said.by(), book, chat);
        });
    }

    /** What a transcript says was so before: how many signed up, perhaps for a day, or who. */
    private static void given(List<List<String>> facts, Desk desk, ChatContext chat) {
        Book book = desk.book(chat).asOf(chat.now());
        for (List<String> fact : facts) {
            String last = fact.getLast();
            if (!last.matches("[0-9]{1,4}")) {
                book.add(new MemberId(last), Map.of(), Book.IN);
                continue;
            }
            for (int i = 1; i <= Integer.parseInt(last); i++) {
                book.addNamed((fact.size() > 1 ? fact.getFirst() + " " : "") + "第" + i + "位",
                        fact.size() > 1 ? Map.of(Book.DAY, fact.getFirst()) : Map.of());
            }
        }
    }
}
