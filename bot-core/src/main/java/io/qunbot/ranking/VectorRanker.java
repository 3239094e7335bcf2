package io.qunbot.ranking;

import io.qunbot.text.Normalized;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * A ranker that takes an embedder's opinion into account where there is one. The thresholds mean the same with a
 * vector and without. Immutable, for many threads at once.
 */
public final class VectorRanker {

    /** Entries whose vectors come nearest are compared, whatever their words. */
    private static final int CLOSE = 3;
    private static final int TOLD = 5;
    /**
     * Less sure than that by its words, a message is nobody's business outside: that keeps two in three lines of idle
     * talk in the house, and of a thousand questions one that vectors would have found.
     */
    private static final double NEAR = 0.015;

    private final Ranker words;
    private final VectorModel vectors = VectorModel.shipped();
    private final Optional<Atlas> atlas;

    /** An entry by its words, and what the vectors say of it. */
    record Seen(Comparison pair, Sighting sighting) {}

    private VectorRanker(Ranker words, Map<String, float[]> vectors) {
        this.words = words;
        this.atlas = Atlas.of(words.catalogue().items(), vectors);
    }

    /**
     * Builds upon a ranker.
     *
     * @param vectors by {@linkplain Ranker#texts text}; of use if there is one for each, all of the same length
     */
    public static VectorRanker of(Ranker words, Map<String, float[]> vectors) {
        return new VectorRanker(words, vectors);
    }

    /** Whether a vector of a message is of any use here. */
    public boolean takesVectors() {
        return atlas.isPresent();
    }

    /**
     * What a message may mean.
     *
     * @param embedder makes the message's vector; asked only if it may matter. Without one, and with one of another
     *            length than the entries', the words alone decide
     */
    public Ranking rank(Normalized message, Supplier<Optional<float[]>> embedder, IntPredicate open) {
        Ranking byWords = words.rank(message, open);
        if (atlas.isEmpty() || !mayMatter(byWords)) {
            return byWords;
        }
        Atlas known = atlas.get();
        return embedder.get().filter(vector -> vector.length == known.numbers())
                .map(vector -> rank(see(message, vector, open, known))).orElse(byWords);
    }

    /** Not where the operator's own words settle it, nor where nothing comes near. */
    private static boolean mayMatter(Ranking byWords) {
        return !byWords.best().isEmpty() && byWords.best().getFirst().confidence() < 1
                && byWords.best().getFirst().confidence() >= NEAR;
    }

    private Ranking rank(List<Seen> all) {
        List<Candidate> candidates = new ArrayList<>();
        for (Seen seen : all) {
            candidates.add(candidate(seen));
        }
        candidates.sort(Comparator.comparingDouble(Candidate::confidence).reversed());
        return new Ranking(candidates.subList(0, Math.min(TOLD, candidates.size())));
    }

    /** For training. */
    List<Seen> see(Normalized message, float[] vector) {
        return see(message, vector, _ -> true, atlas.orElseThrow());
    }

    private List<Seen> see(Normalized message, float[] vector, IntPredicate open, Atlas known) {
        Bearings bearings = known.bearings(vector);
        int[] near = bearings.nearest(CLOSE, open);
        Catalogue catalogue = words.catalogue();
        List<Seen> all = new ArrayList<>();
        for (Comparison pair : catalogue.compare(catalogue.reader().read(message), open, near)) {
            int entry = pair.rough().entry();
            all.add(new Seen(pair,
                    new Sighting(words.odds(pair), bearings, entry, rival(entry, near, bearings), known)));
        }
        return all;
    }

    /** The best cosine of another open entry. */
    private static double rival(int entry, int[] near, Bearings bearings) {
        for (int other : near) {
            if (other != entry) {
                return bearings.cosine(other);
            }
        }
        return 0;
    }

    private Candidate candidate(Seen seen) {
        Candidate byWords = words.candidate(seen.pair());
        if (seen.pair().isWritten() || seen.pair().isExcluded()) {
            return byWords;
        }
        double confidence = vectors.confidence(seen.sighting());
        return new Candidate(byWords.entry(), byWords.id(), confidence, byWords.variant(),
                () -> evidence(byWords, confidence));
    }

    /** The words' reasons, and by how much the vectors moved what these say. */
    private static List<Evidence> evidence(Candidate byWords, double confidence) {
        List<Evidence> all = new ArrayList<>(byWords.evidence());
        all.add(new Evidence("向量", odds(confidence) - odds(byWords.confidence())));
        all.sort(Comparator.comparingDouble((Evidence each) -> Math.abs(each.weight())).reversed());
        return all;
    }

    private static double odds(double confidence) {
        return Math.log(confidence / (1 - confidence));
    }
}
