package io.qunbot.search;

import io.qunbot.text.Fold;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The index of what was said, newest first. It remembers with each commit how far it has read, and goes on there after
 * a crash. It names candidates: whoever asks looks whether the words are really there. Thread-safe.
 */
public final class ArchiveIndex implements AutoCloseable {

    private static final String TEXT = "text";
    private static final String LANE = "lane";
    private static final String FROM = "from";
    private static final String TYPE = "type";
    private static final String AT = "at";
    private static final String KEY = "key";
    private static final String KIND = "kind";
    private static final String NUMBER = "number";
    private static final String EVENTS = "events";
    private static final String WORDS = "words";
    private static final double MEGABYTES = 48;
    private static final int TRIES = 5;
    private static final Sort NEWEST = new Sort(new SortField(AT, SortField.Type.LONG, true),
            new SortField(NUMBER, SortField.Type.LONG, true), new SortField(KIND, SortField.Type.INT, true));
    private static final FieldType PAIRS = pairs();

    private final FSDirectory folder;
    private final ConcurrentMergeScheduler merges = new ConcurrentMergeScheduler();
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile Reach reach;

    /**
     * How far the store has been read.
     *
     * @param events the last sequence of the journal
     * @param words the last number of the outbox
     */
    public record Reach(long events, long words) {

        public static final Reach NOTHING = new Reach(0, 0);
    }

    /**
     * A page of candidates.
     *
     * @param next where the next page begins; empty when there is none
     */
    public record Page(List<Entry.Key> keys, Optional<Cursor> next) {
        public Page {
            keys = List.copyOf(keys);
        }
    }

    /** A place in the order of what was found. */
    public record Cursor(long at, long number, int kind) {}

    private static FieldType pairs() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(IndexOptions.DOCS);
        type.freeze();
        return type;
    }

    private ArchiveIndex(FSDirectory folder) throws IOException {
        this.folder = folder;
        IndexWriterConfig config = new IndexWriterConfig().setRAMBufferSizeMB(MEGABYTES).setIndexSort(NEWEST)
                .setCommitOnClose(false).setMergeScheduler(merges)
                .setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0));
        writer = new IndexWriter(folder, config);
        searchers = new SearcherManager(writer, null);
        reach = committed(writer);
    }

    /**
     * Opens an index, or makes one.
     *
     * @throws IOException when it is damaged or the disk refuses: it can be removed and made again
     */
    public static ArchiveIndex open(Path folder) throws IOException {
        FSDirectory directory = FSDirectory.open(folder);
        try {
            return new ArchiveIndex(directory);
        } catch (IOException | RuntimeException failure) {
            directory.close();
            throw failure;
        }
    }

    private static Reach committed(IndexWriter writer) {
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        if (data == null) {
            return Reach.NOTHING;
        }
        Map<String, String> known = StreamSupport.stream(data.spliterator(), false)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Reach(Long.parseLong(known.getOrDefault(EVENTS, "0")),
                Long.parseLong(known.getOrDefault(WORDS, "0")));
    }

    public Reach reach() {
        return reach;
    }

    /** Takes in what was said up to a place of the store; what is there already is replaced. */
    public synchronized void add(List<Entry> entries, Reach read) {
        try {
            for (Entry entry : entries) {
                writer.updateDocument(new Term(KEY, key(entry.key())), document(entry));
            }
            reach = read;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Makes durable, and visible, what was taken in. */
    public synchronized void commit() {
        try {
            writer.setLiveCommitData(Map.of(EVENTS, String.valueOf(reach.events()), WORDS,
                    String.valueOf(reach.words())).entrySet());
            writer.commit();
            searchers.maybeRefreshBlocking();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Begins again with nothing. */
    public synchronized void clear() {
        try {
            writer.deleteAll();
            reach = Reach.NOTHING;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        commit();
    }

    /** Forgets what is at some places, and leaves nothing of it on the disk. */
    public synchronized void forget(List<Entry.Key> keys) {
        try {
            writer.deleteDocuments(keys.stream().map(key -> new Term(KEY, key(key))).toArray(Term[]::new));
            for (int tries = 0; tries < TRIES && (tries == 0 || writer.hasDeletions()); tries++) {
                writer.forceMergeDeletes(true);
                merges.sync(); // what was under way already may have taken in what is forgotten
                commit();
            }
            writer.deleteUnusedFiles();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Forgets what was said in a conversation before a time. */
    public synchronized void forget(int lane, Instant before) {
        try {
            writer.deleteDocuments(new BooleanQuery.Builder()
                    .add(IntPoint.newExactQuery(LANE, lane), BooleanClause.Occur.FILTER)
                    .add(LongPoint.newRangeQuery(AT, Long.MIN_VALUE, before.toEpochMilli() - 1),
                            BooleanClause.Occur.FILTER)
                    .build());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Document document(Entry entry) {
        Document document = new Document();
        long at = entry.at().toEpochMilli();
        document.add(new Field(TEXT, new PairStream(Fold.of(entry.text())), PAIRS));
        document.add(new StringField(KEY, key(entry.key()), Field.Store.NO));
        document.add(new IntPoint(LANE, entry.lane()));
        document.add(new StringField(FROM, entry.from(), Field.Store.NO));
        document.add(new StringField(TYPE, entry.type(), Field.Store.NO));
        document.add(new LongPoint(AT, at));
        document.add(new NumericDocValuesField(AT, at));
        document.add(new NumericDocValuesField(NUMBER, entry.key().number()));
        document.add(new NumericDocValuesField(KIND, entry.key().kind().code()));
        return document;
    }

    private static String key(Entry.Key key) {
        return key.kind().code() + "/" + key.number();
    }

    /**
     * Candidates, newest first: everything that contains the words is among them, and now and then something that has
     * their pairs elsewhere.
     *
     * @param after where the page before ended; null for the first
     */
    public Page search(Question question, @Nullable Cursor after, int most) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                FieldDoc from = after == null
                        ? null
                        : new FieldDoc(Integer.MAX_VALUE, 0, new Object[]{after.at(), after.number(), after.kind()});
                ScoreDoc[] found = searcher.search(query(question),
                        new TopFieldCollectorManager(NEWEST, most, from, most)).scoreDocs;
                return page(found, most);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Page page(ScoreDoc[] found, int most) {
        List<Entry.Key> keys = new ArrayList<>(found.length);
        Cursor last = null;
        for (ScoreDoc each : found) {
            Object[] order = ((FieldDoc) each).fields;
            last = new Cursor((Long) order[0], (Long) order[1], (Integer) order[2]);
            keys.add(new Entry.Key(Entry.Kind.of(last.kind()), last.number()));
        }
        return new Page(keys, found.length < most ? Optional.empty() : Optional.ofNullable(last));
    }

    private static Query query(Question question) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        String folded = Fold.of(question.words());
        boolean single = folded.codePointCount(0, folded.length()) == 1;
        for (String term : single ? PairStream.singles(folded) : PairStream.pairs(folded)) {
            all.add(new TermQuery(new Term(TEXT, term)), BooleanClause.Occur.FILTER);
        }
        if (!question.lanes().isEmpty()) {
            all.add(IntPoint.newSetQuery(LANE, question.lanes()), BooleanClause.Occur.FILTER);
        }
        oneOf(FROM, question.from(), all);
        oneOf(TYPE, question.types(), all);
        all.add(LongPoint.newRangeQuery(AT, question.since().toEpochMilli(), question.until().toEpochMilli() - 1),
                BooleanClause.Occur.FILTER);
        all.add(MatchAllDocsQuery.INSTANCE, BooleanClause.Occur.SHOULD);
        return all.build();
    }

    private static void oneOf(String field, List<String> values, BooleanQuery.Builder all) {
        if (!values.isEmpty()) {
            all.add(new TermInSetQuery(field, values.stream().map(BytesRef::new).toList()),
                    BooleanClause.Occur.FILTER);
        }
    }

    /** How much is in it. */
    public int size() {
        return writer.getDocStats().numDocs;
    }

    @Override
    public void close() {
        try {
            searchers.close();
            writer.close();
            folder.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
