package io.qunbot.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * The index of what was said, newest first. It remembers with each commit how far it has read, and goes on there after
 * a crash. It names candidates: whoever asks looks whether the words are really there. Thread-safe.
 */
public final class ArchiveIndex implements AutoCloseable {

    private static final String EVENTS = "events";
    private static final String WORDS = "words";
    private static final String FORMAT = "format";
    /** How documents are made; an index of another format is made anew. */
    private static final int NEWEST_FORMAT = 2;
    private static final double MEGABYTES = 48;
    private static final int TRIES = 5;
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

    private ArchiveIndex(FSDirectory folder) throws IOException {
        this.folder = folder;
        IndexWriterConfig config = new IndexWriterConfig().setRAMBufferSizeMB(MEGABYTES).setIndexSort(Paging.NEWEST)
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
                writer.updateDocument(Documents.term(entry.key()), Documents.of(entry));
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
            writer.deleteDocuments(keys.stream().map(Documents::term).toArray(Term[]::new));
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
            writer.deleteDocuments(Queries.before(lane, before));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
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
                Paging paging = new Paging(after, most, order);
                return paging.page(searcher.search(Queries.of(paging.rest(question)), paging.collector()).scoreDocs);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Looks at all that is in question, in no order; words are not looked for. */
    public void count(Question question, Tally tally) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                Counting.run(searcher, Queries.of(question), tally);
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
