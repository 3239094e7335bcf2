package io.qunbot.cli.quality;

import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Shows what came of trials to programs, under names that stay. */
public final class JsonReport {

    private static final double HUNDREDTHS = 100;
    private static final double THOUSANDTHS = 1000;

    private record Counted(int count, int of, double percent) {}

    private record Part(String name, int rules, int queries, Map<String, Counted> measures, double p50CpuMillis,
            double p99CpuMillis, double buildMillis) {}

    private record Whole(double threshold, String origin, List<Part> sets, Map<String, Double> mean,
            List<Map<String, Double>> sweep) {}

    private final Report report;

    public JsonReport(Report report) {
        this.report = report;
    }

    public String text() {
        Map<String, Double> mean = percent(report.mean());
        mean.put("p50CpuMillis", millis(report.mean(outcome -> outcome.latency().p50())));
        mean.put("p99CpuMillis", millis(report.mean(outcome -> outcome.latency().p99())));
        mean.put("buildMillis", millis(report.mean(Outcome::buildMillis)));
        Whole whole = new Whole(report.criterion().answer(), report.criterion().origin().en(),
                report.outcomes().stream().map(this::set).toList(), mean, sweep());
        return new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create().toJson(whole);
    }

    private Part set(Outcome outcome) {
        Map<String, Counted> measures = new LinkedHashMap<>();
        report.score(outcome).rates().forEach((measure, rate) -> measures.put(measure.key(),
                new Counted(rate.count(), rate.of(), rounded(rate.percent(), HUNDREDTHS))));
        return new Part(outcome.trial().name(), outcome.trial().intents().size(), outcome.trial().queries().size(),
                measures, millis(outcome.latency().p50()), millis(outcome.latency().p99()),
                millis(outcome.buildMillis()));
    }

    private List<Map<String, Double>> sweep() {
        return report.sweep().entrySet().stream().map(point -> {
            Map<String, Double> values = new LinkedHashMap<>();
            values.put("threshold", point.getKey());
            values.putAll(percent(point.getValue()));
            return values;
        }).toList();
    }

    private static Map<String, Double> percent(SortedMap<Measure, Double> means) {
        Map<String, Double> percent = new LinkedHashMap<>();
        means.forEach((measure, value) -> percent.put(measure.key(), rounded(value, HUNDREDTHS)));
        return percent;
    }

    private static double millis(double value) {
        return rounded(value, THOUSANDTHS);
    }

    private static double rounded(double value, double parts) {
        return Math.round(value * parts) / parts;
    }
}
