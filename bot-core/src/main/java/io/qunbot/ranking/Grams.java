package io.qunbot.ranking;

import java.util.HashSet;
import java.util.Set;

/** The characters of a text and their pairs. */
final class Grams {

    private static final int PAIR_WEIGHT = 2;

    private Grams() {}

    static Set<String> of(String words) {
        Set<String> grams = new HashSet<>();
        int[] points = words.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            grams.add(Character.toString(points[i]));
            if (i > 0) {
                grams.add(new String(points, i - 1, 2));
            }
        }
        return grams;
    }

    /** How much two texts share, 0..1; a pair counts twice as much as a character. */
    static double likeness(Set<String> one, Set<String> other) {
        double shared = one.stream().filter(other::contains).mapToInt(Grams::weight).sum();
        double all = one.stream().mapToInt(Grams::weight).sum() + other.stream().mapToInt(Grams::weight).sum();
        return all == 0 ? 0 : 2 * shared / all;
    }

    private static int weight(String gram) {
        return gram.codePointCount(0, gram.length()) == 1 ? 1 : PAIR_WEIGHT;
    }
}
