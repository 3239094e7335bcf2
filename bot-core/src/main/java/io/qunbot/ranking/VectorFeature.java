package io.qunbot.ranking;

import java.util.function.ToDoubleFunction;

/** What is looked at when an embedder has seen message and entry. */
enum VectorFeature {
    /** The logarithm of the odds by the words alone. */
    WORDS(Sighting::words),
    /** 1 for the very same, 0 as near as strangers. */
    NEARNESS(Sighting::nearness),
    /** Nearer than any other entry. */
    LEAD(Sighting::lead),
    /** The logarithm of the number of entries. */
    CATALOGUE(sighting -> Math.log(sighting.atlas().size()));

    /** Without a state of its own. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final ToDoubleFunction<Sighting> measure;

    VectorFeature(ToDoubleFunction<Sighting> measure) {
        this.measure = measure;
    }

    double of(Sighting sighting) {
        return measure.applyAsDouble(sighting);
    }
}
