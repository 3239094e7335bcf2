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

    /** @param likeness 0..1 for each word: how like the word of the other text is that is most like it */
    static Echo of(Tokens tokens, double[] likeness) {
        double covered = 0;
        double strangest = 0;
        double strange = 0;
        for (int i = 0; i < tokens.count(); i++) {
            double lost = tokens.weight(i) * (1 - likeness[i]);
            covered += tokens.weight(i) * likeness[i];
            strange = Math.max(strange, Math.min(strangest, lost));
            strangest = Math.max(strangest, lost);
        }
        double all = tokens.says();
        return new Echo(all == 0 ? 0 : covered / all, strangest, strange);
    }
}
