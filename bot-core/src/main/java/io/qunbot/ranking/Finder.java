package io.qunbot.ranking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Finds the entries that a message may mean, by its letters, its sounds and its meaning, in a Lucene
 * index in memory: one document for each way of asking. Immutable.
 */
final class Finder {

    private static final String LETTERS = "letters";
    private static final String SOUNDS = "sounds";
    private static final String MEANING = "meaning";
    private static final String ENTRY = "entry";
    /** Ways of asking looked at, of each kind. */
    private static final int MOST = 50;
    private static final FieldType GRAMS = grams();

    private final IndexSearcher searcher;

    private Finder(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    static Finder of(List<Item> items) {
        try {
            ByteBuffersDirectory directory = new ByteBuffersDirectory();
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
                for (int entry = 0; entry < items.size(); entry++) {
                    for (Sentence variant : items.get(entry).ask()) {
                        writer.addDocument(document(entry, variant));
                    }
                }
                writer.forceMerge(1);
            }
            return new Finder(new IndexSearcher(DirectoryReader.open(directory)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Document document(int entry, Sentence variant) {
        Document document = new Document();
        document.add(new NumericDocValuesField(ENTRY, entry));
        document.add(new Field(LETTERS, new GramStream(variant.letters().terms()), GRAMS));
        document.add(new Field(SOUNDS, new GramStream(variant.sounds().terms()), GRAMS));
        document.add(new KnnFloatVectorField(MEANING, variant.meaning().coordinates(),
                VectorSimilarityFunction.DOT_PRODUCT));
        return document;
    }

    private static FieldType grams() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.setTokenized(true);
        type.freeze();
        return type;
    }

    /** The positions of entries worth a look, ascending. */
    int[] find(Sentence asked) {
        try {
            IntStream found = IntStream.concat(search(words(asked)), search(meaning(asked)));
            return found.sorted().distinct().toArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private IntStream search(Query query) throws IOException {
        ScoreDoc[] found = searcher.search(query, MOST).scoreDocs;
        int[] documents = IntStream.range(0, found.length).map(i -> found[i].doc).sorted().toArray();
        NumericDocValues entries = searcher.getIndexReader().leaves().getFirst().reader().getNumericDocValues(ENTRY);
        int[] result = new int[documents.length];
        for (int i = 0; i < documents.length; i++) {
            entries.advanceExact(documents[i]);
            result[i] = (int) entries.longValue();
        }
        return IntStream.of(result);
    }

    private static Query words(Sentence asked) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        add(LETTERS, asked.letters().terms(), query);
        add(SOUNDS, asked.sounds().terms(), query);
        return query.build();
    }

    private static void add(String field, int[] grams, BooleanQuery.Builder query) {
        int most = Math.min(grams.length, IndexSearcher.getMaxClauseCount() / 2);
        for (int i = 0; i < most; i++) {
            query.add(new TermQuery(new Term(field, GramStream.name(grams[i]))), BooleanClause.Occur.SHOULD);
        }
    }

    private static Query meaning(Sentence asked) {
        return new KnnFloatVectorQuery(MEANING, asked.meaning().coordinates(), MOST);
    }
}
