package io.qunbot.ranking;

/** What a feature's value does to the odds: straight lines between points, level outside of them. */
final class Curve {

    private final double[] at;
    private final double[] weight;

    /**
     * @param at values of the feature, ascending
     * @param weight what each moves the logarithm of the odds by
     */
    Curve(double[] at, double[] weight) {
        this.at = at;
        this.weight = weight;
    }

    /** @param points each as {@code value=weight}, with a blank between two */
    static Curve parse(String points) {
        int count = (int) points.chars().filter(character -> character == '=').count();
        double[] at = new double[count];
        double[] weight = new double[count];
        int start = 0;
        for (int i = 0; i < count; i++) {
            int middle = points.indexOf('=', start);
            int blank = points.indexOf(' ', middle);
            int end = blank < 0 ? points.length() : blank;
            at[i] = Double.parseDouble(points.substring(start, middle));
            weight[i] = Double.parseDouble(points.substring(middle + 1, end));
            start = end + 1;
        }
        return new Curve(at, weight);
    }

    double of(double value) {
        int last = at.length - 1;
        if (value <= at[0]) {
            return weight[0];
        }
        if (value >= at[last]) {
            return weight[last];
        }
        int right = 1;
        while (at[right] < value) {
            right++;
        }
        double share = (value - at[right - 1]) / (at[right] - at[right - 1]);
        return weight[right - 1] + share * (weight[right] - weight[right - 1]);
    }
}
