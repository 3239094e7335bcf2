package io.qunbot.ranking;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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

    private Model(Map<String, String> lines) {
        start = Double.parseDouble(find(lines, "start"));
        for (Mode mode : Mode.values()) {
            thresholds.put(mode, Double.parseDouble(find(lines, mode.name())));
        }
        for (Feature feature : FEATURES) {
            curves.add(Curve.parse(find(lines, feature.name())));
        }
    }

    private static String find(Map<String, String> lines, String name) {
        String line = lines.get(name.toLowerCase(Locale.ROOT));
        if (line == null) {
            throw new IllegalArgumentException("the model does not name " + name);
        }
        return line;
    }

    /** @param text lines of a name, a blank and what belongs to it; those that begin with # don't count */
    static Model parse(String text) {
        Map<String, String> byName = new HashMap<>();
        for (String line : text.lines().toList()) {
            int blank = line.indexOf(' ');
            if (blank > 0 && !line.startsWith("#")) {
                byName.put(line.substring(0, blank), line.substring(blank + 1));
            }
        }
        return new Model(byName);
    }

    static Model shipped() {
        return Shipped.MODEL;
    }

    /** Read when it is first needed, and then once. */
    private static final class Shipped {
        private static final Model MODEL = parse(new String(Resource.bytes("model.txt"), StandardCharsets.UTF_8));
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
