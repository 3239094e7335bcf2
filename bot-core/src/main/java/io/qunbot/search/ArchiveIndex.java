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
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.IndexSortSortedNumericDocValuesRangeQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
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

    private static final String PAIRS = "text";
    private static final String SINGLES = "single";
    private static final String LANE = "lane";
    private static final String FROM = "from";
    private static final String TYPE = "type";
    private static final String AT = "at";
    private static final String KEY = "key";
    private static final String KIND = "kind";
    private static final String NUMBER = "number";
    private static final String EVENTS = "events";
    private static final String WORDS = "words";
    private static final String FORMAT = "format";
    /** How documents are made; an index of another format is made anew. */
    private static final int NEWEST_FORMAT = 2;
    private static final double MEGABYTES = 48;
    private static final int TRIES = 5;
    private static final Sort NEWEST = new Sort(new SortField(AT, SortField.Type.LONG, true),
            new SortField(NUMBER, SortField.Type.LONG, true), new SortField(KIND, SortField.Type.INT, true));
    private static final Sort OLDEST = new Sort(new SortField(AT, SortField.Type.LONG),
            new SortField(NUMBER, SortField.Type.LONG), new SortField(KIND, SortField.Type.INT));
    private static final FieldType IN_ORDER = terms(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final FieldType PRESENT = terms(IndexOptions.DOCS);

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
    public record Page(List<Cursor> places, Optional<Cursor> next) {
        public Page {
            places = List.copyOf(places);
        }

        public List<Entry.Key> keys() {
            return places.stream().map(Cursor::key).toList();
        }
    }

    /** A place in the order of what was found. */
    public record Cursor(long at, long number, int kind) {

        /** What stands there. */
        public Entry.Key key() {
            return new Entry.Key(Entry.Kind.of(kind), number);
        }
    }

    /** Which end of what was found comes first. */
    public enum Order {
        NEWEST_FIRST,
        OLDEST_FIRST
    }

    private static FieldType terms(IndexOptions options) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }

    private ArchiveIndex(FSDirectory folder) throws IOException {
        this.folder = folder;
        IndexWriterConfig config = new IndexWriterConfig().setRAMBufferSizeMB(MEGABYTES).setIndexSort(NEWEST)
                .setCommitOnClose(false).setMergeScheduler(merges)
                .setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0));
        writer = new IndexWriter(folder, config);
        if (!isOfThisFormat(writer)) {
            writer.deleteAll();
        }
        searchers = new SearcherManager(writer, null);
        reach = isOfThisFormat(writer) ? committed(writer) : Reach.NOTHING;
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

    private static boolean isOfThisFormat(IndexWriter writer) {
        return String.valueOf(NEWEST_FORMAT).equals(data(writer).get(FORMAT));
    }

    private static Reach committed(IndexWriter writer) {
        Map<String, String> known = data(writer);
        return new Reach(Long.parseLong(known.getOrDefault(EVENTS, "0")),
                Long.parseLong(known.getOrDefault(WORDS, "0")));
    }

    private static Map<String, String> data(IndexWriter writer) {
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        return data == null
                ? Map.of()
                : StreamSupport.stream(data.spliterator(), false)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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
                    String.valueOf(reach.words()), FORMAT, String.valueOf(NEWEST_FORMAT)).entrySet());
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
        String folded = Fold.of(entry.text());
        document.add(new Field(PAIRS, PairStream.ofPairs(folded), IN_ORDER));
        document.add(new Field(SINGLES, PairStream.ofSingles(folded), PRESENT));
        document.add(new StringField(KEY, key(entry.key()), Field.Store.NO));
        document.add(new IntPoint(LANE, entry.lane()));
        document.add(new StringField(FROM, entry.from(), Field.Store.NO));
        document.add(new StringField(TYPE, entry.type(), Field.Store.NO));
        document.add(new NumericDocValuesField(LANE, entry.lane()));
        document.add(new SortedDocValuesField(FROM, new BytesRef(entry.from())));
        document.add(new SortedDocValuesField(TYPE, new BytesRef(entry.type())));
        document.add(new LongPoint(AT, at));
        document.add(new NumericDocValuesField(AT, at));
        document.add(new NumericDocValuesField(NUMBER, entry.key().number()));
        document.add(new NumericDocValuesField(KIND, entry.key().kind().code()));
        return document;
    }

    private static String key(Entry.Key key) {
        return key.kind().code() + "/" + key.number();
    }

    /** Candidates, newest first; see {@link #search(Question, Cursor, int, Order)}. */
    public Page search(Question question, @Nullable Cursor after, int most) {
        return search(question, after, most, Order.NEWEST_FIRST);
    }

    /**
     * Candidates: everything that contains the words is among them, and now and then something that has their pairs
     * elsewhere.
     *
     * @param after where the page before ended; null for the first
     */
    public Page search(Question question, @Nullable Cursor after, int most, Order order) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                ScoreDoc[] found = searcher.search(query(after == null ? question : rest(question, after, order)),
                        new TopFieldCollectorManager(order == Order.NEWEST_FIRST ? NEWEST : OLDEST, most,
                                place(after), most)).scoreDocs;
                return page(found, most);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static @Nullable FieldDoc place(@Nullable Cursor after) {
        return after == null
                ? null
                : new FieldDoc(Integer.MAX_VALUE, 0, new Object[]{after.at(), after.number(), after.kind()});
    }

    /** What of the time is left behind a place, so that a late page does not look at all that came before it. */
    private static Question rest(Question question, Cursor after, Order order) {
        Instant at = Instant.ofEpochMilli(after.at());
        Instant since = order == Order.OLDEST_FIRST && at.isAfter(question.since()) ? at : question.since();
        Instant until = order == Order.NEWEST_FIRST && at.isBefore(question.until())
                ? at.plusMillis(1)
                : question.until();
        return new Question(question.words(), question.lanes(), question.from(), question.types(), since, until);
    }

    private static Page page(ScoreDoc[] found, int most) {
        List<Cursor> places = new ArrayList<>(found.length);
        for (ScoreDoc each : found) {
            Object[] order = ((FieldDoc) each).fields;
            places.add(new Cursor((Long) order[0], (Long) order[1], (Integer) order[2]));
        }
        return new Page(places, found.length < most ? Optional.empty() : Optional.of(places.getLast()));
    }

    private static Query query(Question question) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(MatchAllDocsQuery.INSTANCE, BooleanClause.Occur.FILTER);
        words(Fold.of(question.words())).ifPresent(words -> all.add(words, BooleanClause.Occur.FILTER));
        if (!question.lanes().isEmpty()) {
            all.add(IntPoint.newSetQuery(LANE, question.lanes()), BooleanClause.Occur.FILTER);
        }
        oneOf(FROM, question.from(), all);
        oneOf(TYPE, question.types(), all);
        all.add(time(question.since().toEpochMilli(), question.until().toEpochMilli() - 1),
                BooleanClause.Occur.FILTER);
        return new ConstantScoreQuery(all.build());
    }

    /** Pairs, each where it has to be behind the first: every other one is enough, with the last. */
    private static Optional<Query> words(String folded) {
        List<String> pairs = PairStream.pairs(folded);
        if (pairs.isEmpty()) {
            return folded.isEmpty() ? Optional.empty() : Optional.of(new TermQuery(new Term(SINGLES, folded)));
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        for (int at = 0; at < pairs.size(); at++) {
            if (at % 2 == 0 || at == pairs.size() - 1) {
                phrase.add(new Term(PAIRS, pairs.get(at)), at);
            }
        }
        return Optional.of(phrase.build());
    }

    /** Documents lie in the order of their time, so both ends are found at once. */
    private static Query time(long since, long last) {
        return new IndexSortSortedNumericDocValuesRangeQuery(AT, since, last,
                LongPoint.newRangeQuery(AT, since, last));
    }

    private static void oneOf(String field, List<String> values, BooleanQuery.Builder all) {
        if (!values.isEmpty()) {
            all.add(new TermInSetQuery(field, values.stream().map(BytesRef::new).toList()),
                    BooleanClause.Occur.FILTER);
        }
    }

    /** Looks at all that is in question, in no order; words are not looked for. */
    public void count(Question question, Tally tally) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                new Counting(LANE, AT, FROM, TYPE).run(searcher, query(question), tally);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Takes what is counted. */
    @FunctionalInterface
    public interface Tally {
        void take(int lane, long at, String from, String type);
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
