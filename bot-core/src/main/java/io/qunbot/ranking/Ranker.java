package io.qunbot.ranking;

import io.qunbot.text.Normalized;
import io.qunbot.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** A catalogue made ready for ranking. Immutable, for many threads; heavy to build. */
public final class Ranker {

    private static final int MOST = 5;

    private record Variant(int entry, String typed, Set<String> grams) {}

    private final List<Variant> variants = new ArrayList<>();
    private final List<List<Set<String>>> nots;
    private final VariantIndex index;

    private Ranker(List<Entry> entries) {
        for (int entry = 0; entry < entries.size(); entry++) {
            for (String ask : entries.get(entry).ask()) {
                variants.add(new Variant(entry, ask, grams(Normalizer.normalize(ask))));
            }
        }
        nots = entries.stream()
                .map(entry -> entry.not().stream().map(Normalizer::normalize).map(Ranker::grams).toList()).toList();
        index = new VariantIndex(variants.stream().map(Variant::grams).toList());
    }

    /**
     * Builds a ranker.
     *
     * @param known what an earlier ranker learnt; what has not changed since is not learnt again
     */
    public static Ranker of(List<Entry> entries, Trained known) {
        return new Ranker(entries);
    }

    /** What this ranker learnt. */
    public Trained trained() {
        return Trained.none();
    }

    /** @param open which positions may be answered now */
    public Ranking rank(Normalized message, IntPredicate open) {
        Set<String> grams = grams(message);
        Map<Integer, Candidate> best = new HashMap<>();
        for (int number : index.nearest(grams)) {
            Variant variant = variants.get(number);
            if (open.test(variant.entry())) {
                best.merge(variant.entry(), candidate(variant, grams),
                        (one, other) -> one.confidence() >= other.confidence() ? one : other);
            }
        }
        return new Ranking(best.values().stream()
                .sorted(Comparator.comparingDouble(Candidate::confidence).reversed()
                        .thenComparingInt(Candidate::entry))
                .limit(MOST).toList());
    }

    private Candidate candidate(Variant variant, Set<String> message) {
        double likeness = Grams.likeness(variant.grams(), message);
        double against = nots.get(variant.entry()).stream().mapToDouble(not -> Grams.likeness(not, message)).max()
                .orElse(0);
        double confidence = against >= likeness ? 0 : likeness;
        return new Candidate(variant.entry(), confidence, variant.typed(),
                List.of(new Evidence("字面相似", likeness), new Evidence("更像排除的问法", -against)));
    }

    private static Set<String> grams(Normalized text) {
        return Grams.of(text.core());
    }
}
