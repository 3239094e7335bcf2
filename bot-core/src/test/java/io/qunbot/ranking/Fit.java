package io.qunbot.ranking;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the curves: logistic regression on piecewise linear functions, kept smooth by a penalty on
 * bends, by Newton's method (Eilers and Marx 1996, "Flexible smoothing with B-splines and penalties").
 */
final class Fit {

    private static final int STEPS = 25;
    private static final double LONGEST_STEP = 3;
    private static final double SMALL_STEP = 1e-4;
    private static final double LEAST_CURVATURE = 1e-6;
    /** Work is shared out in so many parts; their number is fixed, so that sums come out the same anywhere. */
    private static final int PARTS = 2;

    private final List<Row> rows;
    private final double[] importance;
    private final Knots knots;
    private final List<Hats> hats;
    /** Of all points, and of the start at the end. */
    private final double[] weights;

    private Fit(List<Row> rows, double[] importance) {
        this.rows = rows;
        this.importance = importance;
        knots = Knots.of(rows);
        hats = rows.stream().parallel().map(row -> Hats.of(knots, row.features())).toList();
        weights = new double[knots.size() + 1];
    }

    /** @param importance of each row; larger sums trust the data more against the penalty */
    static Fit of(List<Row> rows, double[] importance) {
        Fit fit = new Fit(rows, importance);
        for (int step = 0; step < STEPS && fit.improve() >= SMALL_STEP; step++) {
            // improve does the work
        }
        return fit;
    }

    /** Returns the length of the step. */
    private double improve() {
        List<Equations> parts = IntStream.range(0, PARTS).parallel().mapToObj(this::equations).toList();
        Equations all = new Equations(weights.length);
        parts.forEach(all::add);
        Penalty.add(knots, weights, all);
        double[] step = all.solve();
        double largest = Arrays.stream(step).map(Math::abs).max().orElse(0);
        double damp = Math.min(1, LONGEST_STEP / Math.max(largest, SMALL_STEP));
        for (int i = 0; i < weights.length; i++) {
            weights[i] -= damp * step[i];
        }
        return largest;
    }

    private Equations equations(int part) {
        Equations equations = new Equations(weights.length);
        for (int i = part; i < rows.size(); i += PARTS) {
            double chance = Model.confidence(hats.get(i).odds(weights));
            double error = importance[i] * (chance - (rows.get(i).right() ? 1 : 0));
            double curvature = importance[i] * Math.max(LEAST_CURVATURE, chance * (1 - chance));
            hats.get(i).addTo(equations, error, curvature, weights.length - 1);
        }
        return equations;
    }

    double odds(Features features) {
        return Hats.of(knots, features).odds(weights);
    }

    /** The logarithm of the odds that the entry is meant. */
    double odds(Comparison pair) {
        return odds(Features.of(pair));
    }

    double start() {
        return weights[weights.length - 1];
    }

    /** The values between which the feature's curve is straight. */
    double[] points(int feature) {
        return knots.at().get(feature);
    }

    Curve curve(int feature) {
        int offset = knots.offset(feature);
        return new Curve(points(feature), Arrays.copyOfRange(weights, offset, offset + points(feature).length));
    }

    /** What the feature's curve gives on average over the rows. */
    double mean(int feature) {
        double sum = 0;
        for (int i = 0; i < importance.length; i++) {
            sum += importance[i] * hats.get(i).value(feature, weights);
        }
        return sum / Arrays.stream(importance).sum();
    }
}
