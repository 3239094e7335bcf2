package io.qunbot.ranking;

import java.util.Arrays;

/**
 * What was measured when a message stood beside an entry: a value for each {@link Feature}, in its order;
 * 0 where nothing is to be learnt.
 */
final class Features {

    private final double[] values;

    private Features(double[] values) {
        this.values = values;
    }

    static Features of(Comparison pair) {
        return new Features(Arrays.stream(Feature.values())
                .mapToDouble(feature -> Given.CURVES.containsKey(feature) ? 0 : feature.of(pair)).toArray());
    }

    static Features of(Sighting sighting) {
        return new Features(Arrays.stream(VectorFeature.values()).mapToDouble(feature -> feature.of(sighting))
                .toArray());
    }

    static Features of(double... values) {
        return new Features(values);
    }

    int size() {
        return values.length;
    }

    double get(int feature) {
        return values[feature];
    }
}
