package io.qunbot.ranking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How much more sure a larger catalogue has to be, so that idle talk is answered about as often with
 * ten entries as with ten thousand: a slope over the logarithm of their number.
 */
final class Levelling {

    static final double MIDDLE = Math.log(100);
    private static final Map<Integer, Integer> DRAWS = new TreeMap<>(
            Map.of(10, 16, 30, 10, 100, 6, 300, 4, 1000, 2, 10_000, 1));

    private final Map<Integer, double[]> odds = new TreeMap<>();

    /**
     * @param entries to draw small catalogues from
     * @param more to fill the largest ones with
     */
    Levelling(List<Entry> entries, List<Entry> more, List<Sentence> talk, Random random,
            ToDoubleFunction<Comparison> model) {
        DRAWS.forEach((size, draws) -> {
            double[] all = IntStream.range(0, draws).boxed().flatMapToDouble(draw -> {
                List<Entry> some = new ArrayList<>(entries);
                if (size > entries.size()) {
                    some.addAll(more);
                } else {
                    Collections.shuffle(some, random);
                }
                Ranker ranker = Ranker.of(some.subList(0, Math.min(size, some.size())));
                return talk.stream().parallel().mapToDouble(line -> ranker.compare(line, entry -> true).stream()
                        .mapToDouble(model).max().orElse(-99)).boxed().toList().stream().mapToDouble(x -> x);
            }).toArray();
            odds.put(Math.min(size, entries.size() + more.size()), all);
        });
    }

    /** The share of idle talk that is answered, by size of the catalogue. */
    Map<Integer, Double> answered(double slope, double threshold) {
        Map<Integer, Double> answered = new TreeMap<>();
        odds.forEach((size, all) -> answered.put(size, IntStream.range(0, all.length)
                .mapToDouble(i -> all[i] - slope * (Math.log(size) - MIDDLE) > threshold ? 1 : 0).average().orElse(0)));
        return answered;
    }

    /** The largest share against the smallest. */
    double spread(double slope, double threshold) {
        Map<Integer, Double> answered = answered(slope, threshold);
        return (Collections.max(answered.values()) + 1e-4) / (Collections.min(answered.values()) + 1e-4);
    }
}
