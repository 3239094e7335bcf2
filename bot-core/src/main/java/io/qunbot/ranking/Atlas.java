package io.qunbot.ranking;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Where an embedder puts the ways of asking of a catalogue, and how far apart it puts strangers. Immutable. */
final class Atlas {

    /** Entries whose distances from the others are measured; enough for a mean. */
    private static final int SAMPLE = 200;
    /** Strangers as near as that cannot be told from friends. */
    private static final double TOO_NEAR = 0.95;
    /** A vector is filled up with zeros to a multiple of it. */
    private static final int ABREAST = 4;

    private final int numbers;
    private final Variants places;
    private final double strangers;
    private final int size;

    private Atlas(int numbers, List<List<Meaning>> entries) {
        this.numbers = numbers;
        places = Variants.of(entries);
        size = entries.size();
        strangers = Math.min(TOO_NEAR, strangers(entries, places));
    }

    /**
     * Needs a vector of each way of asking, all of the same length, and two entries to tell apart.
     *
     * @param vectors by text
     */
    static Optional<Atlas> of(List<Item> items, Map<String, float[]> vectors) {
        Set<Integer> lengths = items.stream().flatMap(item -> item.ask().stream())
                .map(ask -> vectors.getOrDefault(ask.text(), new float[0]).length).collect(Collectors.toSet());
        if (lengths.size() != 1 || lengths.contains(0) || items.size() < 2) {
            return Optional.empty();
        }
        List<List<Meaning>> entries = items.stream().map(item -> item.ask().stream()
                .map(ask -> meaning(vectors.getOrDefault(ask.text(), new float[0]))).toList()).toList();
        return Optional.of(new Atlas(lengths.iterator().next(), entries));
    }

    private static Meaning meaning(float[] vector) {
        return Meaning.of(Arrays.copyOf(vector, (vector.length + ABREAST - 1) / ABREAST * ABREAST));
    }

    /** The mean cosine of entries with others: what the embedder gives to those that have little in common. */
    private static double strangers(List<List<Meaning>> entries, Variants places) {
        int step = Math.max(1, entries.size() / SAMPLE);
        return IntStream.range(0, entries.size()).filter(at -> at % step == 0 && !entries.get(at).isEmpty())
                .mapToDouble(at -> places.bearings(entries.get(at).getFirst()).meanOfOthers(at)).average().orElse(0);
    }

    /** How many entries there are. */
    int size() {
        return size;
    }

    /** How many numbers a vector has here. */
    int numbers() {
        return numbers;
    }

    /** How near a message comes to each entry. */
    Bearings bearings(float[] vector) {
        return places.bearings(meaning(vector));
    }

    /** 1 where an entry says the very same, 0 where it comes as near as strangers do: that is the embedder's habit. */
    double nearness(double cosine) {
        return (cosine - strangers) / (1 - strangers);
    }
}
