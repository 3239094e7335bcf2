package io.qunbot.ranking;

import java.util.List;

/**
 * How near a meaning comes to many others; all are cosines.
 *
 * @param nearest the mean of the nearest three
 * @param mean of all
 * @param deviation of all from the mean
 */
record Nearness(double nearest, double mean, double deviation) {

    private static final double LEAST_VARIANCE = 1e-6;

    static Nearness of(Meaning meaning, List<Meaning> others) {
        double[] best = {-1, -1, -1};
        double sum = 0;
        double squares = 0;
        for (Meaning other : others) {
            double cosine = meaning.cosine(other);
            sum += cosine;
            squares += cosine * cosine;
            if (cosine > best[2]) {
                insert(cosine, best);
            }
        }
        double mean = sum / others.size();
        double variance = Math.max(LEAST_VARIANCE, squares / others.size() - mean * mean);
        return new Nearness((best[0] + best[1] + best[2]) / best.length, mean, Math.sqrt(variance));
    }

    private static void insert(double value, double[] descending) {
        int at = descending.length - 1;
        for (; at > 0 && descending[at - 1] < value; at--) {
            descending[at] = descending[at - 1];
        }
        descending[at] = value;
    }

    /** How far a cosine stands out from these, in deviations. */
    double standout(double cosine) {
        return (cosine - mean) / deviation;
    }
}
