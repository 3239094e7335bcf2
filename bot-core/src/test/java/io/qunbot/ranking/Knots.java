package io.qunbot.ranking;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The points between which each feature's curve is straight: quantiles of what was seen. */
record Knots(List<double[]> at) {

    private static final int POINTS = 7;
    private static final double EDGE = 0.005;

    static Knots of(List<Row> rows) {
        return new Knots(IntStream.range(0, rows.getFirst().features().size()).mapToObj(feature -> of(rows, feature))
                .toList());
    }

    private static double[] of(List<Row> rows, int feature) {
        double[] values = rows.stream().mapToDouble(row -> row.features().get(feature)).sorted().toArray();
        double[] few = Arrays.stream(values).distinct().limit(4).toArray();
        if (few.length <= 3) {
            return few.length == 1 ? new double[]{few[0], few[0] + 1} : few;
        }
        double[] points = IntStream.range(0, POINTS)
                .mapToDouble(i -> values[(int) ((EDGE + (1 - 2 * EDGE) * i / (POINTS - 1)) * (values.length - 1))])
                .map(value -> Math.round(value * 1e4) / 1e4).distinct().toArray();
        return points.length == 1 ? new double[]{points[0], points[0] + 1} : points;
    }

    int size() {
        return at.stream().mapToInt(points -> points.length).sum();
    }

    /** Where a feature's weights begin among all weights. */
    int offset(int feature) {
        return at.stream().limit(feature).mapToInt(points -> points.length).sum();
    }
}
