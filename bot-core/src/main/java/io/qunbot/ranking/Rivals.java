package io.qunbot.ranking;

import java.util.List;

/**
 * What the other entries reach.
 *
 * @param meaning the best of their cosines of meaning
 * @param letters the best of their cosines of letters
 * @param open how many entries there are in all
 * @param talk how near talk at large comes to any of them
 */
record Rivals(double meaning, double letters, int open, Talk talk) {

    static Rivals of(Rough entry, List<Rough> all, int open, Talk talk) {
        double meaning = 0;
        double letters = 0;
        for (Rough other : all) {
            if (other.entry() != entry.entry()) {
                meaning = Math.max(meaning, other.meaning());
                letters = Math.max(letters, other.letters());
            }
        }
        return new Rivals(meaning, letters, open, talk);
    }

    /**
     * How far the best of so many unrelated entries stands out by chance, in deviations (the expected
     * maximum of normal variables).
     */
    double chance() {
        return Math.sqrt(2 * Math.log(1.0 + open));
    }
}
