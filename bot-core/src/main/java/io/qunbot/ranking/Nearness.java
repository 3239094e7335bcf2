package io.qunbot.ranking;

/**
 * How near a meaning comes to many others; all are cosines.
 *
 * @param nearest the mean of the nearest three
 * @param mean of all
 * @param deviation of all from the mean
 */
record Nearness(double nearest, double mean, double deviation) {

    private static final double LEAST_VARIANCE = 1e-6;

    static Nearness of(float[] cosines) {
        float first = -1;
        float second = -1;
        float third = -1;
        double sum = 0;
        double squares = 0;
        for (float cosine : cosines) {
            sum += cosine;
            squares += cosine * cosine;
            if (cosine > third) {
                third = Math.min(cosine, second);
                second = Math.clamp(cosine, second, first);
                first = Math.max(cosine, first);
            }
        }
        double mean = sum / cosines.length;
        double variance = Math.max(LEAST_VARIANCE, squares / cosines.length - mean * mean);
        return new Nearness((first + second + third) / 3, mean, Math.sqrt(variance));
    }

    /** How far a cosine stands out from these, in deviations. */
    double standout(double cosine) {
        return (cosine - mean) / deviation;
    }
}
