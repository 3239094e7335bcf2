package io.qunbot.ranking;

import io.qunbot.text.Normalized;
import io.qunbot.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How much idle talk catalogues of each size answer, from ten entries to ten thousand. */
final class VectorSizes {

    /** How often a catalogue of each size is drawn. */
    private static final Map<Integer, Integer> DRAWS = new TreeMap<>(
            Map.of(10, 16, 30, 10, 100, 6, 300, 4, 1000, 2, 10_000, 1));
    private static final double NOTHING_NEAR = -99;

    private final List<Entry> entries;
    /** Fills the largest catalogues: questions as entries. */
    private final List<Entry> more;
    private final List<Normalized> talk;
    private final Map<String, float[]> vectors;
    private final Random random;
    private final Fit fit;
    private final Map<Integer, double[]> odds = new TreeMap<>();

    VectorSizes(List<DataSet> sets, Map<String, float[]> vectors, Random random, Fit fit) {
        List<DataSet> trades = sets.stream().filter(set -> texts(set, Set.of("chat")).findAny().isPresent()).toList();
        this.vectors = vectors;
        this.random = random;
        this.fit = fit;
        entries = trades.stream().flatMap(set -> set.rules().stream()).toList();
        more = trades.stream().flatMap(set -> texts(set, Set.of("answerable", "question_other", "indomain_unknown",
                "nearmiss"))).distinct().map(text -> new Entry("more " + text, List.of(text), List.of())).toList();
        talk = trades.stream().flatMap(set -> texts(set, Set.of("chat"))).distinct()
                .filter(_ -> random.nextInt(2) == 0).map(Normalizer::normalize)
                .filter(line -> vectors.containsKey(line.core())).toList();
        DRAWS.forEach(this::draw);
    }

    private Stream<String> texts(DataSet set, Set<String> kinds) {
        return set.queries().stream().filter(query -> kinds.contains(query.kind())).map(DataSet.Query::text);
    }

    private void draw(int size, int draws) {
        odds.put(size, IntStream.range(0, draws).mapToObj(_ -> catalogue(size)).flatMapToDouble(this::odds).toArray());
    }

    private List<Entry> catalogue(int size) {
        List<Entry> some = new ArrayList<>(entries);
        if (size > entries.size()) {
            some.addAll(more);
        } else {
            Collections.shuffle(some, random);
        }
        return some.stream().filter(this::isKnown).limit(size).toList();
    }

    private boolean isKnown(Entry entry) {
        return entry.ask().stream().allMatch(ask -> vectors.containsKey(Normalizer.normalize(ask).core()));
    }

    private DoubleStream odds(List<Entry> catalogue) {
        VectorRanker ranker = VectorRanker.of(Ranker.of(catalogue), vectors);
        return DoubleStream.of(talk.stream().parallel().mapToDouble(line -> odds(line, ranker)).toArray());
    }

    private double odds(Normalized line, VectorRanker ranker) {
        return ranker.see(line, vectors.getOrDefault(line.core(), new float[0])).stream()
                .mapToDouble(seen -> fit.odds(Features.of(seen.sighting()))).max().orElse(NOTHING_NEAR);
    }

    /** The share of idle talk that is answered, in per cent, by size of the catalogue. */
    Map<Integer, String> answered(double slope, double threshold) {
        Map<Integer, String> answered = new TreeMap<>();
        odds.forEach((size, all) -> answered.put(size, String.format(Locale.ROOT, "%.2f", 100 * DoubleStream.of(all)
                .map(each -> each - slope * (Math.log(size) - Levelling.MIDDLE))
                .filter(each -> each > threshold).count() / (double) all.length)));
        return answered;
    }
}
