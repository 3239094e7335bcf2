package io.qunbot.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a probability of what the features say: each adds to the logarithm of the odds by a curve of
 * its own (a generalised additive model, Hastie and Tibshirani 1986). Read from {@code model.txt},
 * which says how it was made. Immutable.
 */
final class Model {

    private static final List<Feature> FEATURES = List.of(Feature.values());

    private final double start;
    /** In the order of the features. */
    private final List<Curve> curves = new ArrayList<>();
    private final Map<Mode, Double> thresholds = new EnumMap<>(Mode.class);

    private Model(Coefficients read) {
        start = read.number("start");
        for (Mode mode : Mode.values()) {
            thresholds.put(mode, read.number(mode.name()));
        }
        for (Feature feature : FEATURES) {
            curves.add(read.curve(feature));
        }
    }

    static Model parse(String text) {
        return new Model(Coefficients.parse(text));
    }

    static Model shipped() {
        return Shipped.MODEL;
    }

    /** Read when it is first needed, and then once. */
    private static final class Shipped {
        private static final Model MODEL = new Model(Coefficients.shipped("model.txt"));
    }

    double threshold(Mode mode) {
        return thresholds.getOrDefault(mode, 1.0);
    }

    /** The logarithm of the odds before anything was looked at. */
    double start() {
        return start;
    }

    /** The logarithm of the odds that the entry is meant. */
    double odds(Comparison pair) {
        double odds = start;
        for (int i = 0; i < curves.size(); i++) {
            odds += curves.get(i).of(FEATURES.get(i).of(pair));
        }
        return odds;
    }

    /** 0..1. */
    static double confidence(double odds) {
        return 1 / (1 + Math.exp(-odds));
    }

    /**
     * Why, the strongest reason first; together with the start they are the odds.
     *
     * @param level what is taken off for the catalogue as a whole
     */
    List<Evidence> evidence(Comparison pair, double level) {
        Map<Family, Double> weights = new EnumMap<>(Family.class);
        weights.put(Family.CATALOGUE, -level);
        for (int i = 0; i < curves.size(); i++) {
            weights.merge(FEATURES.get(i).family(), curves.get(i).of(FEATURES.get(i).of(pair)), Double::sum);
        }
        return weights.entrySet().stream().map(each -> new Evidence(each.getKey().title(), each.getValue()))
                .sorted(Comparator.comparingDouble((Evidence each) -> Math.abs(each.weight())).reversed()).toList();
    }
}
