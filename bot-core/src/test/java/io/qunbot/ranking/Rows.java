package io.qunbot.ranking;

import io.qunbot.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Holds the messages of data sets against catalogues, whole and in part, and writes down what is seen. */
final class Rows {

    /** Catalogues below are small ones. */
    private static final int FEW = 30;

    private final List<DataSet> sets;
    private final Random random;
    private int queries;

    Rows(List<DataSet> sets, Random random) {
        this.sets = sets;
        this.random = random;
    }

    /** Each set's messages beside its own catalogue. */
    List<Row> whole() {
        List<Row> rows = new ArrayList<>();
        for (DataSet set : sets) {
            rows.addAll(rows(set, "", set.rules(), set.queries()));
        }
        return rows;
    }

    /** Some messages beside a few of the set's entries, beside half of them, and beside those of all sets. */
    List<Row> otherSizes() {
        List<Row> rows = new ArrayList<>();
        for (DataSet set : sets) {
            rows.addAll(quarter(set, some(set.rules(), 10 + random.nextInt(15))));
            rows.addAll(quarter(set, some(set.rules(), set.rules().size() / 2)));
        }
        List<Entry> all = sets.stream().flatMap(set -> set.rules().stream()).toList();
        for (DataSet set : sets) {
            rows.addAll(quarter(set, all));
        }
        return rows;
    }

    private List<Entry> some(List<Entry> entries, int count) {
        List<Entry> shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(count, shuffled.size()));
    }

    private List<Row> quarter(DataSet set, List<Entry> entries) {
        List<DataSet.Query> quarter = set.queries().stream().filter(query -> random.nextInt(4) == 0).toList();
        return rows(set, entries.size() < FEW ? "-few" : "-other", entries, quarter);
    }

    private List<Row> rows(DataSet set, String size, List<Entry> entries, List<DataSet.Query> queries) {
        Catalogue catalogue = Catalogue.of(entries);
        Set<String> known = entries.stream().map(Entry::id).collect(Collectors.toSet());
        int first = this.queries;
        this.queries += queries.size();
        return IntStream.range(0, queries.size()).parallel().mapToObj(i -> {
            DataSet.Query query = queries.get(i);
            boolean removed = !query.intent().isEmpty() && !known.contains(query.intent());
            String kind = removed ? "removed" : query.kind();
            return compare(query, catalogue).stream().map(pair -> new Row(set.name(), size, first + i, kind,
                    pair.item().id().equals(query.intent()), Features.of(pair))).toList();
        }).flatMap(List::stream).toList();
    }

    private static List<Comparison> compare(DataSet.Query query, Catalogue catalogue) {
        return catalogue.compare(catalogue.reader().read(Normalizer.normalize(query.text())), entry -> true);
    }
}
