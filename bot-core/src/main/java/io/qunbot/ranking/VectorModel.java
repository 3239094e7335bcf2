package io.qunbot.ranking;

import java.util.List;

/**
 * How sure a candidate is when an embedder has seen it: what the words say is one opinion, and how near its vectors
 * come another, each with a curve of its own. Read from {@code model-embedded.txt}, which says how it was made.
 * Immutable.
 */
final class VectorModel {

    private static final List<VectorFeature> FEATURES = List.of(VectorFeature.values());

    private final double start;
    /** In the order of the features. */
    private final List<Curve> curves;
    private final double careful;
    private final double balanced;

    private VectorModel(Coefficients read) {
        start = read.number("start");
        careful = read.number("careful");
        balanced = read.number("balanced");
        curves = FEATURES.stream().map(read::curve).toList();
    }

    static VectorModel parse(String text) {
        return new VectorModel(Coefficients.parse(text));
    }

    static VectorModel shipped() {
        return Shipped.MODEL;
    }

    /** Read when a catalogue first has vectors, and then once. */
    private static final class Shipped {
        private static final VectorModel MODEL = new VectorModel(Coefficients.shipped("model-embedded.txt"));
    }

    /** The logarithm of the odds that the entry is meant. */
    double odds(Sighting sighting) {
        double odds = start;
        for (int i = 0; i < curves.size(); i++) {
            odds += curves.get(i).of(FEATURES.get(i).of(sighting));
        }
        return odds;
    }

    /**
     * 0..1, on the scale of the words: where this model's thresholds are, those of the {@linkplain Mode modes} come
     * out, so that an operator needs no others.
     */
    double confidence(Sighting sighting) {
        double share = (odds(sighting) - balanced) / (careful - balanced);
        return Model.confidence(odds(Mode.BALANCED) + share * (odds(Mode.CAREFUL) - odds(Mode.BALANCED)));
    }

    private static double odds(Mode mode) {
        return Math.log(mode.answer() / (1 - mode.answer()));
    }
}
