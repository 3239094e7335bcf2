package io.qunbot.plugins.reply;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Foreign;
import io.qunbot.plugin.Person;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Template;
import io.qunbot.plugin.Vocabulary;
import io.qunbot.yaml.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Turns the rules that won into actions, for one message. */
final class Answer {

    private static final String TURN = "turn.";

    /** Which of several sayings is next. */
    record Turn(int next) {}

    private final Event.Said said;
    private final PluginServices services;
    private final ChatContext chat;

    Answer(Event.Said said, PluginServices services, ChatContext chat) {
        this.said = said;
        this.services = services;
        this.chat = chat;
    }

    List<Action> to(Match match) {
        List<Action> actions = new ArrayList<>();
        if (!match.rule().say().isEmpty()) {
            say(match, actions);
        }
        match.rule().tell().ifPresent(tell -> tell(tell, match, actions));
        if (!match.rule().tag().isEmpty()) {
            actions.add(tag(match.rule()));
        }
        return actions;
    }

    private void say(Match match, List<Action> actions) {
        Template template = next(match);
        String text = template.fill(values(template, match, Foreign::echo));
        if (text.isEmpty()) {
            chat.note(match.located().place(), "要说的话里有现在不知道的内容,没有说");
        } else {
            actions.add(new Action.Say(text, match.rule().name()));
        }
    }

    private Template next(Match match) {
        List<Located<Saying>> sayings = match.rule().say();
        if (sayings.size() == 1) {
            return sayings.getFirst().value().text();
        }
        int next = chat.memory().get(TURN + match.key(), Turn.class).map(Turn::next).orElse(0) % sayings.size();
        chat.memory().put(TURN + match.key(), new Turn((next + 1) % sayings.size()));
        return sayings.get(next).value().text();
    }

    private void tell(Tell tell, Match match, List<Action> actions) {
        List<MemberId> who = tell.who().stream()
                .flatMap(post -> services.staff(post.value()).stream()).distinct().toList();
        String text = tell.text().value().fill(values(tell.text().value(), match, Foreign::quote));
        if (who.isEmpty() || text.isEmpty()) {
            chat.note(tell.text().place(), who.isEmpty() ? "没有可以告诉的同事" : "没有可以告诉的内容");
        } else {
            actions.add(new Action.Tell(who, text, match.rule().name()));
        }
    }

    private Action tag(Rule rule) {
        Map<Boolean, List<String>> tags = rule.tag().stream()
                .collect(Collectors.partitioningBy(tag -> tag.startsWith("-")));
        List<String> remove = tags.getOrDefault(true, List.of()).stream().map(tag -> tag.substring(1)).toList();
        return new Action.Tag(said.by(), tags.getOrDefault(false, List.of()), remove, rule.name());
    }

    /**
     * @param quoting how a member's words become harmless: a group must not read what a colleague may
     */
    private Map<String, Object> values(Template template, Match match, UnaryOperator<String> quoting) {
        if (template.variables().isEmpty()) {
            return Map.of();
        }
        Person person = chat.person(said.by());
        Map<String, Object> values = Vocabulary.values(services, chat.group());
        values.put("name", person.name().map(Foreign::name).filter(name -> !name.isEmpty()).orElse("朋友"));
        values.put("quote", quoting.apply(said.content().words()));
        values.put("match", Foreign.quote(match.verdict().match()));
        values.put("tags",
                person.tags().isEmpty() ? "无" : person.tags().stream().sorted().collect(Collectors.joining("、")));
        return values;
    }
}
