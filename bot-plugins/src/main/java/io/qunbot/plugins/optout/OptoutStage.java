package io.qunbot.plugins.optout;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.chat.Manner;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.Foreign;
import io.qunbot.plugin.Keyword;
import io.qunbot.plugin.Person;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import io.qunbot.plugin.Vocabulary;
import io.qunbot.text.Normalized;
import io.qunbot.text.Normalizer;
import io.qunbot.yaml.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the tag of the core on whoever says the words, and takes it off again. */
final class OptoutStage implements Stage {

    private static final String RULE = "optout";
    private static final Finding OUT = Finding.of(Kind.ACTS, "不再主动提醒", "is left alone from now on");
    private static final Finding BACK = Finding.of(Kind.ACTS, "恢复提醒", "is no longer left alone");

    private final OptoutSettings settings;
    private final PluginServices services;

    OptoutStage(OptoutSettings settings, PluginServices services) {
        this.settings = settings;
        this.services = services;
    }

    @Override
    public Reaction on(Event event, ChatContext chat) {
        if (!(event instanceof Event.Said said)) {
            return Reaction.pass();
        }
        Normalized words = Normalizer.normalize(said.content().words());
        if (says(words, settings.is())) {
            chat.note(OUT);
            return react(new Action.Tag(said.by(), List.of(Person.OPTED_OUT), List.of(), RULE), said, chat);
        }
        if (says(words, settings.back())) {
            chat.note(BACK);
            return Reaction.stop(new Action.Tag(said.by(), List.of(), List.of(Person.OPTED_OUT), RULE));
        }
        return Reaction.pass();
    }

    private static boolean says(Normalized words, List<Keyword> phrases) {
        return phrases.stream().anyMatch(phrase -> words.is(phrase.words()));
    }

    private Reaction react(Action tag, Event.Said said, ChatContext chat) {
        List<Action> actions = new ArrayList<>(List.of(tag));
        answer(said, chat).ifPresent(text -> actions.add(new Action.Say(text, RULE, Manner.ANSWER)));
        return Reaction.stop(actions);
    }

    private Optional<String> answer(Event.Said said, ChatContext chat) {
        Map<String, Object> values = Vocabulary.values(services, chat.group(), chat.now(), chat.person(said.by()));
        values.put("name", chat.person(said.by()).name().map(Foreign::name)
                .filter(name -> !name.isEmpty()).orElse("朋友"));
        return settings.say().map(Located::value).map(text -> text.fill(values)).filter(text -> !text.isEmpty());
    }
}
