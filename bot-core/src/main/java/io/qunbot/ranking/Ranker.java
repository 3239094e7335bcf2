package io.qunbot.ranking;

import io.qunbot.text.Normalized;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Tells which entry of a catalogue a message means, and how sure that is. Immutable, for many threads
 * at once; building one takes an index, so that it belongs into a reload and not into a turn.
 */
public final class Ranker {

    private static final int TOLD = 5;

    private final Catalogue catalogue;
    private final Model model = Model.shipped();
    private final double level;

    private Ranker(Catalogue catalogue) {
        this.catalogue = catalogue;
        level = Level.of(catalogue, model::odds);
    }

    /** @param entries one without a way of asking that has a letter or digit is never meant */
    public static Ranker of(List<Entry> entries) {
        return new Ranker(Catalogue.of(entries));
    }

    /** What the entries' ways of asking come down to: of these an embedder makes vectors. */
    public List<String> texts() {
        return catalogue.items().stream().flatMap(item -> item.ask().stream()).map(Sentence::text).distinct().toList();
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /** The memory that the index takes. */
    public long indexBytes() {
        return catalogue.indexBytes();
    }

    /** @param open which entries, by position, may be meant now */
    public Ranking rank(Normalized message, IntPredicate open) {
        if (message.core().isEmpty()) {
            return Ranking.NONE;
        }
        List<Candidate> candidates = new ArrayList<>();
        for (Comparison pair : catalogue.compare(catalogue.reader().read(message), open)) {
            candidates.add(candidate(pair));
        }
        candidates.sort(Comparator.comparingDouble(Candidate::confidence).reversed());
        return new Ranking(candidates.subList(0, Math.min(TOLD, candidates.size())));
    }

    Candidate candidate(Comparison pair) {
        return new Candidate(pair.rough().entry(), pair.item().id(), confidence(pair),
                pair.item().written().get(pair.nearest()), () -> model.evidence(pair, level));
    }

    private double confidence(Comparison pair) {
        if (pair.isWritten()) {
            return 1;
        }
        return pair.isExcluded() ? 0 : Model.confidence(odds(pair));
    }

    /** The logarithm of the odds that the entry is meant, by what its curves say and the catalogue as a whole. */
    double odds(Comparison pair) {
        return model.odds(pair) - level;
    }
}
