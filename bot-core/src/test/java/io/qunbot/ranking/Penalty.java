package io.qunbot.ranking;

/** Keeps curves smooth: what bends them, tilts them and lifts them costs, in this order of strength. */
final class Penalty {

    private static final double BEND = 4;
    private static final double SLOPE = 0.2;
    private static final double SIZE = 0.04;

    private Penalty() {}

    static void add(Knots knots, double[] weights, Equations equations) {
        int offset = 0;
        for (double[] at : knots.at()) {
            for (int i = offset; i < offset + at.length; i++) {
                add(new int[]{i}, new double[]{1}, SIZE, weights, equations);
                if (i + 1 < offset + at.length) {
                    add(new int[]{i, i + 1}, new double[]{-1, 1}, SLOPE, weights, equations);
                }
                if (i + 2 < offset + at.length) {
                    add(new int[]{i, i + 1, i + 2}, new double[]{1, -2, 1}, BEND, weights, equations);
                }
            }
            offset += at.length;
        }
    }

    private static void add(int[] at, double[] factor, double strength, double[] weights, Equations equations) {
        double value = 0;
        for (int i = 0; i < at.length; i++) {
            value += factor[i] * weights[at[i]];
        }
        equations.add(at, factor, strength * value, strength);
    }
}
