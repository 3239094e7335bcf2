package io.qunbot.ranking;

/**
 * How far two texts come back in each other, word by word.
 *
 * @param there how far the one comes back in the other
 * @param back how far the other comes back in the one
 */
record Echoes(Echo there, Echo back) {

    /** A word that stands in the other text but was cut differently there. */
    private static final double CUT_DIFFERENTLY = 0.95;

    static Echoes between(Sentence one, Sentence other, WordVectors vectors) {
        double[] there = new double[one.tokens().count()];
        double[] back = new double[other.tokens().count()];
        for (int i = 0; i < there.length; i++) {
            for (int j = 0; j < back.length; j++) {
                double likeness = likeness(one.tokens(), i, other.tokens(), j, vectors);
                there[i] = Math.max(there[i], likeness);
                back[j] = Math.max(back[j], likeness);
            }
        }
        forgiveCuts(there, one.tokens(), other.text());
        forgiveCuts(back, other.tokens(), one.text());
        return new Echoes(Echo.of(one.tokens(), there), Echo.of(other.tokens(), back));
    }

    private static double likeness(Tokens one, int i, Tokens other, int j, WordVectors vectors) {
        if (one.isKnown(i) && other.isKnown(j)) {
            return vectors.cosine(one.word(i), other.word(j));
        }
        return one.isKnown(i) == other.isKnown(j) && one.text(i).equals(other.text(j)) ? 1 : 0;
    }

    private static void forgiveCuts(double[] likeness, Tokens tokens, String other) {
        for (int i = 0; i < likeness.length; i++) {
            if (likeness[i] < CUT_DIFFERENTLY && other.contains(tokens.text(i))) {
                likeness[i] = CUT_DIFFERENTLY;
            }
        }
    }
}
