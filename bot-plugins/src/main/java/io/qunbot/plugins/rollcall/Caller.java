package io.qunbot.plugins.rollcall;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.chat.Manner;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.Keyword;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Template;
import io.qunbot.plugin.Vocabulary;
import io.qunbot.plugin.roll.Chain;
import io.qunbot.plugin.roll.Gathering;
import io.qunbot.plugin.roll.Pace;
import io.qunbot.plugin.roll.Roll.Entry;
import io.qunbot.yaml.Located;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Counts people for one roll-call, and lets them know. */
final class Caller {

    private static final String MARK = "、";
    private static final int MOST_NAMES = 50;

    private final Rollcall rollcall;
    private final Period period;
    private final Gathering gathering;
    private final PluginServices services;

    Caller(Rollcall rollcall, PluginServices services) {
        this.rollcall = rollcall;
        this.services = services;
        this.period = new Period(rollcall, services);
        this.gathering = new Gathering(rollcall.name());
    }

    Rollcall rollcall() {
        return rollcall;
    }

    Period period() {
        return period;
    }

    Gathering gathering() {
        return gathering;
    }

    Marks marks(ChatContext chat) {
        return new Marks(rollcall, chat).during(period.span(chat.memory()), services.zone(), chat.now());
    }

    /** Somebody reports. @return empty when nothing counts now: other plugins may know what is meant */
    Optional<List<Action>> heard(Keyword word, Event.Said said, ChatContext chat) {
        Optional<LocalDate> day = period.day(said.at(), chat.memory());
        if (day.isEmpty()) {
            chat.note(finding(Kind.BARRED, "现在不是打卡的时间", "it is no time to report"));
            return Optional.empty();
        }
        Marks marks = marks(chat);
        Optional<Entry> marked = marks.mark(said.by(), word.typed(), day.get());
        chat.note(marked.isPresent()
                ? finding(Kind.ACTS, "记上了", "noted")
                : finding(Kind.ACTS, "已经记过", "was noted before"));
        if (marked.isEmpty()) {
            return Optional.of(receipt(rollcall.again(), said.by(), word, marks, day.get(), chat));
        }
        boolean done = rollcall.each() && marks.open(marked.get()).isEmpty() && rollcall.done().isPresent();
        List<Action> actions = new ArrayList<>(
                receipt(done ? rollcall.done() : rollcall.say(), said.by(), word, marks, day.get(), chat));
        progress(said.by(), marks).ifPresent(actions::add);
        if (rollcall.tag()) {
            actions.add(new Action.Tag(said.by(), List.of(word.typed()), List.of(), rollcall.rule()));
        }
        return Optional.of(actions);
    }

    /** Everybody may know how far a member is, in whichever text. */
    Optional<Action> progress(MemberId member, Marks marks) {
        return rollcall.each()
                ? Optional.of(new Action.Know(member, rollcall.fact(), marks.of(member)
                        .map(entry -> marks.boxes(entry) + "/" + rollcall.is().size()).orElse("")))
                : Optional.empty();
    }

    private List<Action> receipt(Optional<Located<Template>> template, MemberId member, Keyword word, Marks marks,
            LocalDate day, ChatContext chat) {
        Pace pace = pace(chat);
        if (template.isEmpty() || pace.silent()) {
            return List.of();
        }
        if (pace.gathers()) {
            return template.equals(rollcall.again())
                    ? List.of()
                    : gathering.begin(pace.gather(), chat).stream().toList();
        }
        Map<String, Object> values = values(chat);
        values.put("name", marks.name(member));
        values.put("word", word.typed());
        values.put("count", rollcall.each()
                ? marks.of(member).map(marks::boxes).orElse(0)
                : marks.on(day).size());
        marks.of(member).ifPresent(entry -> values.put("days", Marks.number(entry, Marks.DAYS)));
        return say(template.get().value().fill(values), Manner.ANSWER, "/" + word + "/" + member);
    }

    private Pace pace(ChatContext chat) {
        return rollcall.acks().in(chat.group().chat().kind());
    }

    /** All receipts that waited, in one message. */
    List<Action> gathered(ChatContext chat) {
        Marks marks = marks(chat);
        Optional<Gathering.Open> open = gathering.take(chat);
        List<Entry> since = open.map(it -> marks.entries().stream().filter(entry -> entry.at() >= it.since()).toList())
                .orElse(List.of());
        if (since.isEmpty()) {
            return List.of();
        }
        Map<String, Object> values = values(chat);
        values.put("names", rollcall.each() ? boxes(since, marks) : names(since, marks));
        values.put("count", since.size());
        Template words = rollcall.acks().say().map(Located::value)
                .orElseGet(() -> Template.parse("{{title}}记上了:{{names}}。"));
        return say(words.fill(values), Manner.ANSWER, "");
    }

    private String boxes(List<Entry> entries, Marks marks) {
        return entries.stream().limit(MOST_NAMES)
                .map(entry -> marks.name(entry) + " " + marks.boxes(entry) + "/" + rollcall.is().size())
                .collect(Collectors.joining(MARK));
    }

    static String names(List<Entry> entries, Marks marks) {
        String names = entries.stream().limit(MOST_NAMES).map(marks::name).collect(Collectors.joining(MARK));
        return entries.size() <= MOST_NAMES ? names : names + " 等 " + entries.size() + " 位";
    }

    /** A chain counts, and is read in silence. */
    void chained(Chain chain, Event.Said said, LocalDate day, ChatContext chat) {
        Marks marks = marks(chat);
        Optional<String> own = chain.lineOf(marks.name(said.by()));
        marks.mark(said.by(), "", day);
        chain.lines().stream().filter(line -> !own.equals(Optional.of(line)))
                .forEach(line -> marks.markNamed(line, day));
        chat.note(finding(Kind.ACTS, "接龙里的 " + chain.lines().size() + " 位算打卡",
                chain.lines().size() + " of the chain are counted"));
    }

    Map<String, Object> values(ChatContext chat) {
        Map<String, Object> values = Vocabulary.values(services, chat.group());
        values.put("title", rollcall.label());
        return values;
    }

    /** @param whose tells a receipt from the others, which don't share the budget of a rule; empty for all together */
    List<Action> say(String text, Manner manner, String whose) {
        return text.isBlank() ? List.of() : List.of(new Action.Say(text, rollcall.rule() + whose, manner));
    }

    Finding finding(Kind kind, String zh, String en) {
        return Finding.of(kind, zh, en).on(rollcall.rule(), rollcall.id().place());
    }
}
