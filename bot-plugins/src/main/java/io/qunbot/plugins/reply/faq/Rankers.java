package io.qunbot.plugins.reply.faq;

import io.qunbot.plugin.Embedder;
import io.qunbot.ranking.Entry;
import io.qunbot.ranking.Ranker;
import io.qunbot.ranking.VectorRanker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes rankers, and remembers those it made: a catalogue that did not change, or that several profiles share, is
 * not made again. Thread-safe.
 */
public final class Rankers {

    private record Made(List<Entry> entries, Ranker words, VectorRanker ranker) {

        static Made of(List<Entry> entries, Ranker words, Optional<Embedder> embedder) {
            return new Made(entries, words,
                    VectorRanker.of(words, embedder.map(it -> it.embedAll(words.texts())).orElse(Map.of())));
        }

        /** Vectors that were not to be had are asked for again. */
        boolean serves(Optional<Embedder> embedder) {
            return embedder.isPresent() == ranker.takesVectors();
        }
    }

    private final Map<String, Made> made = new HashMap<>();

    /** @param catalogue names the entries */
    synchronized VectorRanker of(String catalogue, List<Entry> entries, Optional<Embedder> embedder) {
        Made known = made.get(catalogue);
        if (known == null || !known.entries().equals(entries)) {
            known = Made.of(entries, Ranker.of(entries), embedder);
        } else if (!known.serves(embedder)) {
            known = Made.of(entries, known.words(), embedder);
        }
        made.put(catalogue, known);
        return known.ranker();
    }
}
