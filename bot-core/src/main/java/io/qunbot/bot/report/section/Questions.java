package io.qunbot.bot.report.section;

import io.qunbot.bot.report.Care;
import io.qunbot.bot.report.Material;
import io.qunbot.bot.report.Part;
import io.qunbot.bot.report.Part.Fact;
import io.qunbot.bot.report.Part.Picture;
import io.qunbot.bot.report.Part.Table;
import io.qunbot.bot.report.Place;
import io.qunbot.bot.report.Section;
import io.qunbot.chat.EventId;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.mask.Masks;
import io.qunbot.plugin.question.Happened;
import io.qunbot.plugin.question.Matter;
import io.qunbot.plugin.question.OpenQuestions;
import io.qunbot.store.RemarkRow;
import io.qunbot.store.Store;
import io.qunbot.yaml.Words;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What was asked, how soon somebody answered, and what is still open. */
public final class Questions implements Section {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final int SHOWN = 20;
    private static final double SECONDS = 60;

    @Override
    public Optional<Part> of(Material material) {
        Care care = Care.sum(material.places().stream().map(place -> place.care().getFirst()).toList());
        long open = material.places().stream().mapToLong(place -> place.open().waiting().count()).sum();
        if (care.asked() + care.waits().size() + open == 0) {
            return Optional.empty();
        }
        List<Table> tables = Stream.of(open(material), groups(material), colleagues(care, material))
                .filter(table -> !table.rows().isEmpty()).toList();
        return Optional.of(new Part("questions", new Words("问题和应答", "Questions and answers"), facts(care, open), tables,
                pictures(material), warnings(open)));
    }

    private static List<Fact> facts(Care care, long open) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("客户的问题", "questions", care.asked()));
        care.within(0.5).ifPresent(time -> facts.add(new Fact(new Words("首次应答,中位数(营业时间)",
                "first answer, median, in business time"), words(time))));
        care.within(0.9)
                .ifPresent(time -> facts.add(new Fact(new Words("首次应答,九成以内", "first answer, nine of ten within"),
                        words(time))));
        facts.add(Fact.of("超时", "late", care.late()));
        facts.add(Fact.of("现在还没人回", "nobody has answered yet", open));
        facts.add(Fact.of("答过又问、到时间没解决", "asked again and not settled in time", care.unresolved()));
        facts.add(Fact.of("客户自己说好了或撤回", "settled or taken back by whoever asked", care.withdrawn()));
        return facts;
    }

    private static Words words(long seconds) {
        Map.Entry<String, String> time = Material.spell(seconds);
        return new Words(time.getKey(), time.getValue());
    }

    private static Table open(Material material) {
        List<List<String>> rows = material.places().stream().flatMap(place -> place.open().waiting()
                .map(matter -> Map.entry(place, matter)))
                .sorted(Comparator.comparing(each -> each.getValue().since())).limit(SHOWN)
                .map(each -> open(each.getKey(), each.getValue(), material)).toList();
        return new Table(new Words("还没人回的(# 后面是存档里的编号,再后面给 ./qunbot explain --event)",
                "Not answered yet (its number in the archive, and what ./qunbot explain --event takes)"),
                List.of(new Words("问的时间", "asked"), new Words("群", "group"), new Words("谁", "who"),
                        new Words("问什么", "question"), new Words("编号", "number")),
                rows);
    }

    private static List<String> open(Place place, Matter matter, Material material) {
        EventId event = matter.asked().getFirst().event();
        OptionalLong seq = material.seqs().apply(event);
        Masks masks = material.profile().masks();
        return List.of(TIME.format(matter.since().atZone(material.range().zone())), place.name(),
                masks.member(material.names().apply(new MemberId(matter.member()))),
                masks.in(matter.asked().getFirst().words()),
                (seq.isPresent() ? "#" + seq.getAsLong() + " " : "") + event.channel() + "/" + event.key());
    }

    private static Table groups(Material material) {
        List<Place> asked = material.places().stream().filter(place -> place.care().getFirst().asked() > 0)
                .sorted(Comparator.comparingLong((Place place) -> place.care().getFirst().late()).reversed())
                .limit(SHOWN).toList();
        return new Table(new Words("各群", "By group"), List.of(new Words("群", "group"), new Words("问题", "questions"),
                new Words("中位", "median"), new Words("九成", "nine of ten"), new Words("超时", "late"),
                new Words("没人回", "open")), asked.size() < 2 ? List.of() : asked.stream().map(Questions::row).toList());
    }

    private static List<String> row(Place place) {
        Care care = place.care().getFirst();
        return List.of(place.name(), String.valueOf(care.asked()), spell(care.within(0.5)), spell(care.within(0.9)),
                String.valueOf(care.late()), String.valueOf(place.open().waiting().count()));
    }

    private static String spell(OptionalLong seconds) {
        return seconds.isPresent() ? Material.spell(seconds.getAsLong()).getKey() : "—";
    }

    private static Table colleagues(Care care, Material material) {
        return new Table(new Words("谁接的", "Answered by"), List.of(new Words("同事", "who"), new Words("次数", "times")),
                care.by().entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .map(each -> List.of(each.getKey().equals(Happened.BOT)
                                ? "机器人 / the bot"
                                : material.names().apply(new MemberId(each.getKey())),
                                String.valueOf(each.getValue())))
                        .toList());
    }

    private static List<Picture> pictures(Material material) {
        List<RemarkRow> remarks = material.remarks().stream().map(Store.Remarked::remark)
                .filter(remark -> remark.plugin().equals(OpenQuestions.PLUGIN)).toList();
        int days = material.range().days().size();
        List<Double> asked = IntStream.range(0, days)
                .mapToObj(day -> (double) on(remarks, Happened.ASKED, day, material)
                        .count())
                .toList();
        List<Double> took = IntStream.range(0, days)
                .mapToObj(day -> Care.of(on(remarks, Happened.ANSWERED, day, material)
                        .map(each -> new Care.Event(Happened.ANSWERED, each.subject(), Math.round(each.number())))
                        .toList())
                        .within(0.5).orElse(0) / SECONDS)
                .toList();
        return List.of(new Picture(new Words("每天多少问题", "Questions a day"), material.labels(), asked, List.of()),
                new Picture(new Words("每天首次应答的中位数,分钟", "Median first answer a day, in minutes"), material.labels(),
                        took,
                        List.of()));
    }

    private static Stream<RemarkRow> on(List<RemarkRow> remarks, Happened what, int day, Material material) {
        return remarks.stream().filter(each -> each.kind().equals(what.key())
                && material.range().day(each.at()) == day);
    }

    private static List<Words> warnings(long open) {
        return open == 0
                ? List.of()
                : List.of(new Words("有 " + open + " 个问题还没有人回,见下表", open + " questions have no answer yet, see below"));
    }
}
