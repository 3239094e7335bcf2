package io.qunbot.keywords;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * A Lucene index in memory with a document for each card, in their order: a field for each kind of
 * words, whose terms are the words, and the rule's id.
 */
public final class RuleIndex implements AutoCloseable {

    /** The field with the id of a card's rule. */
    public static final String RULE = "rule";

    /** So much fits into one segment that a hundred thousand rules are one. */
    private static final double BUFFER_MEGABYTES = 256;

    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;

    private RuleIndex(List<Card> cards) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig().setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setMergePolicy(NoMergePolicy.INSTANCE).setUseCompoundFile(false);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (Card card : cards) {
                writer.addDocument(document(card));
            }
        }
        reader = DirectoryReader.open(directory);
    }

    public static RuleIndex of(List<Card> cards) {
        try {
            return new RuleIndex(cards);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // it is in memory
        }
    }

    /** A document's number is its card's position. */
    public IndexReader reader() {
        return reader;
    }

    private static Document document(Card card) {
        Document document = new Document();
        document.add(new StringField(RULE, card.rule(), Store.YES));
        card.words().forEach((kind, words) -> words
                .forEach(word -> document.add(new StringField(kind.field(), word, Store.NO))));
        return document;
    }

    @Override
    public void close() {
        try {
            reader.close();
            directory.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
