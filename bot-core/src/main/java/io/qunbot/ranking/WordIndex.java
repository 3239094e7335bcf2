package io.qunbot.ranking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Finds texts that sound like another one or share its rare letters, such as those of a product's name:
 * a Lucene index in memory, a document for each text. Common letters find too much and cost the most, and
 * a pair of letters that is written alike sounds alike. Immutable.
 */
final class WordIndex {

    private static final String LETTERS = "letters";
    private static final String SOUNDS = "sounds";
    /** Grams of a text looked for; only a very long one has more. */
    private static final int MOST = 500;
    private static final FieldType GRAMS = grams();

    private final IndexSearcher searcher;
    private final Rareness rareness;
    private final long bytes;

    private WordIndex(ByteBuffersDirectory directory, Rareness rareness) throws IOException {
        this.rareness = rareness;
        searcher = new IndexSearcher(DirectoryReader.open(directory));
        searcher.setQueryCache(null);
        bytes = bytes(directory);
    }

    private static long bytes(ByteBuffersDirectory directory) throws IOException {
        long bytes = 0;
        for (String file : directory.listAll()) {
            bytes += directory.fileLength(file);
        }
        return bytes;
    }

    /** @param rareness of letters */
    static WordIndex of(List<Sentence> texts, Rareness rareness) {
        try {
            ByteBuffersDirectory directory = new ByteBuffersDirectory();
            try (IndexWriter writer = new IndexWriter(directory, config())) {
                for (Sentence text : texts) {
                    writer.addDocument(document(text));
                }
                writer.forceMerge(1);
            }
            return new WordIndex(directory, rareness);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Keeps the documents in their order, so that a document's number is its text's. */
    private static IndexWriterConfig config() {
        return new IndexWriterConfig().setMergePolicy(new LogDocMergePolicy())
                .setMergeScheduler(new SerialMergeScheduler());
    }

    private static Document document(Sentence text) {
        Document document = new Document();
        document.add(new Field(LETTERS, new GramStream(Grams.singles(text.letters().terms())), GRAMS));
        document.add(new Field(SOUNDS, new GramStream(Grams.pairs(text.sounds().terms())), GRAMS));
        return document;
    }

    private static FieldType grams() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS);
        type.setTokenized(true);
        type.freeze();
        return type;
    }

    /** The memory that it takes. */
    long bytes() {
        return bytes;
    }

    /** The numbers of the texts that share most. */
    int[] find(Sentence asked, int most) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        add(LETTERS, Grams.singles(asked.letters().terms()), rareness::isRare, query);
        add(SOUNDS, Grams.pairs(asked.sounds().terms()), _ -> true, query);
        try {
            ScoreDoc[] found = searcher.search(query.build(), most).scoreDocs;
            return Arrays.stream(found).mapToInt(each -> each.doc).toArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void add(String field, int[] grams, IntPredicate counts, BooleanQuery.Builder query) {
        Arrays.stream(grams).filter(counts).limit(MOST).forEach(gram -> query
                .add(new TermQuery(new Term(field, GramStream.name(gram))), BooleanClause.Occur.SHOULD));
    }
}
