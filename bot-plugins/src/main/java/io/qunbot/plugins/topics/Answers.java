package io.qunbot.plugins.topics;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.Foreign;
import io.qunbot.plugin.MessageForm;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Template;
import io.qunbot.plugin.Vocabulary;
import io.qunbot.text.Line;
import io.qunbot.yaml.Located;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What members answer to a step that asks: collected for a while, then summed up. */
final class Answers {

    static final String ALARM = "ask.";
    private static final int MOST = 500;
    private static final int MOST_NAMES = 30;
    private static final int LONG_ENOUGH = 6;

    /** Who answered since a time, in their order. */
    record Open(long since, long until, List<String> members) {}

    /** In how many rounds running somebody answered. */
    record Streaks(Map<String, Integer> rounds) {}

    private final Topic topic;
    private final Ask ask;
    private final String key;
    private final PluginServices services;

    Answers(Topic topic, Step step, PluginServices services) {
        this.topic = topic;
        this.ask = step.ask().orElseThrow();
        this.key = ALARM + topic.name() + "/" + step.key();
        this.services = services;
    }

    String key() {
        return key;
    }

    Action open(ChatContext chat) {
        Instant until = chat.now().plus(ask.duration());
        chat.memory().put(key, new Open(chat.now().toEpochMilli(), until.toEpochMilli(), List.of()));
        return new Action.Wake(key, until, "");
    }

    /** Notes an answer, if it is one. */
    void heard(Event.Said said, ChatContext chat) {
        Optional<Open> open = chat.memory().get(key, Open.class)
                .filter(it -> said.at().toEpochMilli() >= it.since() && it.members().size() < MOST);
        if (open.isEmpty() || services.isStaff(said.by()) || !isAnswer(said)
                || open.get().members().contains(said.by().value())) {
            return;
        }
        List<String> members = new ArrayList<>(open.get().members());
        members.add(said.by().value());
        chat.memory().put(key, new Open(open.get().since(), open.get().until(), members));
        chat.note(Finding.of(Kind.NOTED, "算作对 " + topic.name() + " 的回复,第 " + members.size() + " 位",
                "counts as an answer to " + topic.name()).on(topic.name(), topic.id().place()));
    }

    /** A chain that people pass on lists others, too: whoever sends it has answered. */
    private boolean isAnswer(Event.Said said) {
        Line line = Line.of(said.content().words());
        MessageForm form = MessageForm.of(said.content());
        boolean typed = form == MessageForm.WORDS || form == MessageForm.CHAIN;
        String text = line.text().strip();
        return typed && ask.like().map(like -> like.regex().find(line).isPresent())
                .orElse(text.codePointCount(0, text.length()) > LONG_ENOUGH);
    }

    List<Action> close(ChatContext chat) {
        Optional<Open> open = chat.memory().get(key, Open.class);
        if (open.isEmpty()) {
            return List.of();
        }
        chat.memory().remove(key);
        List<MemberId> members = open.get().members().stream().map(MemberId::new).toList();
        Map<String, Object> values = values(members, streaks(open.get().members(), chat), chat);
        List<Action> actions = new ArrayList<>();
        if (members.size() >= ask.least()) {
            ask.close().stream().findFirst().map(Located::value).map(text -> text.fill(values))
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> actions.add(new Action.Say(text, topic.name(), TopicsStage.manner(topic))));
        }
        ask.tell().flatMap(tell -> tell.action(values, topic.name(), services, chat)).ifPresent(actions::add);
        return actions;
    }

    private Map<String, Integer> streaks(List<String> members, ChatContext chat) {
        String name = "streaks." + topic.name();
        Map<String, Integer> before = chat.memory().get(name, Streaks.class).map(Streaks::rounds).orElse(Map.of());
        Map<String, Integer> rounds = new LinkedHashMap<>();
        members.forEach(member -> rounds.put(member, before.getOrDefault(member, 0) + 1));
        chat.memory().put(name, new Streaks(rounds));
        return rounds;
    }

    private Map<String, Object> values(List<MemberId> members, Map<String, Integer> streaks, ChatContext chat) {
        Map<String, Object> values = Vocabulary.values(services, chat.group(), chat.now());
        values.put("count", members.size());
        values.put("names", names(members, chat));
        values.put("missing", names(missing(members, chat), chat));
        values.put("top", streaks.entrySet().stream().filter(entry -> entry.getValue() > 1)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())).limit(3)
                .map(entry -> name(new MemberId(entry.getKey()), chat) + " 连续 " + entry.getValue() + " 次")
                .collect(Collectors.joining("、")));
        return values;
    }

    private List<MemberId> missing(List<MemberId> members, ChatContext chat) {
        return ask.expect().map(tag -> new Facts(chat.memory()).people().stream()
                .filter(member -> !members.contains(member) && chat.person(member).tags().contains(tag)
                        && !chat.person(member).optedOut())
                .toList()).orElse(List.of());
    }

    private static String names(List<MemberId> members, ChatContext chat) {
        String names = members.stream().limit(MOST_NAMES).map(member -> name(member, chat))
                .collect(Collectors.joining("、"));
        return members.size() <= MOST_NAMES ? names : names + " 等 " + members.size() + " 人";
    }

    private static String name(MemberId member, ChatContext chat) {
        return chat.person(member).name().map(Foreign::name).filter(name -> !name.isEmpty()).orElse("朋友");
    }

    /** What its words may name. */
    static String[] variables() {
        return new String[]{"count", "names", "missing", "top"};
    }

    List<Located<Template>> words() {
        return ask.close();
    }
}
