package io.qunbot.ranking;

/**
 * What is known of a message beside an entry when an embedder has seen both.
 *
 * @param words the logarithm of the odds by the words alone
 * @param rival the best cosine of another entry
 */
record Sighting(double words, Bearings bearings, int entry, double rival, Atlas atlas) {

    double nearness() {
        return atlas.nearness(bearings.cosine(entry));
    }

    double lead() {
        return nearness() - atlas.nearness(rival);
    }
}
