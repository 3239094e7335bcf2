package io.qunbot.store;

import io.qunbot.chat.EventId;
import io.qunbot.chat.LaneId;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The store: one file, one {@link #writer()}, and the questions it answers. Thread-safe. Reads see what is
 * committed; each throws {@link StoreException} when the file can't be read.
 */
public final class Store implements AutoCloseable {

    private static final String JOURNAL = RowReader.JOURNAL;

    private static final int READERS = 3;
    private static final int FEW_READERS = 2;

    private final Path path;
    private final StoreFile file;
    private final Connection connection;
    private final Writer writer;
    private final Readers readers;
    private final Ledger ledger;
    private final Sealing sealing;

    private Store(Path path, Connection connection, int readers) throws SQLException {
        this.path = path;
        this.file = new StoreFile(path);
        this.connection = connection;
        this.writer = new Writer(connection);
        this.readers = new Readers(path, readers);
        this.ledger = new Ledger(this.readers);
        this.sealing = new Sealing(this);
    }

    /** Opens or creates a store and starts its writer. */
    public static Store open(Path file, Thread.Builder writerThread) {
        return open(file, writerThread, true);
    }

    /** The same, except that what is committed may be lost with the machine: for simulations, which wait for no disk. */
    public static Store fleeting(Path file, Thread.Builder writerThread) {
        return open(file, writerThread, false);
    }

    private static Store open(Path file, Thread.Builder writerThread, boolean durable) {
        try {
            Connection connection = Sqlite.writer(file, durable);
            Schema.migrate(connection);
            Store store = new Store(file, connection, durable ? READERS : FEW_READERS);
            store.writer.start(writerThread);
            return store;
        } catch (SQLException failure) {
            throw new StoreException("the store " + file + " cannot be opened", failure);
        }
    }

    /**
     * Makes a store that goes on where another one is now, which is only read and may be in use. Its archive is not
     * copied.
     *
     * @param to a file that does not exist
     */
    public static void sketch(Path from, Path to) {
        Sketch.copy(from, to);
    }

    /** Loads SQLite ahead of the first {@link #open}; for a start that has something else to do meanwhile. */
    public static void prepare() {
        Sqlite.load();
    }

    /** Why turns ended as they did. */
    public Traces traces() {
        return new Traces(readers);
    }

    public Writer writer() {
        return writer;
    }

    /** Who looked into the archive. */
    public Accesses accesses() {
        return new Accesses(readers);
    }

    /** Who agreed, what media there are, and which messages are sealed. */
    public Keeps keeps() {
        return new Keeps(readers);
    }

    /** Campaigns. */
    public Campaigns campaigns() {
        return new Campaigns(readers);
    }

    /** What the last run left. */
    public LastRun lastRun() {
        return new LastRun(readers);
    }

    /** What plugins remember. */
    public Memories memories() {
        return new Memories(readers);
    }

    /** The alarms that are set. */
    public Alarms alarms() {
        return new Alarms(readers);
    }

    /** When members spoke. */
    public Activity activity() {
        return new Activity(readers);
    }

    /** The file that it lies in. */
    public StoreFile file() {
        return file;
    }

    /** Groups and people. */
    public Rosters rosters() {
        return new Rosters(readers);
    }

    public Optional<JournalRow> journal(long seq) {
        return readers.list(RowReader::journal, "select " + JOURNAL + " from journal where seq = ?", seq).stream()
                .findFirst();
    }

    /** Events after a place in the journal that were received since a time, in their order. */
    public List<JournalRow> journalAfter(long seq, Instant since, int most) {
        return readers.list(RowReader::journal, "select " + JOURNAL
                + " from journal where seq > ? and received >= ? order by seq limit ?", seq, since.toEpochMilli(),
                most);
    }

    /** Events after a place in the journal, in their order. */
    List<JournalRow> journalFrom(long seq, int most) {
        return readers.list(RowReader::journal, "select " + JOURNAL
                + " from journal where seq > ? order by seq limit ?", seq, most);
    }

    /** An event by its id; looks through everything, newest first. */
    public Optional<JournalRow> event(EventId id) {
        return readers.list(RowReader::journal, "select " + JOURNAL
                + " from journal where id = ? and channel = ? order by seq desc limit 1", id.key(), id.channel())
                .stream()
                .findFirst();
    }

    public long lastSeq() {
        return number("select coalesce(max(seq), 0) from journal");
    }

    public Optional<LaneRow> lane(LaneId id) {
        return readers.list(RowReader::lane, "select " + RowReader.LANE + " from lane where name = ?",
                id.value()).stream().findFirst();
    }

    public Optional<LaneRow> lane(int number) {
        return readers.list(RowReader::lane, "select " + RowReader.LANE + " from lane where id = ?",
                number).stream().findFirst();
    }

    public List<LaneRow> chats() {
        return readers.list(RowReader::lane,
                "select " + RowReader.LANE + " from lane where kind is not null order by id");
    }

    public int lastLane() {
        return (int) number("select coalesce(max(id), 0) from lane");
    }

    /** The words that an event caused. */
    public List<OutboxRow> wordsOf(long seq) {
        return outgoing().of(seq);
    }

    /** The words that leave. */
    public Outgoing outgoing() {
        return new Outgoing(readers);
    }

    /** What was used of the budgets. */
    public Ledger ledger() {
        return ledger;
    }

    /** The newest events of a lane, oldest first; everything committed, indexed or not. */
    public List<JournalRow> newest(int lane, int most) {
        return readers.list(RowReader::journal, "select " + JOURNAL + " from (select j.* from journal j"
                + " where j.seq in (select seq from chat_row where lane = ? order by seq desc limit ?)"
                + " union all select j.* from journal j where j.lane = ? and j.seq > "
                + "coalesce((select value from mark where name = 'chat_row'), 0)) order by seq desc limit ?",
                lane, most, lane, most).reversed();
    }

    /** A number that is kept under a name; 0 when there is none. */
    public long mark(String name) {
        return readers.list(row -> row.getLong(1), "select value from mark where name = ?", name).stream().findFirst()
                .orElse(0L);
    }

    /** Whether whoever said what is at a place of the journal took it back. */
    public boolean isRecalled(long seq) {
        return number("select count(*) from journal j join recalled r on r.channel = j.channel and r.id = j.id"
                + " where j.seq = " + seq) > 0;
    }

    /** All numbers that are kept under names with this beginning. */
    public SortedMap<String, Long> marks(String beginning) {
        SortedMap<String, Long> marks = new TreeMap<>();
        readers.each(row -> {
            if (row.getString(1).startsWith(beginning)) {
                marks.put(row.getString(1), row.getLong(2));
            }
            return true;
        }, "select name, value from mark");
        return marks;
    }

    /** A remark and the event that it is about. */
    public record Remarked(RemarkRow remark, JournalRow event) {}

    /** Remarks since a time, oldest first; those whose event is forgotten are gone with it. */
    public List<Remarked> remarks(Instant since) {
        return readers.list(row -> new Remarked(RowReader.remark(row), RowReader.journal(row)), "select " + JOURNAL
                + ", profile, plugin, kind, subject, number, remarked from (select seq as about, profile, plugin, kind,"
                + " subject, number, at as remarked from remark where at >= ?) r join journal j on j.seq = r.about"
                + " order by remarked, about", since.toEpochMilli());
    }

    /** Brings the evidence up to date. */
    public Sealing sealing() {
        return sealing;
    }

    /** Where words may have been written down besides the journal. */
    public Traced traced() {
        return new Traced(readers);
    }

    /** What proves that nothing was changed. */
    public Seals seals() {
        return new Seals(readers);
    }

    /**
     * Looks through everything as it is at this moment, and whether it is what was sealed.
     *
     * @param lane the name of the one to be looked at; empty for all
     * @param kept heads that were written down before; may be empty
     */
    public Evidence verify(String lane, List<Head> kept) {
        try (Connection snapshot = Sqlite.reader(path)) {
            snapshot.setAutoCommit(false);
            return new Verification(snapshot, kept).run(lane);
        } catch (SQLException failure) {
            throw new StoreException("the store " + path + " cannot be read", failure);
        }
    }

    public Books books() {
        return new Books(readers);
    }

    public Figures figures() {
        return new Figures(readers, path);
    }

    /** The last journal row that the index by chat covers. */
    public long indexedUntil() {
        return number("select coalesce(max(value), 0) from mark where name = 'chat_row'");
    }

    /** Writes what is queued and closes the file. */
    @Override
    public void close() {
        try {
            writer.close();
            readers.close();
            connection.close();
            file.close();
        } catch (SQLException | IOException failure) {
            throw new StoreException("the store " + path + " cannot be closed", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private long number(String sql) {
        return readers.list(row -> row.getLong(1), sql).getFirst();
    }
}
