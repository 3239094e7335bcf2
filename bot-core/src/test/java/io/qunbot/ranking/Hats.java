package io.qunbot.ranking;

/**
 * A row as hat functions: for each feature, the point left of its value and how far the value is on the
 * way to the next point; so that a curve's value there is a weighted sum of the curve's points.
 */
final class Hats {

    private final int[] places;
    private final float[] shares;

    private Hats(int[] places, float[] shares) {
        this.places = places;
        this.shares = shares;
    }

    static Hats of(Knots knots, Features features) {
        int count = knots.at().size();
        int[] places = new int[count];
        float[] shares = new float[count];
        int offset = 0;
        for (int i = 0; i < count; i++) {
            double[] at = knots.at().get(i);
            int left = left(at, features.get(i));
            places[i] = offset + left;
            shares[i] = (float) Math.clamp((features.get(i) - at[left]) / (at[left + 1] - at[left]), 0, 1);
            offset += at.length;
        }
        return new Hats(places, shares);
    }

    private static int left(double[] at, double value) {
        int left = 0;
        while (left < at.length - 2 && value >= at[left + 1]) {
            left++;
        }
        return left;
    }

    /** @param weights of all points, and of the start at the end */
    double odds(double[] weights) {
        double odds = weights[weights.length - 1];
        for (int i = 0; i < places.length; i++) {
            odds += value(i, weights);
        }
        return odds;
    }

    /** What the feature's curve gives. */
    double value(int feature, double[] weights) {
        int place = places[feature];
        return (1 - shares[feature]) * weights[place] + shares[feature] * weights[place + 1];
    }

    /** @param start where the start's weight stands */
    void addTo(Equations equations, double error, double curvature, int start) {
        int[] at = new int[2 * places.length + 1];
        double[] value = new double[at.length];
        for (int i = 0; i < places.length; i++) {
            at[2 * i] = places[i];
            value[2 * i] = 1 - shares[i];
            at[2 * i + 1] = places[i] + 1;
            value[2 * i + 1] = shares[i];
        }
        at[at.length - 1] = start;
        value[at.length - 1] = 1;
        equations.add(at, value, error, curvature);
    }
}
