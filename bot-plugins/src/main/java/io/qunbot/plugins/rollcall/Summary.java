package io.qunbot.plugins.rollcall;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.chat.Manner;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Template;
import io.qunbot.plugin.roll.Chain;
import io.qunbot.plugin.roll.Roll.Entry;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is said and told about a roll-call at its times. */
final class Summary {

    private static final int LONGEST_STREAK = 100;
    private static final int MOST_LINES = 100;
    private static final int BEST = 3;

    private final Caller caller;
    private final Rollcall rollcall;
    private final PluginServices services;

    Summary(Caller caller, PluginServices services) {
        this.caller = caller;
        this.rollcall = caller.rollcall();
        this.services = services;
    }

    List<Action> act(String step, Event.Rang rang, ChatContext chat) {
        Marks marks = new Marks(rollcall, chat);
        LocalDate day = caller.period().lookedBack(rang.at());
        List<Action> actions = switch (step) {
            case Period.CLOSE -> close(day, marks, chat);
            case Period.REPORT -> report(marks, chat);
            case Period.MISSING -> missing(rang.at(), marks, chat);
            default -> List.of();
        };
        chat.note(actions.isEmpty()
                ? caller.finding(Kind.NOTED, "到时间了,没有要说的:" + step, "it is time, and there is nothing to say: " + step)
                : caller.finding(Kind.ACTS, "到时间了:" + step, "it is time: " + step));
        return actions;
    }

    private List<Action> close(LocalDate day, Marks marks, ChatContext chat) {
        Rollcall.Close close = rollcall.close().orElseThrow().value();
        List<Entry> today = marks.on(day);
        return today.size() < close.least()
                ? List.of()
                : caller.say(close.say().value().fill(values(today, marks, chat)), Manner.TOPIC, "");
    }

    private Map<String, Object> values(List<Entry> today, Marks marks, ChatContext chat) {
        Map<String, Object> values = caller.values(chat);
        values.put("count", today.size());
        values.put("names", Caller.names(today, marks));
        Map<String, Object> streaks = new TreeMap<>();
        for (int days = 1; days <= LONGEST_STREAK; days++) {
            int running = days;
            streaks.put(String.valueOf(days), today.stream()
                    .filter(entry -> Marks.number(entry, Marks.STREAK) >= running).count());
        }
        values.put("streak", streaks);
        values.put("top", today.stream().filter(entry -> Marks.number(entry, Marks.STREAK) > 1)
                .sorted(Comparator.comparingInt((Entry entry) -> Marks.number(entry, Marks.STREAK)).reversed())
                .limit(BEST).map(entry -> marks.name(entry) + " 连续 " + entry.values().get(Marks.STREAK) + " 天")
                .collect(Collectors.joining("、")));
        return values;
    }

    private List<Action> report(Marks marks, ChatContext chat) {
        Rollcall.Report report = rollcall.report().orElseThrow().value();
        List<Entry> entries = marks.entries();
        List<MemberId> who = report.who().stream().flatMap(post -> services.staff(post.value()).stream()).distinct()
                .toList();
        if (entries.isEmpty() || who.isEmpty()) {
            return List.of();
        }
        Map<String, Object> values = values(entries, marks, chat);
        values.put("list", lines(entries, marks));
        Template text = report.text().map(Located::value)
                .orElseGet(() -> Template.parse("{{title}}:{{count}} 位\n{{list}}"));
        String words = text.fill(values);
        return words.isEmpty() ? List.of() : List.of(new Action.Tell(who, words, rollcall.rule()));
    }

    private String lines(List<Entry> entries, Marks marks) {
        List<Entry> best = entries.stream().sorted(Comparator.comparingInt(
                (Entry entry) -> rollcall.each() ? marks.boxes(entry) : Marks.number(entry, Marks.DAYS)).reversed())
                .limit(MOST_LINES).toList();
        String lines = best.stream().map(entry -> line(entry, marks)).collect(Collectors.joining("\n"));
        return entries.size() <= MOST_LINES ? lines : lines + "\n…… 共 " + entries.size() + " 位,全部见 ./qunbot rollcall";
    }

    private String line(Entry entry, Marks marks) {
        if (!rollcall.each()) {
            return "· " + marks.name(entry) + " " + Marks.number(entry, Marks.DAYS) + " 天";
        }
        List<String> open = marks.open(entry);
        return "· " + marks.name(entry) + " " + marks.boxes(entry) + "/" + rollcall.is().size()
                + (open.isEmpty() ? "" : ",还差 " + String.join("、", open));
    }

    private List<Action> missing(Instant at, Marks marks, ChatContext chat) {
        Rollcall.Missing missing = rollcall.missing().orElseThrow().value();
        List<Entry> present = present(missing, at, marks);
        List<String> names = new ArrayList<>();
        for (MemberId member : expected(chat)) {
            boolean there = present.stream().anyMatch(entry -> entry.who().equals(member.value())
                    || entry.name().filter(line -> Chain.isOf(line, marks.name(member)))
                            .isPresent());
            if (!there) {
                names.add(marks.name(member));
            }
        }
        if (names.isEmpty()) {
            return List.of();
        }
        Map<String, Object> values = caller.values(chat);
        values.put("missing", String.join("、", names.subList(0, Math.min(names.size(), MOST_LINES))));
        values.put("count", names.size());
        Optional<Action.Tell> told = missing.tell().action(values, rollcall.rule(), services, chat);
        return told.<Action>map(tell -> tell).stream().toList();
    }

    /** Whoever was counted since the time before; on one date the whole list counts. */
    private List<Entry> present(Rollcall.Missing missing, Instant at, Marks marks) {
        LocalDate day = caller.period().lookedBack(at);
        Optional<Instant> next = missing.at().value().slots(services.zone(), services.holidays()).next(at);
        return next.map(later -> day.minusDays(Math.max(1, Duration.between(at, later).toDays())))
                .map(before -> marks.entries().stream()
                        .filter(entry -> Marks.last(entry).filter(before::isBefore).isPresent()).toList())
                .orElseGet(marks::entries);
    }

    /** Whoever was met, or is known to be here, and has the tag. */
    private List<MemberId> expected(ChatContext chat) {
        Optional<String> tag = rollcall.expect().map(Rollcall.Expect::tag);
        Stream<MemberId> known = chat.members().stream().filter(member -> !services.isStaff(member));
        return Stream.concat(new People(chat.memory()).all().stream(), known).distinct()
                .filter(member -> tag.filter(wanted -> chat.person(member).tags().contains(wanted)).isPresent())
                .toList();
    }

    /** What texts may name besides what all may. */
    static String[] variables() {
        List<String> names = new ArrayList<>(List.of("name", "title", "word", "count", "days", "names", "top", "list",
                "missing"));
        IntStream.rangeClosed(1, LONGEST_STREAK).forEach(days -> names.add("streak." + days));
        return names.toArray(String[]::new);
    }
}
