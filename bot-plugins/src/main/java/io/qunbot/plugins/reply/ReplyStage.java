package io.qunbot.plugins.reply;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.QuestionLimits;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Sample;
import io.qunbot.plugin.Stage;
import io.qunbot.plugins.reply.effect.Effect;
import io.qunbot.plugins.reply.effect.Permission;
import io.qunbot.plugins.reply.effect.Refusal;
import io.qunbot.plugins.reply.effect.Traced;
import io.qunbot.plugins.reply.faq.Catalogue;
import io.qunbot.plugins.reply.faq.FaqLint;
import io.qunbot.plugins.reply.faq.Rankers;
import io.qunbot.plugins.reply.state.Colleagues;
import io.qunbot.plugins.reply.state.Corrections;
import io.qunbot.text.Normalized;
import io.qunbot.text.Normalizer;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out what a message means, by the rules first and by the catalogue then. Called for every message. */
final class ReplyStage implements Stage {

    private final ReplySettings settings;
    private final PluginServices services;
    private final RuleBook book;
    private final HardRules rules;
    private final Speaker speaker;
    private final Correcting correcting;
    private final Choosing choosing;
    private final Optional<Catalogue> catalogue;
    private final Optional<FaqDesk> faq;
    private final Traced traced;
    private final Admission admission;

    ReplyStage(ReplySettings settings, PluginServices services, Rankers rankers) {
        this.settings = settings;
        this.services = services;
        book = new RuleBook(settings.rules(), settings.sameMeaning());
        Permission permission = new Permission(settings.cooldown(), settings.patience(), services.zone());
        catalogue = settings.faq()
                .map(found -> Catalogue.of(found.value(), rankers, services, permission));
        Map<String, Effect> effects = effects(settings, catalogue);
        speaker = new Speaker(services, permission, effects);
        traced = new Traced(services);
        rules = new HardRules(permission, speaker, traced);
        correcting = new Correcting(services, settings.unanswered());
        choosing = new Choosing(effects, permission, speaker, traced);
        faq = catalogue.map(questions -> new FaqDesk(questions, permission, speaker, settings, services));
        admission = new Admission(settings, services, traced);
    }

    private static Map<String, Effect> effects(ReplySettings settings, Optional<Catalogue> catalogue) {
        Map<String, Effect> effects = new HashMap<>();
        for (int order = 0; order < settings.rules().size(); order++) {
            Effect effect = Match.effect(settings.rules().get(order), order);
            effects.put(effect.key(), effect);
        }
        catalogue.ifPresent(questions -> questions.questions()
                .forEach(posed -> effects.put(posed.effect().key(), posed.effect())));
        return effects;
    }

    @Override
    public Reaction on(Event event, ChatContext chat) {
        return switch (event) {
            case Event.Said said -> services.isStaff(said.by()) ? colleague(said, chat) : answer(said, chat);
            case Event.Rang rang -> Reaction.pass(speaker.due(rang, chat).stream().toList());
            case Event.Custom custom -> {
                Corrections.learn(custom, chat);
                yield Reaction.pass();
            }
            default -> Reaction.pass();
        };
    }

    /** Whatever a colleague says ends the waiting; it may be a correction, or, if the operator likes, a question. */
    private Reaction colleague(Event.Said said, ChatContext chat) {
        if (faq.isPresent()) {
            Colleagues.spoke(said.by(), chat);
        }
        List<Action> actions = new ArrayList<>(speaker.giveWay(chat));
        Reaction next = correcting.isMeant(said.content().words())
                ? correcting.correct(said, chat)
                : answer(said, chat);
        actions.addAll(next.actions());
        return new Reaction(actions, next.goOn());
    }

    /** Alarms of earlier versions do not say what they are for. */
    @Override
    public boolean expects(String alarm, String payload) {
        return payload.isEmpty() || speaker.has(payload);
    }

    private Reaction answer(Event.Said said, ChatContext chat) {
        String typed = said.content().words();
        if (typed.isEmpty() || typed.length() > QuestionLimits.FAR_TOO_LONG) {
            if (chat.explains()) {
                chat.note(typed.isEmpty() ? Admission.NO_WORDS : Admission.FAR_TOO_LONG);
            }
            return Reaction.pass();
        }
        Normalized text = Normalizer.normalize(typed);
        List<Match> matches = book.match(text, new Circumstances(said, chat, services));
        return matches.isEmpty() && faq.isEmpty() && !chat.explains()
                ? Reaction.pass()
                : decide(said, text, matches, chat);
    }

    @Override
    public void lint(Sample sample, Problems findings) {
        new RuleLint(settings.rules(), book, sample, findings).run();
        catalogue.ifPresent(questions -> settings.faq()
                .ifPresent(faq -> new FaqLint(faq.value(), questions, findings).run(sample)));
    }

    @Override
    public List<Located<String>> rules() {
        List<Located<String>> all = new ArrayList<>();
        settings.rules().forEach(rule -> all.add(new Located<>(rule.value().name(), rule.place())));
        settings.faq().ifPresent(questions -> all.addAll(Catalogue.names(questions.value())));
        return all;
    }

    private Reaction decide(Event.Said said, Normalized text, List<Match> matches, ChatContext chat) {
        Refusal obstacle = admission.obstacle(said, text, chat);
        if (!obstacle.isNone()) {
            admission.note(obstacle, matches, chat);
            return Reaction.pass();
        }
        if (chat.explains()) {
            new Overview(book, traced).note(text, matches, chat);
        }
        Optional<Reaction> chosen = faq.isPresent() ? choosing.answer(said, text, chat) : Optional.empty();
        return chosen.orElseGet(() -> decide(Inquiry.of(said, text, chat), matches));
    }

    private Reaction decide(Inquiry inquiry, List<Match> matches) {
        HardRules.Outcome outcome = rules.act(inquiry, matches);
        if (outcome.settled() || faq.isEmpty()) {
            return new Reaction(outcome.actions(), !outcome.stops());
        }
        Reaction ranked = faq.get().answer(inquiry);
        List<Action> actions = new ArrayList<>(outcome.actions());
        actions.addAll(ranked.actions());
        return new Reaction(actions, ranked.goOn());
    }
}
