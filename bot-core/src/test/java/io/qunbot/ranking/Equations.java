package io.qunbot.ranking;

/** The linear equations of one step of Newton's method: the second derivatives and the first ones. */
final class Equations {

    private static final double LEAST = 1e-9;

    private final double[][] second;
    private final double[] first;

    Equations(int unknowns) {
        second = new double[unknowns][unknowns];
        first = new double[unknowns];
    }

    /** Adds a term that depends on the sum of some unknowns, each times a factor. */
    void add(int[] at, double[] factor, double slope, double curvature) {
        for (int i = 0; i < at.length; i++) {
            if (factor[i] == 0) {
                continue;
            }
            first[at[i]] += slope * factor[i];
            double[] line = second[at[i]];
            for (int j = 0; j < at.length; j++) {
                line[at[j]] += curvature * factor[i] * factor[j];
            }
        }
    }

    void add(Equations other) {
        for (int i = 0; i < first.length; i++) {
            first[i] += other.first[i];
            for (int j = 0; j < first.length; j++) {
                second[i][j] += other.second[i][j];
            }
        }
    }

    /** The step; this is used up. By Cholesky, since the penalties keep the matrix positive definite. */
    double[] solve() {
        decompose();
        for (int i = 0; i < first.length; i++) {
            for (int k = 0; k < i; k++) {
                first[i] -= second[i][k] * first[k];
            }
            first[i] /= second[i][i];
        }
        for (int i = first.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < first.length; k++) {
                first[i] -= second[k][i] * first[k];
            }
            first[i] /= second[i][i];
        }
        return first;
    }

    private void decompose() {
        for (int i = 0; i < first.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = second[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= second[i][k] * second[j][k];
                }
                second[i][j] = i == j ? Math.sqrt(Math.max(sum, LEAST)) : sum / second[j][j];
            }
        }
    }
}
