package io.qunbot.plugins.rollcall;

import io.qunbot.plugin.Companions;
import io.qunbot.plugin.Keyword;
import io.qunbot.plugin.Meanings;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Tell;
import io.qunbot.plugin.Template;
import io.qunbot.plugin.Vocabulary;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Looks for what the types of settings cannot see: words that mean two things, days that make no sense. */
final class RollcallCheck {

    private final RollcallSettings settings;
    private final PluginServices services;
    private final Problems problems;
    private final Companions companions;

    RollcallCheck(RollcallSettings settings, PluginServices services, Problems problems) {
        this.settings = settings;
        this.services = services;
        this.problems = problems;
        this.companions = new Companions("R433", problems);
    }

    void check() {
        Set<String> names = new HashSet<>();
        Meanings meanings = new Meanings("R431", problems);
        for (Located<Rollcall> located : settings.list()) {
            Rollcall rollcall = located.value();
            if (!names.add(rollcall.name())) {
                problems.error("R430", rollcall.id().place(), new Words("两个打卡都叫 “" + rollcall.name() + "”",
                        "two roll-calls are called '" + rollcall.name() + "'"),
                        new Words("每个打卡用自己的 id", "give each roll-call an id of its own"));
            }
            words(rollcall, meanings);
            rollcall.days().ifPresent(this::days);
            together(rollcall);
            texts(rollcall);
        }
    }

    private void words(Rollcall rollcall, Meanings meanings) {
        if (rollcall.is().isEmpty()) {
            problems.error("R432", rollcall.id().place(), new Words("没有写说什么算打卡", "nothing is said to report by"),
                    new Words("例如 is: [打卡]", "for instance is: [打卡]"));
        }
        for (Located<Keyword> word : rollcall.is()) {
            meanings.take(word, rollcall.name(), new Words("换一句只指这一个的", "take words that mean this one only"));
        }
    }

    private void days(Located<Rollcall.Days> located) {
        Rollcall.Days days = located.value();
        boolean dated = days.from().isPresent() || days.until().isPresent();
        if (dated == days.since().isPresent()) {
            problems.error("R434", located.place(),
                    new Words("from、until 和 since 写一种", "either from and until, or since"),
                    new Words("例如 days: { since: joined, for: 14d }",
                            "for instance days: { since: joined, for: 14d }"));
        }
        companions.goesWith(days.duration().isPresent() && days.since().isEmpty(), located.place(), "for", "since");
        if (days.from().isPresent() && days.until().filter(last -> last.isBefore(days.from().get())).isPresent()) {
            problems.error("R434", located.place(), new Words("最后一天比第一天还早", "the last day is before the first"),
                    Words.NONE);
        }
        LocalDate today = services.today();
        if (!today.equals(LocalDate.EPOCH) && days.until().filter(last -> last.isBefore(today)).isPresent()) {
            problems.warn("R435", located.place(), new Words("这些天已经过了,不会再记", "these days are past: nothing counts"),
                    new Words("改成以后的日子,或者删掉这个打卡", "give days to come, or remove the roll-call"));
        }
    }

    private void together(Rollcall rollcall) {
        rollcall.done().ifPresent(text -> companions.goesWith(!rollcall.each(), text.place(), "done", "each"));
        rollcall.missing()
                .ifPresent(missing -> companions.goesWith(rollcall.expect().isEmpty(), missing.place(), "missing",
                        "expect"));
        companions.goesWith(rollcall.expect().isPresent() && rollcall.missing().isEmpty(), rollcall.id().place(),
                "expect",
                "missing");
        rollcall.report().filter(report -> report.value().who().isEmpty())
                .ifPresent(report -> problems.error("R433", report.place(),
                        new Words("没有写报告给谁", "nobody gets the report"),
                        new Words("例如 who: owner", "for instance who: owner")));
    }

    private void texts(Rollcall rollcall) {
        Set<String> variables = Vocabulary.names(services, Summary.variables());
        rollcall.texts().forEach(text -> Template.check(text, variables, problems));
        rollcall.report().ifPresent(report -> {
            report.value().text().ifPresent(text -> Template.check(text, variables, problems));
            report.value().who().forEach(post -> Tell.check(post, services, problems));
        });
        rollcall.missing().ifPresent(missing -> missing.value().tell().check(services, variables, problems));
    }
}
