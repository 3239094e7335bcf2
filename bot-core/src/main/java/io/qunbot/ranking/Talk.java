package io.qunbot.ranking;

import java.util.Arrays;
import java.util.List;

/**
 * How near talk at large comes to a catalogue, so that coming near can be told from coming near by
 * chance, in a catalogue of ten questions and of ten thousand. Immutable.
 */
final class Talk {

    /** For each line of talk, the cosine of its meaning with the nearest question; ascending. */
    private final float[] nearest;

    private Talk(float[] nearest) {
        this.nearest = nearest;
    }

    static Talk of(List<Crowd> lines, List<Item> items) {
        float[] nearest = new float[lines.stream().mapToInt(Crowd::size).sum()];
        int start = 0;
        for (Crowd crowd : lines) {
            float[] part = nearest(crowd, items);
            System.arraycopy(part, 0, nearest, start, part.length);
            start += part.length;
        }
        Arrays.sort(nearest);
        return new Talk(nearest);
    }

    private static float[] nearest(Crowd lines, List<Item> items) {
        float[] nearest = new float[lines.size()];
        Arrays.fill(nearest, -1);
        for (Item item : items) {
            for (Sentence variant : item.ask()) {
                raise(nearest, lines.cosines(variant.meaning()));
            }
        }
        return nearest;
    }

    private static void raise(float[] nearest, float[] cosines) {
        for (int i = 0; i < nearest.length; i++) {
            nearest[i] = Math.max(nearest[i], cosines[i]);
        }
    }

    /** The logarithm (base 10) of the share of lines that come as near; at least one is taken to. */
    double rarity(double meaning) {
        int at = Arrays.binarySearch(nearest, (float) meaning);
        int below = at < 0 ? -at - 1 : at;
        return Math.log10((1.0 + nearest.length - below) / (1.0 + nearest.length));
    }
}
