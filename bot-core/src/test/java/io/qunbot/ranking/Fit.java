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
    private static final double BEND = 4;
    private static final double SLOPE = 0.2;
    private static final double SIZE = 0.04;

    private final Knots knots;
    private final double[] weights;

    private Fit(Knots knots, double[] weights) {
        this.knots = knots;
        this.weights = weights;
    }

    /** @param importance of each row; larger sums trust the data more against the penalty */
    static Fit of(List<Row> rows, double[] importance) {
        Knots knots = Knots.of(rows);
        int[][] places = new int[rows.size()][];
        float[][] shares = new float[rows.size()][];
        IntStream.range(0, rows.size()).parallel().forEach(i -> {
            places[i] = places(knots, rows.get(i).features());
            shares[i] = shares(knots, rows.get(i).features());
        });
        double[] weights = new double[knots.size() + 1];
        for (int step = 0; step < STEPS; step++) {
            if (improve(rows, importance, knots, places, shares, weights) < 1e-4) {
                break;
            }
        }
        return new Fit(knots, weights);
    }

    private static int[] places(Knots knots, Features features) {
        int[] places = new int[knots.at().size()];
        int offset = 0;
        for (int i = 0; i < knots.at().size(); i++) {
            double[] at = knots.at().get(i);
            int left = 0;
            while (left < at.length - 2 && features.get(i) >= at[left + 1]) {
                left++;
            }
            places[i] = offset + left;
            offset += at.length;
        }
        return places;
    }

    private static float[] shares(Knots knots, Features features) {
        float[] shares = new float[knots.at().size()];
        for (int i = 0; i < knots.at().size(); i++) {
            double[] at = knots.at().get(i);
            int left = 0;
            while (left < at.length - 2 && features.get(i) >= at[left + 1]) {
                left++;
            }
            shares[i] = (float) Math.clamp((features.get(i) - at[left]) / (at[left + 1] - at[left]), 0, 1);
        }
        return shares;
    }

    private static double improve(List<Row> rows, double[] importance, Knots knots, int[][] places, float[][] shares,
            double[] weights) {
        int size = weights.length;
        double[][] hessian = new double[size][size];
        double[] gradient = new double[size];
        int halves = 2;
        double[][][] partHessian = new double[halves][size][size];
        double[][] partGradient = new double[halves][size];
        IntStream.range(0, halves).parallel().forEach(part -> {
            for (int i = part; i < rows.size(); i += halves) {
                add(rows.get(i), importance[i], places[i], shares[i], weights, partHessian[part], partGradient[part]);
            }
        });
        for (int part = 0; part < halves; part++) {
            for (int i = 0; i < size; i++) {
                gradient[i] += partGradient[part][i];
                for (int j = 0; j < size; j++) {
                    hessian[i][j] += partHessian[part][i][j];
                }
            }
        }
        penalise(knots, weights, hessian, gradient);
        double[] step = solve(hessian, gradient);
        double largest = Arrays.stream(step).map(Math::abs).max().orElse(0);
        double damp = Math.min(1, 3 / Math.max(largest, 1e-9));
        for (int i = 0; i < size; i++) {
            weights[i] -= damp * step[i];
        }
        return largest;
    }

    private static void add(Row row, double importance, int[] places, float[] shares, double[] weights,
            double[][] hessian, double[] gradient) {
        int last = weights.length - 1;
        int[] at = new int[2 * places.length + 1];
        double[] value = new double[at.length];
        for (int i = 0; i < places.length; i++) {
            at[2 * i] = places[i];
            value[2 * i] = 1 - shares[i];
            at[2 * i + 1] = places[i] + 1;
            value[2 * i + 1] = shares[i];
        }
        at[at.length - 1] = last;
        value[at.length - 1] = 1;
        double odds = 0;
        for (int i = 0; i < at.length; i++) {
            odds += weights[at[i]] * value[i];
        }
        double chance = 1 / (1 + Math.exp(-odds));
        double error = importance * (chance - (row.right() ? 1 : 0));
        double curvature = importance * Math.max(1e-6, chance * (1 - chance));
        for (int i = 0; i < at.length; i++) {
            if (value[i] == 0) {
                continue;
            }
            gradient[at[i]] += error * value[i];
            double[] line = hessian[at[i]];
            double factor = curvature * value[i];
            for (int j = 0; j < at.length; j++) {
                line[at[j]] += factor * value[j];
            }
        }
    }

    private static void penalise(Knots knots, double[] weights, double[][] hessian, double[] gradient) {
        int offset = 0;
        for (double[] at : knots.at()) {
            for (int i = 0; i < at.length; i++) {
                quadratic(new int[]{offset + i}, new double[]{1}, SIZE, weights, hessian, gradient);
                if (i + 1 < at.length) {
                    quadratic(new int[]{offset + i, offset + i + 1}, new double[]{-1, 1}, SLOPE, weights, hessian,
                            gradient);
                }
                if (i + 2 < at.length) {
                    quadratic(new int[]{offset + i, offset + i + 1, offset + i + 2}, new double[]{1, -2, 1}, BEND,
                            weights, hessian, gradient);
                }
            }
            offset += at.length;
        }
    }

    private static void quadratic(int[] at, double[] factor, double strength, double[] weights, double[][] hessian,
            double[] gradient) {
        double value = 0;
        for (int i = 0; i < at.length; i++) {
            value += factor[i] * weights[at[i]];
        }
        for (int i = 0; i < at.length; i++) {
            gradient[at[i]] += strength * value * factor[i];
            for (int j = 0; j < at.length; j++) {
                hessian[at[i]][at[j]] += strength * factor[i] * factor[j];
            }
        }
    }

    /** Cholesky; the matrix is symmetric and, thanks to the penalty, positive definite. */
    private static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        double[] result = right.clone();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= matrix[i][k] * matrix[j][k];
                }
                matrix[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-9)) : sum / matrix[j][j];
            }
        }
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) {
                result[i] -= matrix[i][k] * result[k];
            }
            result[i] /= matrix[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                result[i] -= matrix[k][i] * result[k];
            }
            result[i] /= matrix[i][i];
        }
        return result;
    }

    double odds(Features features) {
        int[] places = places(knots, features);
        float[] shares = shares(knots, features);
        double odds = weights[weights.length - 1];
        for (int i = 0; i < places.length; i++) {
            odds += (1 - shares[i]) * weights[places[i]] + shares[i] * weights[places[i] + 1];
        }
        return odds;
    }

    Knots knots() {
        return knots;
    }

    Curve curve(int feature) {
        int offset = knots.offset(feature);
        double[] at = knots.at().get(feature);
        return new Curve(at, Arrays.copyOfRange(weights, offset, offset + at.length));
    }

    double start() {
        return weights[weights.length - 1];
    }

    double weight(int feature, int point) {
        return weights[knots.offset(feature) + point];
    }
}
