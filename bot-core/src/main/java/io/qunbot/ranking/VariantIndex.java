package io.qunbot.ranking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** The ways of asking as documents, in memory; finds those that share words with a message. Thread-safe. */
final class VariantIndex {

    private static final String GRAM = "gram";
    private static final String NUMBER = "number";
    private static final int MOST = 50;

    private final IndexSearcher searcher;

    VariantIndex(List<Set<String>> variants) {
        try {
            ByteBuffersDirectory directory = new ByteBuffersDirectory();
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
                for (int number = 0; number < variants.size(); number++) {
                    Document document = new Document();
                    document.add(new TextField(GRAM, new GramStream(variants.get(number))));
                    document.add(new NumericDocValuesField(NUMBER, number));
                    writer.addDocument(document);
                }
            }
            searcher = new IndexSearcher(DirectoryReader.open(directory));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The numbers of the variants that come nearest. */
    List<Integer> nearest(Set<String> grams) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        grams.stream().limit(IndexSearcher.getMaxClauseCount())
                .forEach(gram -> query.add(new TermQuery(new Term(GRAM, gram)), BooleanClause.Occur.SHOULD));
        try {
            List<Integer> numbers = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(query.build(), MOST).scoreDocs) {
                numbers.add(number(hit.doc));
            }
            return numbers;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private int number(int document) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        NumericDocValues numbers = leaf.reader().getNumericDocValues(NUMBER);
        numbers.advanceExact(document - leaf.docBase);
        return (int) numbers.longValue();
    }
}
