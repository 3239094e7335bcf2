package io.qunbot.cli.testing;

import io.qunbot.simulation.run.Coverage;
import io.qunbot.simulation.run.Entry;
import io.qunbot.simulation.run.Result;
import io.qunbot.simulation.run.Result.Verdict;
import io.qunbot.yaml.Language;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows results as people read them: of what failed the whole conversation, of the rest a number. */
public final class TextResults {

    private final Language language;

    public TextResults(Language language) {
        this.language = language;
    }

    /** The account of a case that failed. */
    public List<String> failure(Result result) {
        List<String> lines = new ArrayList<>();
        Place place = result.script().name().place();
        lines.add("✗ " + result.script().name().value() + "  (" + place.source().name() + ":" + place.line() + ")");
        for (Entry entry : result.entries()) {
            lines.add("    " + mark(entry.mark()) + " " + entry.text());
            entry.details().forEach(detail -> lines.add("          " + detail.in(language)));
        }
        lines.add("");
        return lines;
    }

    private static String mark(Entry.Mark mark) {
        return switch (mark) {
            case PLAIN -> " ";
            case MET -> "✓";
            case FAILED -> "✗";
        };
    }

    /** A case that is not run for now. */
    public String skipped(Result result) {
        return "- " + result.script().name().value() + ": " + result.script().skip().orElse("");
    }

    /** What no test reaches, profile by profile. */
    public List<String> coverage(List<Coverage> coverage) {
        List<String> lines = new ArrayList<>();
        for (Coverage each : coverage) {
            lines.add(words("%s: 测到 %d/%d 条规则和问答 (%s)", "%s: %d of %d rules and questions are reached (%s)")
                    .formatted(each.profile(), each.reached(), each.total(), percent(each)));
            each.unreached().forEach(rule -> lines.add(words("    没有测到 ", "    not reached: ") + rule.place() + " "
                    + rule.value()));
        }
        return lines;
    }

    /** 99.9% is not 100%. */
    private static String percent(Coverage coverage) {
        double percent = Math.floor(coverage.percent() * 10) / 10;
        return String.format(Locale.ROOT, percent == Math.rint(percent) ? "%.0f%%" : "%.1f%%", percent);
    }

    /** The last line. */
    public String summary(Outcomes outcomes) {
        StringBuilder summary = new StringBuilder(new Words("通过 %d,失败 %d".formatted(outcomes.count(Verdict.PASSED),
                outcomes.count(Verdict.FAILED)),
                "%d passed, %d failed".formatted(outcomes.count(Verdict.PASSED), outcomes
                        .count(Verdict.FAILED)))
                .in(language));
        if (outcomes.count(Verdict.SKIPPED) > 0) {
            summary.append(words(",跳过 ", ", skipped ")).append(outcomes.count(Verdict.SKIPPED));
        }
        if (!outcomes.broken().isEmpty()) {
            summary.append(words(",有错误没有跑 ", ", not run for mistakes ")).append(outcomes.broken().size());
        }
        return summary.append(String.format(Locale.ROOT, words(",用时 %.1f 秒", ", in %.1f s"), outcomes.seconds()))
                .toString();
    }

    private String words(String zh, String en) {
        return language == Language.ZH ? zh : en;
    }
}
