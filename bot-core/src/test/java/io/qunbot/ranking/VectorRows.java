package io.qunbot.ranking;

import io.qunbot.text.Normalized;
import io.qunbot.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Holds the messages of data sets against catalogues as {@link Rows} does, with an embedder's vectors of all. */
final class VectorRows {

    private final List<DataSet> sets;
    private final Map<String, float[]> vectors;
    private final Random random;
    private int queries;

    /**
     * A message beside one entry.
     *
     * @param words what its words say, for a model of words to learn from
     * @param catalogue that the entry is in
     */
    record Example(Row words, VectorRanker.Seen seen, Catalogue catalogue) {

        /** @param odds by the words alone */
        Row row(double odds) {
            Sighting shipped = seen.sighting();
            Sighting unseen = new Sighting(odds, shipped.bearings(), shipped.entry(), shipped.rival(), shipped.atlas());
            return new Row(words.set(), words.size(), words.query(), words.kind(), words.right(), Features.of(unseen));
        }
    }

    VectorRows(List<DataSet> sets, Map<String, float[]> vectors, Random random) {
        this.sets = sets;
        this.vectors = vectors;
        this.random = random;
    }

    List<Example> all() {
        List<Example> rows = new ArrayList<>();
        for (DataSet set : sets) {
            rows.addAll(rows(set, "", set.rules(), set.queries()));
        }
        List<Entry> all = sets.stream().flatMap(set -> set.rules().stream()).toList();
        for (DataSet set : sets) {
            rows.addAll(rows(set, "-few", some(set.rules(), 10 + random.nextInt(15)), quarter(set)));
            rows.addAll(rows(set, "-half", some(set.rules(), set.rules().size() / 2), quarter(set)));
            rows.addAll(rows(set, "-all", all, quarter(set)));
        }
        return rows;
    }

    private List<Entry> some(List<Entry> entries, int count) {
        List<Entry> shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(count, shuffled.size()));
    }

    private List<DataSet.Query> quarter(DataSet set) {
        return set.queries().stream().filter(query -> random.nextInt(4) == 0).toList();
    }

    private List<Example> rows(DataSet set, String size, List<Entry> entries, List<DataSet.Query> asked) {
        Ranker words = Ranker.of(entries);
        VectorRanker ranker = VectorRanker.of(words, vectors);
        Set<String> known = entries.stream().map(Entry::id).collect(Collectors.toSet());
        int first = queries;
        queries += asked.size();
        return IntStream.range(0, asked.size()).parallel().mapToObj(at -> {
            DataSet.Query query = asked.get(at);
            boolean removed = !query.intent().isEmpty() && !known.contains(query.intent());
            return see(ranker, query).stream().map(seen -> new Example(new Row(set.name(), size, first + at,
                    removed ? "removed" : query.kind(), seen.pair().item().id().equals(query.intent()),
                    Features.of(seen.pair())), seen, words.catalogue())).toList();
        }).flatMap(List::stream).toList();
    }

    private List<VectorRanker.Seen> see(VectorRanker ranker, DataSet.Query query) {
        Normalized text = Normalizer.normalize(query.text());
        return vectors.containsKey(text.core())
                ? ranker.see(text, vectors.getOrDefault(text.core(), new float[0]))
                : List.of();
    }
}
