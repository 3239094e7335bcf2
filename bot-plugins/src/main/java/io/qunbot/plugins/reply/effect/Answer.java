package io.qunbot.plugins.reply.effect;

import io.qunbot.chat.Action;
import io.qunbot.chat.Body;
import io.qunbot.chat.Manner;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.Foreign;
import io.qunbot.plugin.Person;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Vocabulary;
import io.qunbot.plugin.say.Saying;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Turns effects into words and actions, for one question. */
public final class Answer {

    private static final String TURN = "turn.";

    /** Which of several sayings is next. */
    record Turn(int next) {}

    private final Asked asked;
    private final PluginServices services;
    private final ChatContext chat;

    public Answer(Asked asked, PluginServices services, ChatContext chat) {
        this.asked = asked;
        this.services = services;
        this.chat = chat;
    }

    /** Which of its words an effect says now; the next time it is the turn of others. */
    public int turn(Effect effect) {
        int count = effect.deed().say().size();
        if (count < 2) {
            return 0;
        }
        String key = TURN + effect.key();
        int turn = chat.memory().get(key, Turn.class).map(Turn::next).orElse(0) % count;
        chat.memory().put(key, new Turn((turn + 1) % count));
        return turn;
    }

    /** What is said; empty, with a note, when what has to be known for it is not. */
    public Optional<Action.Say> words(Effect effect, int turn) {
        List<Located<Saying>> say = effect.deed().say();
        Saying saying = say.get(turn % say.size()).value();
        Optional<Body> body = saying.body(values(saying.variables(), Foreign::echo));
        if (body.isEmpty()) {
            chat.note(Traced.of(Kind.REFUSED, effect, () -> new Words("要说的话里有现在不知道的内容,没有说",
                    "what it would say needs a value that is not known now")));
        }
        return body.map(known -> new Action.Say(known, effect.label().name(), Optional.of(Manner.ANSWER),
                effect.deed().oversight(services)));
    }

    /** What else is done, and never waits. */
    public List<Action> aside(Effect effect) {
        List<Action> actions = new ArrayList<>(2);
        effect.deed().tell().flatMap(tell -> tell.action(values(tell.text().value().variables(), Foreign::quote),
                effect.label().name(), services, chat)).ifPresent(actions::add);
        if (!effect.deed().tag().isEmpty()) {
            actions.add(tag(effect));
        }
        actions.addAll(effect.deed().weight().about(asked.by(), effect.label().name()));
        return actions;
    }

    private Action tag(Effect effect) {
        Map<Boolean, List<String>> tags = effect.deed().tag().stream()
                .collect(Collectors.partitioningBy(tag -> tag.startsWith("-")));
        List<String> remove = tags.getOrDefault(true, List.of()).stream().map(tag -> tag.substring(1)).toList();
        return new Action.Tag(asked.by(), tags.getOrDefault(false, List.of()), remove, effect.label().name());
    }

    /**
     * @param quoting how a member's words become harmless: a group must not read what a colleague may
     */
    private Map<String, Object> values(Set<String> variables, UnaryOperator<String> quoting) {
        if (variables.isEmpty()) {
            return Map.of();
        }
        Person person = chat.person(asked.by());
        Map<String, Object> values = Vocabulary.values(services, chat.group(), chat.now(), person);
        values.put("name", name(person));
        values.put("quote", quoting.apply(asked.words()));
        values.put("match", Foreign.quote(asked.match()));
        values.put("tags",
                person.tags().isEmpty() ? "无" : person.tags().stream().sorted().collect(Collectors.joining("、")));
        return values;
    }

    /** A member's name as it may be said. */
    public static String name(Person person) {
        return person.name().map(Foreign::name).filter(name -> !name.isEmpty()).orElse("朋友");
    }
}
