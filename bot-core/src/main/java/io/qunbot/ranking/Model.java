package io.qunbot.ranking;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes a probability of what the features say: each adds to the logarithm of the odds by a curve of
 * its own (a generalised additive model, Hastie and Tibshirani 1986). Read from {@code model.txt},
 * which says how it was made.
 */
final class Model {

    private final double start;
    private final Map<Feature, Curve> curves = new EnumMap<>(Feature.class);
    private final Map<Mode, Double> thresholds = new EnumMap<>(Mode.class);

    private Model(Map<String, String> lines) {
        start = Double.parseDouble(find(lines, "start"));
        for (Mode mode : Mode.values()) {
            thresholds.put(mode, Double.parseDouble(find(lines, mode.name().toLowerCase(Locale.ROOT))));
        }
        for (Feature feature : Feature.values()) {
            curves.put(feature, Curve.parse(find(lines, feature.name().toLowerCase(Locale.ROOT))));
        }
    }

    private static String find(Map<String, String> lines, String name) {
        String line = lines.get(name);
        if (line == null) {
            throw new IllegalArgumentException("the model does not name " + name);
        }
        return line;
    }

    /** @param lines a name, a blank and what belongs to it; lines that begin with # don't count */
    static Model parse(List<String> lines) {
        Map<String, String> byName = new HashMap<>();
        for (String line : lines) {
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
        private static final Model MODEL = parse(lines());
    }

    private static List<String> lines() {
        try (InputStream in = Model.class.getResourceAsStream("model.txt")) {
            if (in == null) {
                throw new IllegalStateException("model.txt is not on the class path");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    double threshold(Mode mode) {
        return thresholds.getOrDefault(mode, 1.0);
    }

    /** The logarithm of the odds that the entry is meant. */
    double odds(Comparison pair) {
        return start + curves.entrySet().stream().mapToDouble(each -> each.getValue().of(each.getKey().of(pair))).sum();
    }

    /** 0..1. */
    static double confidence(double odds) {
        return 1 / (1 + Math.exp(-odds));
    }

    /** Why, the strongest reason first. */
    List<Evidence> evidence(Comparison pair) {
        return curves.entrySet().stream().map(each -> evidence(each.getKey(), each.getValue(), pair))
                .sorted(Comparator.comparingDouble((Evidence each) -> -Math.abs(each.weight()))).toList();
    }

    private static Evidence evidence(Feature feature, Curve curve, Comparison pair) {
        double value = feature.of(pair);
        return new Evidence(feature.title(), value, curve.of(value));
    }
}
