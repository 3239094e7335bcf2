package io.qunbot.cli.quality;

import io.qunbot.yaml.Language;
import io.qunbot.yaml.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Shows what came of trials to people: a row for each figure, a column for each trial and the mean. */
public final class TextReport {

    private final Report report;
    private final Language language;

    public TextReport(Report report, Language language) {
        this.report = report;
        this.language = language;
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        String answer = String.format(Locale.ROOT, "%.2f", report.criterion().answer());
        lines.add(new Words("阈值 threshold " + answer + "(" + report.criterion().origin().zh() + ")",
                "threshold " + answer + " (" + report.criterion().origin().en() + ")").in(language));
        lines.addAll(figures().lines());
        if (report.sweeps()) {
            lines.add("");
            lines.addAll(curve().lines());
        }
        return lines;
    }

    private Table figures() {
        Table table = new Table(names(new Words("", "")).size());
        Words mean = new Words("平均", "mean");
        table.add(row(new Words("", ""), outcome -> outcome.trial().name(), mean.in(language)));
        table.add(row(new Words("规则", "rules"), outcome -> count(outcome.trial().intents()), ""));
        table.add(row(new Words("问题", "queries"), outcome -> count(outcome.trial().queries()), ""));
        report.mean().forEach((measure, value) -> table.add(row(
                new Words(measure.name().zh(), measure.name().en() + " %"),
                outcome -> percent(measure, report.score(outcome)), percent(value))));
        figure(table, "CPU 中位数", "p50 CPU ms", "%.3f", outcome -> outcome.latency().p50());
        figure(table, "CPU 99 分位", "p99 CPU ms", "%.3f", outcome -> outcome.latency().p99());
        figure(table, "建索引", "build ms", "%.0f", Outcome::buildMillis);
        return table;
    }

    private void figure(Table table, String zh, String en, String form, ToDoubleFunction<Outcome> figure) {
        table.add(row(new Words(zh, en), outcome -> String.format(Locale.ROOT, form, figure.applyAsDouble(outcome)),
                String.format(Locale.ROOT, form, report.mean(figure))));
    }

    private List<String> row(Words name, Function<Outcome, String> cell, String mean) {
        return Stream.of(names(name).stream(), report.outcomes().stream().map(cell),
                report.outcomes().size() > 1 ? Stream.of(mean) : Stream.<String>empty()).flatMap(cells -> cells)
                .toList();
    }

    /** English names stand beside the Chinese: they are what such figures are called among developers. */
    private List<String> names(Words name) {
        return language == Language.ZH ? List.of(name.zh(), name.en()) : List.of(name.en());
    }

    private Table curve() {
        Table table = new Table(0);
        SortedMap<Measure, Double> measures = report.mean();
        for (Language each : language == Language.ZH ? Language.values() : new Language[]{Language.EN}) {
            table.add(Stream.concat(Stream.of(new Words("阈值", "threshold").in(each)),
                    measures.keySet().stream().map(measure -> measure.name().in(each))).toList());
        }
        report.sweep().forEach((threshold, means) -> table.add(Stream.concat(
                Stream.of(percent(threshold)), means.values().stream().map(TextReport::percent))
                .toList()));
        return table;
    }

    private static String percent(Measure measure, Score score) {
        Rate rate = score.rates().get(measure);
        return rate == null ? "-" : percent(rate.percent());
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String count(List<?> list) {
        return Integer.toString(list.size());
    }
}
