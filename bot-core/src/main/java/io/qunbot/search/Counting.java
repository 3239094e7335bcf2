package io.qunbot.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/** Reads the columns of documents. */
final class Counting {

    private Counting() {}

    static void run(IndexSearcher searcher, Query query, ArchiveIndex.Tally tally) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                count(leaf, scorer.iterator(), tally);
            }
        }
    }

    private static void count(LeafReaderContext leaf, DocIdSetIterator documents, ArchiveIndex.Tally tally)
            throws IOException {
        NumericDocValues lanes = DocValues.getNumeric(leaf.reader(), Documents.LANE);
        NumericDocValues times = DocValues.getNumeric(leaf.reader(), Documents.AT);
        Names people = new Names(DocValues.getSorted(leaf.reader(), Documents.FROM), new HashMap<>());
        Names types = new Names(DocValues.getSorted(leaf.reader(), Documents.TYPE), new HashMap<>());
        var live = leaf.reader().getLiveDocs();
        for (int each = documents.nextDoc(); each != DocIdSetIterator.NO_MORE_DOCS; each = documents.nextDoc()) {
            if ((live == null || live.get(each)) && lanes.advanceExact(each) && times.advanceExact(each)) {
                tally.take((int) lanes.longValue(), times.longValue(), people.of(each), types.of(each));
            }
        }
    }

    /** A column of few different names, each read once. */
    private record Names(SortedDocValues column, Map<Integer, String> read) {

        String of(int document) throws IOException {
            if (!column.advanceExact(document)) {
                return "";
            }
            int number = column.ordValue();
            String known = read.get(number);
            if (known == null) {
                known = column.lookupOrd(number).utf8ToString();
                read.put(number, known);
            }
            return known;
        }
    }
}
