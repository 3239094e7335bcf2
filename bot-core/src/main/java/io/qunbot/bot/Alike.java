package io.qunbot.bot;

import java.util.HashMap;
import java.util.Map;

/** Texts that are about the same: the pairs of characters of all of them, counted. Not thread-safe. */
final class Alike {

    private final Map<String, Integer> pairs = new HashMap<>();
    /** The sum of the squared counts. */
    private double square;

    static Alike of(String words) {
        Alike alike = new Alike();
        alike.add(words);
        return alike;
    }

    /** @param words normalised */
    void add(String words) {
        int[] points = words.codePoints().toArray();
        for (int at = 0; at < Math.max(1, points.length - 1); at++) {
            int count = pairs.merge(new String(points, at, Math.min(2, points.length - at)), 1, Integer::sum);
            square += 2 * count - 1;
        }
    }

    /** The cosine of the two, 0..1. */
    double to(Alike other) {
        if (other.pairs.size() < pairs.size()) {
            return other.to(this);
        }
        double shared = 0;
        for (Map.Entry<String, Integer> pair : pairs.entrySet()) {
            shared += (double) pair.getValue() * other.pairs.getOrDefault(pair.getKey(), 0);
        }
        return shared == 0 ? 0 : shared / Math.sqrt(square * other.square);
    }
}
