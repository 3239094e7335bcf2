package io.qunbot.plugins.topics;

import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Tell;
import io.qunbot.plugin.Template;
import io.qunbot.plugin.Vocabulary;
import io.qunbot.plugin.say.Saying;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Looks for what the types of settings cannot see: times that never come, words that name nothing, collisions. */
final class TopicsCheck {

    private static final int LOOKED_AT = 60;

    private final TopicsSettings settings;
    private final PluginServices services;
    private final Problems problems;

    TopicsCheck(TopicsSettings settings, PluginServices services, Problems problems) {
        this.settings = settings;
        this.services = services;
        this.problems = problems;
    }

    void check() {
        Set<String> names = new HashSet<>();
        for (Located<Topic> located : settings.list()) {
            Topic topic = located.value();
            if (!names.add(topic.name())) {
                problems.error("R401", topic.id().place(),
                        new Words("两个话题都叫 “" + topic.name() + "”", "two topics are called '" + topic.name() + "'"),
                        new Words("每个话题用自己的 id", "give each topic an id of its own"));
            }
            new TimeCheck(topic, services, problems).check();
            steps(topic, located.place());
        }
        collisions();
        unknownYears();
    }

    private void steps(Topic topic, Place place) {
        if (topic.steps().isEmpty()) {
            problems.error("R404", place, new Words("这个话题没有步骤,什么也不做", "this topic has no steps: it does nothing"),
                    new Words("写 steps: [{ say: \"要说的话\" }]", "write steps: [{ say: \"the words\" }]"));
        }
        topic.host().ifPresent(post -> Tell.check(post, services, problems));
        topic.end().ifPresent(end -> end.tell().forEach(post -> Tell.check(post, services, problems)));
        Set<String> keys = new HashSet<>();
        for (Located<Step> step : topic.steps()) {
            step(topic, step, keys.add(step.value().key()));
        }
    }

    private void step(Topic topic, Located<Step> located, boolean first) {
        Step step = located.value();
        if (step.say().isEmpty() && step.tell().isEmpty()) {
            problems.error("R404", located.place(), new Words("这个步骤什么也不做", "this step does nothing"),
                    new Words("写上 say 或 tell", "add say or tell"));
        }
        if (step.before().isPresent() && step.after().isPresent()) {
            problems.error("R403", located.place(),
                    new Words("before 和 after 只能写一个", "before and after exclude each other"),
                    Words.NONE);
        }
        if (!first) {
            problems.error("R405", located.place(), new Words("有两个步骤是同一个时候", "two steps are at the same time"),
                    new Words("合成一个步骤,或者错开几分钟", "make them one step, or keep them some minutes apart"));
        }
        step.by().ifPresent(post -> Tell.check(post, services, problems));
        Set<String> variables = variables(topic);
        step.say().forEach(text -> words(topic, text, variables));
        step.tell().ifPresent(tell -> tell.check(services, variables, problems));
        step.ask().ifPresent(ask -> answers(ask));
    }

    private Set<String> variables(Topic topic) {
        Set<String> names = new TreeSet<>(Vocabulary.names(services));
        topic.each().forEach(content -> names.addAll(content.keySet()));
        topic.host().ifPresent(_ -> names.add("host"));
        return names;
    }

    private void words(Topic topic, Located<Saying> text, Set<String> variables) {
        Saying.check(text, variables, problems);
        List<String> missing = topic.each().stream().flatMap(content -> text.value().variables().stream()
                .filter(name -> isContent(topic, name) && !content.containsKey(name))).distinct().toList();
        if (!missing.isEmpty()) {
            problems.warn("R406", text.place(), new Words("有的内容没写 " + String.join("、", missing) + ",那时这一句会少掉",
                    "some contents lack " + String.join(", ", missing) + ": the sentence is left out then"),
                    new Words("在 each 的每一条里都写上", "give it to every entry of each"));
        }
    }

    private static boolean isContent(Topic topic, String name) {
        return topic.each().stream().anyMatch(content -> content.containsKey(name));
    }

    private void answers(Ask ask) {
        Set<String> variables = Vocabulary.names(services, Answers.variables());
        ask.close().forEach(text -> Template.check(text, variables, problems));
        ask.tell().ifPresent(tell -> tell.check(services, variables, problems));
    }

    /** Two messages that nobody asked for at one moment are one too many. */
    private void collisions() {
        Map<LocalDateTime, Located<String>> taken = new HashMap<>();
        Set<String> told = new HashSet<>();
        Instant now = services.today().atStartOfDay(services.zone()).toInstant();
        for (Located<Topic> topic : settings.list()) {
            Timetable timetable = new Timetable(topic.value(), services);
            for (Located<Step> step : speaking(topic.value())) {
                for (LocalDateTime time : timetable.preview(step.value(), now, LOOKED_AT)) {
                    Located<String> mine = new Located<>(topic.value().name(), step.place());
                    Optional.ofNullable(taken.putIfAbsent(time, mine))
                            .filter(other -> !other.value().equals(mine.value())
                                    && told.add(other.value() + mine.value()))
                            .ifPresent(other -> collide(mine, other, time));
                }
            }
        }
    }

    private static List<Located<Step>> speaking(Topic topic) {
        return topic.steps().stream().filter(step -> !step.value().say().isEmpty()).toList();
    }

    private void collide(Located<String> one, Located<String> other, LocalDateTime time) {
        String when = time.toString().replace('T', ' ');
        problems.warn("R408", one.place(),
                new Words(when + " 和 “" + other.value() + "”(第 " + other.place().line() + " 行)同时说",
                        "at " + when + " '" + other.value() + "' (line " + other.place().line() + ") speaks, too"),
                new Words("错开至少几分钟,免得刷屏", "keep them some minutes apart"));
    }

    /** Whoever skips holidays has to know them; said once, for it is one file that is missing. */
    private void unknownYears() {
        List<Located<LocalDate>> unknown = settings.list().stream().flatMap(topic -> new TimeCheck(topic.value(),
                services, problems).unknown().map(day -> new Located<>(day, topic.value().at().place())).stream())
                .toList();
        unknown.stream().min(Comparator.comparing(Located::value)).ifPresent(first -> {
            int year = first.value().getYear();
            problems.warn("R409", first.place(),
                    new Words(year + " 年的节假日还没有放进来,从 " + first.value() + " 起 " + unknown.size() + " 个话题按平常的日子算",
                            "the holidays of " + year + " are not known: from " + first.value()
                                    + " on all days count as usual for "
                                    + unknown.size() + " topics"),
                    new Words("国务院公布后写进 config/holidays/" + year + ".yaml",
                            "once they are published, write them into config/holidays/" + year + ".yaml"));
        });
    }
}
