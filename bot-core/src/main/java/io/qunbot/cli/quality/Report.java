package io.qunbot.cli.quality;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What came of all trials.
 *
 * @param outcomes at least one
 * @param sweeps whether the curve over the thresholds is shown as well
 */
public record Report(List<Outcome> outcomes, Criterion criterion, boolean sweeps) {

    private static final int STEPS = 19;
    private static final double STEP = 0.05;

    public Report {
        outcomes = List.copyOf(outcomes);
    }

    Score score(Outcome outcome) {
        return outcome.score(criterion.answer());
    }

    /** The means of all trials, in per cent. */
    SortedMap<Measure, Double> mean() {
        return mean(criterion.answer());
    }

    /** The means by threshold; empty when no curve is wanted. */
    SortedMap<Double, SortedMap<Measure, Double>> sweep() {
        SortedMap<Double, SortedMap<Measure, Double>> curve = new TreeMap<>();
        IntStream.rangeClosed(1, sweeps ? STEPS : 0).mapToDouble(step -> Math.round(step * STEP * 100) / 100.0)
                .forEach(threshold -> curve.put(threshold, mean(threshold)));
        return curve;
    }

    double mean(ToDoubleFunction<Outcome> figure) {
        return outcomes.stream().mapToDouble(figure).average().orElse(0);
    }

    private SortedMap<Measure, Double> mean(double threshold) {
        return Score.mean(outcomes.stream().map(outcome -> outcome.score(threshold)).toList());
    }
}
