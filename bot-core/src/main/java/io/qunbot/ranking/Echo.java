package io.qunbot.ranking;

/**
 * How far the words of one text come back in another, in the same words or in words that mean nearly
 * the same.
 *
 * @param covered 0..1, the share of the weight that comes back
 * @param strangest 0..1, the weight of the word that comes back least
 * @param strange 0..1, the same of the next one
 */
record Echo(double covered, double strangest, double strange) {

    /** A word that stands in the other text but was cut differently there. */
    private static final double CUT_DIFFERENTLY = 0.95;

    static Echo of(Sentence sentence, Sentence other, WordVectors vectors) {
        double covered = 0;
        double strangest = 0;
        double strange = 0;
        for (Token token : sentence.tokens()) {
            double echo = best(token, other, vectors);
            double lost = token.weight() * (1 - echo);
            covered += token.weight() * echo;
            strange = Math.max(strange, Math.min(strangest, lost));
            strangest = Math.max(strangest, lost);
        }
        double all = sentence.says();
        return new Echo(all == 0 ? 0 : covered / all, strangest, strange);
    }

    private static double best(Token token, Sentence other, WordVectors vectors) {
        double best = 0;
        for (Token candidate : other.tokens()) {
            best = Math.max(best, likeness(token, candidate, vectors));
        }
        return best < CUT_DIFFERENTLY && other.text().contains(token.text()) ? CUT_DIFFERENTLY : best;
    }

    private static double likeness(Token one, Token other, WordVectors vectors) {
        if (one.isKnown() && other.isKnown()) {
            return vectors.cosine(one.word(), other.word());
        }
        return one.text().equals(other.text()) ? 1 : 0;
    }
}
