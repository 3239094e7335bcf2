package io.qunbot.plugins.topics;

import io.qunbot.chat.Action;
import io.qunbot.chat.Autonomy;
import io.qunbot.chat.Body;
import io.qunbot.chat.Event;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Oversight;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.Foreign;
import io.qunbot.plugin.Mode;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Recurrence;
import io.qunbot.plugin.Vocabulary;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides at a step's time whether it is said, and with which content. */
final class Telling {

    /** Which of several sayings is next. */
    record Turn(int next) {}

    private final Mix mix;
    private final PluginServices services;

    Telling(Mix mix, PluginServices services) {
        this.mix = mix;
        this.services = services;
    }

    List<Action> due(Timetable timetable, Step step, Event.Rang rang, ChatContext chat) {
        Topic topic = timetable.topic();
        boolean byHand = rang.payload().equals(Recurrence.BY_HAND);
        Instant occurrence = byHand ? rang.at() : timetable.occurrence(step, rang.at(), chat);
        Optional<String> barred = byHand ? Optional.empty() : barred(timetable, occurrence, chat);
        if (barred.isPresent()) {
            chat.note(TopicsStage.finding(Kind.BARRED, topic, "不说:" + barred.get(), "not said: " + barred.get()));
            return List.of();
        }
        Contents contents = new Contents(topic, chat.memory());
        Optional<Contents.Use> before = contents.use(occurrence);
        Optional<Contents.Use> use = before.isPresent() ? before : decide(topic, contents, occurrence, byHand, chat);
        if (use.isEmpty() || use.get().barred()) {
            return List.of();
        }
        List<Action> actions = new ArrayList<>(actions(topic, step, contents.content(use.get()), chat));
        if (before.isEmpty() && !topic.each().isEmpty() && contents.remaining() == 0) {
            actions.addAll(usedUp(topic));
        }
        return actions;
    }

    private Optional<String> barred(Timetable timetable, Instant occurrence, ChatContext chat) {
        Topic topic = timetable.topic();
        List<MemberId> people = new Facts(chat.memory()).people();
        Optional<String> holiday = timetable.holiday(occurrence);
        if (holiday.isPresent()) {
            return holiday;
        }
        if (topic.at().value().unless().filter(crowd -> crowd.includes(people, chat, services)).isPresent()) {
            return Optional.of("群里已经有 " + topic.at().value().unless().get().words());
        }
        return topic.when().filter(crowd -> !crowd.includes(people, chat, services))
                .map(crowd -> "群里没有 " + crowd.words());
    }

    private Optional<Contents.Use> decide(Topic topic, Contents contents, Instant occurrence, boolean byHand,
            ChatContext chat) {
        Optional<String> excess = byHand
                ? Optional.empty()
                : topic.limit().filter(limit -> contents.isTooOften(limit, chat.now())).map(_ -> "已经说得够多了(limit)")
                        .or(() -> topic.kind().flatMap(kind -> mix.excess(kind.value(), chat.memory(), chat.now())));
        if (excess.isPresent()) {
            contents.bar(occurrence);
            chat.note(TopicsStage.finding(Kind.BARRED, topic, "不说:" + excess.get(), "not said: " + excess.get()));
            return Optional.empty();
        }
        Optional<Contents.Use> use = contents.take(occurrence);
        if (use.isEmpty()) {
            chat.note(TopicsStage.finding(Kind.BARRED, topic, "内容用完了,没有说", "its contents are used up"));
        } else {
            mix.said(topic.kind().map(Located::value), chat.memory(), chat.now());
        }
        return use;
    }

    private List<Action> actions(Topic topic, Step step, Optional<Map<String, String>> content, ChatContext chat) {
        Map<String, Object> values = Vocabulary.values(services, chat.group(), chat.now());
        content.ifPresent(values::putAll);
        topic.host().ifPresent(post -> host(post.value()).ifPresent(name -> values.put("host", name)));
        List<Action> actions = new ArrayList<>(2);
        say(topic, step, values, chat).ifPresent(actions::add);
        step.tell().flatMap(tell -> tell.action(values, topic.name(), services, chat)).ifPresent(actions::add);
        if (!actions.isEmpty()) {
            chat.note(TopicsStage.finding(Kind.ACTS, topic, step.key().isEmpty() ? "到时间了" : "到时间了:" + step.key(),
                    step.key().isEmpty() ? "it is time" : "it is time: " + step.key()));
        }
        return actions;
    }

    private Optional<String> host(String post) {
        return services.staff(post).stream().findFirst().flatMap(services::nameOf).map(Foreign::name)
                .filter(name -> !name.isEmpty());
    }

    private Optional<Action> say(Topic topic, Step step, Map<String, Object> values, ChatContext chat) {
        if (step.say().isEmpty()) {
            return Optional.empty();
        }
        Optional<Body> body = step.say().get(turn(topic, step, chat)).value().body(values);
        if (body.isEmpty()) {
            chat.note(TopicsStage.finding(Kind.REFUSED, topic, "要说的话里有现在不知道的内容,没有说",
                    "what it would say needs a value that is not known now"));
            return Optional.empty();
        }
        return Optional.of(new Action.Say(body.get(), topic.name(), Optional.of(TopicsStage.manner(topic)),
                oversight(topic, step)));
    }

    /** What may come days later is worth confirming for as long as any task. */
    private static boolean isSoon(Duration late) {
        return late.compareTo(Duration.ofDays(1)) < 0 && late.compareTo(Duration.ofMinutes(1)) > 0;
    }

    private Oversight oversight(Topic topic, Step step) {
        Autonomy most = step.by().isPresent()
                ? Autonomy.DRAFT
                : topic.mode().map(Mode::autonomy).orElse(Autonomy.AUTO);
        return new Oversight(most, step.by().map(post -> services.staff(post.value())).orElse(List.of()),
                topic.at().value().late().map(lateness -> lateness.late().most()).filter(Telling::isSoon),
                Optional.empty());
    }

    private static int turn(Topic topic, Step step, ChatContext chat) {
        if (step.say().size() < 2) {
            return 0;
        }
        String key = "turn." + topic.name() + "/" + step.key();
        int turn = chat.memory().get(key, Turn.class).map(Turn::next).orElse(0) % step.say().size();
        chat.memory().put(key, new Turn(turn + 1));
        return turn;
    }

    /** Who plans the contents is told with the last one, while there is time to write more. */
    private List<Action> usedUp(Topic topic) {
        End end = topic.end().orElse(End.USUAL);
        List<String> posts = end.tell().isEmpty() ? List.of("owner") : end.tell().stream().map(Located::value).toList();
        List<MemberId> who = posts.stream().flatMap(post -> services.staff(post).stream()).distinct().toList();
        String then = end.then() == End.Then.REPEAT ? "下次从头再来。" : "之后就停了,请续写。";
        return who.isEmpty()
                ? List.of()
                : List.of(new Action.Tell(who, "话题 " + topic.name() + " 的内容用到最后一条了," + then, topic.name()));
    }
}
