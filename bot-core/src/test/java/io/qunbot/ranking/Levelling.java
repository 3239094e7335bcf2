package io.qunbot.ranking;

import io.qunbot.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How much more sure a larger catalogue has to be, so that idle talk is answered about as often with
 * ten entries as with ten thousand: a slope over the logarithm of their number.
 */
final class Levelling {

    static final double MIDDLE = Math.log(100);
    /** How often a catalogue of each size is drawn. */
    private static final Map<Integer, Integer> DRAWS = new TreeMap<>(
            Map.of(10, 16, 30, 10, 100, 6, 300, 4, 1000, 2, 10_000, 1));
    private static final double NOTHING_NEAR = -99;

    private final List<Entry> entries;
    /** Fills the largest catalogues: questions as entries. */
    private final List<Entry> more;
    private final List<Sentence> talk;
    private final Random random;
    private final Fit fit;
    private final double middle;
    private final Map<Integer, double[]> odds = new TreeMap<>();

    /** @param middle the level of a catalogue on average */
    Levelling(List<DataSet> sets, Random random, Fit fit, double middle) {
        List<DataSet> trades = sets.stream().filter(set -> texts(set, Set.of("chat")).findAny().isPresent()).toList();
        this.random = random;
        this.fit = fit;
        this.middle = middle;
        entries = trades.stream().flatMap(set -> set.rules().stream()).toList();
        more = trades.stream().flatMap(set -> texts(set, Set.of("answerable", "question_other", "indomain_unknown",
                "nearmiss"))).distinct().map(text -> new Entry("more " + text, List.of(text), List.of())).toList();
        talk = trades.stream().flatMap(set -> texts(set, Set.of("chat"))).distinct()
                .filter(_ -> random.nextInt(2) == 0)
                .map(Normalizer::normalize).map(Background.shipped().reader()::read).toList();
        DRAWS.forEach(this::draw);
    }

    private static Stream<String> texts(DataSet set, Set<String> kinds) {
        return set.queries().stream().filter(query -> kinds.contains(query.kind())).map(DataSet.Query::text)
                .filter(text -> !Normalizer.normalize(text).core().isEmpty());
    }

    private void draw(int size, int draws) {
        odds.put(Math.min(size, entries.size() + more.size()), IntStream.range(0, draws)
                .mapToObj(_ -> Catalogue.of(catalogue(size))).flatMapToDouble(this::odds).toArray());
    }

    private List<Entry> catalogue(int size) {
        List<Entry> some = new ArrayList<>(entries);
        if (size > entries.size()) {
            some.addAll(more);
        } else {
            Collections.shuffle(some, random);
        }
        return some.subList(0, Math.min(size, some.size()));
    }

    private DoubleStream odds(Catalogue catalogue) {
        double level = Level.of(catalogue, fit::odds) - middle;
        return DoubleStream.of(talk.stream().parallel().mapToDouble(line -> catalogue.compare(line, _ -> true).stream()
                .mapToDouble(fit::odds).max().orElse(NOTHING_NEAR) - level).toArray());
    }

    /** The share of idle talk that is answered, in per cent, by size of the catalogue. */
    Map<Integer, String> answered(double slope, double threshold) {
        Map<Integer, String> answered = new TreeMap<>();
        odds.forEach((size, all) -> answered.put(size, String.format("%.2f", 100 * DoubleStream.of(all)
                .filter(each -> each - slope * (Math.log(size) - MIDDLE) > threshold).count() / (double) all.length)));
        return answered;
    }
}
