package io.qunbot.plugins.topics;

import io.qunbot.chat.Action;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.chat.Manner;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Recurrence;
import io.qunbot.plugin.Spoken;
import io.qunbot.plugin.Stage;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keeps the rhythm of a group: says what is due, and remembers what topics have to know. */
final class TopicsStage implements Stage {

    private static final Pattern DATE = Pattern
            .compile("[!\uff01](?:日期|date)\\s+(\\S{1,20})\\s+(\\d{4}-\\d{2}-\\d{2})");

    private final List<Timetable> timetables;
    private final List<Answers> answers;
    private final Telling telling;
    private final Optional<Duration> silence;
    private final boolean knowsPeople;
    private final PluginServices services;

    TopicsStage(TopicsSettings settings, PluginServices services) {
        this.services = services;
        List<Topic> topics = settings.list().stream().map(Located::value).toList();
        timetables = topics.stream().map(topic -> new Timetable(topic, services)).toList();
        answers = topics.stream().flatMap(topic -> topic.steps().stream().map(Located::value)
                .filter(step -> step.ask().isPresent()).map(step -> new Answers(topic, step, services))).toList();
        telling = new Telling(new Mix(settings.mix()), services);
        silence = topics.stream().flatMap(topic -> topic.at().value().idle().stream()).min(Comparator.naturalOrder());
        knowsPeople = topics.stream().anyMatch(TopicsStage::asksForPeople);
    }

    private static boolean asksForPeople(Topic topic) {
        return topic.when().isPresent() || topic.at().value().unless().isPresent() || topic.steps().stream()
                .anyMatch(step -> step.value().ask().flatMap(Ask::expect).isPresent());
    }

    /** How a topic's words are meant. */
    static Manner manner(Topic topic) {
        return topic.kind().map(kind -> kind.value().manner()).orElse(Manner.TOPIC);
    }

    @Override
    public Reaction on(Event event, ChatContext chat) {
        return switch (event) {
            case Event.Rang rang -> Reaction.pass(rang(rang, chat));
            case Event.Said said -> said(said, chat);
            case Event.Joined joined -> joined(joined, chat);
            case Event.Changed changed when changed.what() == Event.Change.CREATED -> {
                new Facts(chat.memory()).created(changed.at());
                yield Reaction.pass();
            }
            default -> Reaction.pass();
        };
    }

    @Override
    public List<Recurrence> rhythm(ChatContext chat) {
        Facts facts = new Facts(chat.memory());
        ChatKind kind = chat.group().chat().kind();
        return timetables.stream().filter(timetable -> timetable.topic().in().contains(kind))
                .flatMap(timetable -> timetable.topic().steps().stream()
                        .map(step -> timetable.recurrence(step.value(), facts, chat)))
                .toList();
    }

    @Override
    public boolean expects(String alarm, String payload) {
        return !alarm.startsWith(Answers.ALARM) || answers.stream().anyMatch(answer -> answer.key().equals(alarm));
    }

    @Override
    public List<Located<String>> rules() {
        return timetables.stream().map(timetable -> timetable.topic().id())
                .map(id -> new Located<>("topics." + id.value(), id.place())).toList();
    }

    private List<Action> rang(Event.Rang rang, ChatContext chat) {
        Optional<Answers> asked = answers.stream().filter(answer -> answer.key().equals(rang.key())).findFirst();
        if (asked.isPresent()) {
            return asked.get().close(chat);
        }
        List<Action> actions = new ArrayList<>();
        for (Timetable timetable : timetables) {
            for (Located<Step> step : timetable.topic().steps()) {
                if (key(timetable.topic(), step.value()).equals(rang.key())) {
                    actions.addAll(telling.due(timetable, step.value(), rang, chat));
                    opened(timetable.topic(), step.value(), actions, chat).ifPresent(actions::add);
                }
            }
        }
        return actions;
    }

    private static String key(Topic topic, Step step) {
        return step.key().isEmpty() ? topic.name() : topic.name() + "/" + step.key();
    }

    private Optional<Action> opened(Topic topic, Step step, List<Action> actions, ChatContext chat) {
        return step.ask().isEmpty() || actions.isEmpty()
                ? Optional.empty()
                : Optional.of(new Answers(topic, step, services).open(chat));
    }

    private Reaction said(Event.Said said, ChatContext chat) {
        Facts facts = new Facts(chat.memory());
        silence.ifPresent(shortest -> facts.talked(said.at(), shortest));
        if (services.isStaff(said.by())) {
            return date(said, facts, chat) ? Reaction.stop() : Reaction.pass();
        }
        if (knowsPeople && chat.group().chat().kind() != ChatKind.DIRECT) {
            facts.met(said.by());
        }
        answers.forEach(answer -> answer.heard(said, chat));
        return Reaction.pass();
    }

    /** A colleague notes one of the group's own dates. */
    private static boolean date(Event.Said said, Facts facts, ChatContext chat) {
        Matcher note = DATE.matcher(said.content().words().strip());
        Optional<LocalDate> day = note.matches() ? Facts.read(note.group(2)) : Optional.empty();
        day.ifPresent(date -> chat.note(null, facts.date(note.group(1), date)
                ? "记下了 " + note.group(1) + " " + date
                : "这个群的日子太多了,没有记"));
        return day.isPresent();
    }

    private Reaction joined(Event.Joined joined, ChatContext chat) {
        Facts facts = new Facts(chat.memory());
        if (knowsPeople) {
            joined.members().stream().filter(member -> !services.isStaff(member)).forEach(facts::met);
        }
        boolean colleaguesOnly = joined.members().size() >= joined.count()
                && joined.members().stream().allMatch(services::isStaff);
        if (!colleaguesOnly) {
            facts.joined(joined.at());
        }
        return Reaction.pass();
    }

    static Finding finding(Finding.Kind kind, Topic topic, String zh, String en) {
        return Finding.of(kind, zh, en).on("topics." + topic.name(), topic.id().place());
    }

    /** All that members may get to read. */
    static Stream<Spoken> words(Topic topic) {
        return topic.steps().stream().map(Located::value).flatMap(step -> Stream.concat(
                step.say().stream().map(saying -> new Spoken(saying.value(), saying.place(), topic.in())),
                step.ask().stream().flatMap(ask -> ask.close().stream())
                        .map(text -> new Spoken(text.value(), text.place(), topic.in()))));
    }
}
