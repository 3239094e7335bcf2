package io.qunbot.ranking;

import java.util.Arrays;
import java.util.List;

/**
 * How near talk at large comes to a catalogue, so that coming near can be told from coming near by
 * chance, in a catalogue of ten questions and of ten thousand.
 */
final class Talk {

    /** For each line of talk, the cosine of its meaning with the nearest question; ascending. */
    private final double[] nearest;

    private Talk(double[] nearest) {
        this.nearest = nearest;
    }

    static Talk of(List<Meaning> lines, List<Item> items) {
        return new Talk(lines.stream().mapToDouble(line -> nearest(line, items)).sorted().toArray());
    }

    private static double nearest(Meaning line, List<Item> items) {
        float nearest = -1;
        for (Item item : items) {
            for (Sentence variant : item.ask()) {
                nearest = Math.max(nearest, line.cosine(variant.meaning()));
            }
        }
        return nearest;
    }

    /** The logarithm (base 10) of the share of lines that come as near; at least one is taken to. */
    double rarity(double meaning) {
        int at = Arrays.binarySearch(nearest, meaning);
        int below = at < 0 ? -at - 1 : at;
        return Math.log10((1.0 + nearest.length - below) / (1.0 + nearest.length));
    }
}
