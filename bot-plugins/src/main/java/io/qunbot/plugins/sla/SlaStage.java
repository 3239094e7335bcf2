package io.qunbot.plugins.sla;

import io.qunbot.chat.Action;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Recurrence;
import io.qunbot.plugin.Stage;
import io.qunbot.plugin.Upshot;
import io.qunbot.yaml.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Follows the questions of groups; what colleagues and customers say one to one with the bot nobody else can answer. */
final class SlaStage implements Stage {

    private final SlaSettings settings;
    private final PluginServices services;
    private final Terms terms;
    private final Reading reading;
    private final Summary summary;

    SlaStage(SlaSettings settings, PluginServices services) {
        this.settings = settings;
        this.services = services;
        this.terms = new Terms(settings, services);
        this.reading = new Reading(settings);
        this.summary = new Summary(settings, services);
    }

    @Override
    public Reaction on(Event event, ChatContext chat) {
        return Reaction.pass(switch (event) {
            case Event.Rang rang when rang.key().equals(Questions.ALARM) -> follow(chat, _ -> {
                // only time has passed
            }, true);
            case Event.Rang rang when rang.key().equals(Summary.RHYTHM) -> summary.due(rang, chat);
            case Event.Custom custom -> summary.told(custom, chat);
            case Event.Ruled _ when isGroup(chat) -> follow(chat, _ -> {
                // other terms may count
            }, true);
            default -> List.<Action>of();
        });
    }

    @Override
    public Reaction afterwards(Event event, Upshot upshot, ChatContext chat) {
        if (!isGroup(chat)) {
            return Reaction.pass();
        }
        return Reaction.pass(switch (event) {
            case Event.Said said -> follow(chat, hearing -> hearing.said(said, upshot), false);
            case Event.Recalled recalled -> follow(chat, hearing -> hearing.recalled(recalled), false);
            case Event.Left left -> follow(chat, hearing -> hearing.left(left), false);
            case Event.Rang _ when !upshot.spoken().isEmpty() -> follow(chat, hearing -> hearing.spoke(upshot), false);
            default -> List.<Action>of();
        });
    }

    private static boolean isGroup(ChatContext chat) {
        ChatKind kind = chat.group().chat().kind();
        return kind == ChatKind.INTERNAL || kind == ChatKind.CUSTOMER;
    }

    /** Something happens to the questions; then whatever is due is done, and the next alarm set. */
    private List<Action> follow(ChatContext chat, Consumer<Hearing> what, boolean anew) {
        Questions questions = Questions.of(chat);
        Tally tally = new Tally(services, settings.report().isPresent(), chat);
        what.accept(new Hearing(settings, services, new Hearing.Desk(terms, reading, questions, tally), chat));
        List<Action> actions = new ArrayList<>(new Ladder(settings, services, terms, tally, chat).climb(questions));
        actions.addAll(questions.keep(terms, anew));
        actions.addAll(tally.actions(questions.waiting().size()));
        return actions;
    }

    @Override
    public List<Recurrence> rhythm(ChatContext chat) {
        return isGroup(chat) ? summary.rhythm() : List.of();
    }

    @Override
    public boolean expects(String alarm, String payload) {
        return alarm.equals(Questions.ALARM) || settings.report().isPresent();
    }

    @Override
    public List<Located<String>> rules() {
        List<Located<String>> rules = new ArrayList<>();
        if (!settings.ladder().isEmpty()) {
            rules.add(new Located<>(Ladder.FIRST_REPLY, settings.firstReply().place()));
            settings.urgent().ifPresent(urgent -> rules
                    .add(new Located<>(Ladder.URGENT, urgent.value().firstReply().place())));
        }
        settings.resolve().ifPresent(resolve -> rules.add(new Located<>(Ladder.RESOLVE, resolve.place())));
        Optional<Located<SlaSettings.Report>> report = settings.report();
        report.ifPresent(each -> rules.add(new Located<>(Summary.RHYTHM, each.value().at().place())));
        return rules;
    }
}
