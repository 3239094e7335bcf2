package io.qunbot.store;

import io.qunbot.chat.EventId;
import io.qunbot.chat.LaneId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The store: one file, one {@link #writer()}, and the questions it answers. Thread-safe. Reads see what is
 * committed; each throws {@link StoreException} when the file can't be read.
 */
public final class Store implements AutoCloseable {

    private static final String JOURNAL = RowReader.JOURNAL;

    private static final int READERS = 3;
    private static final int FEW_READERS = 2;

    private final Path file;
    private final Connection connection;
    private final Writer writer;
    private final Readers readers;
    private final Ledger ledger;
    private final Sealing sealing;
    private @Nullable FileChannel bytes;

    private Store(Path file, Connection connection, int readers) throws SQLException {
        this.file = file;
        this.connection = connection;
        this.writer = new Writer(connection);
        this.readers = new Readers(file, readers);
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

    /** Groups and people. */
    public Rosters rosters() {
        return new Rosters(readers);
    }

    /** All events received at or after a time, newest first: for the memory of what came already. */
    public void recentIds(Instant since, BiConsumer<EventId, Long> visitor) {
        readers.each(row -> {
            visitor.accept(new EventId(row.getString(2), row.getString(3)), row.getLong(1));
            return row.getLong(4) >= since.toEpochMilli();
        }, "select seq, channel, id, received from journal order by seq desc");
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

    /** Events whose turn was not done when the process ended, oldest first. */
    public List<JournalRow> unfinished() {
        return readers.list(RowReader::journal, "select " + JOURNAL + " from journal where state = 0 and not exists"
                + " (select 1 from completion c where c.seq = journal.seq) order by seq");
    }

    /** Answers given after {@code seq} and received since a time: what somebody may not have fetched. */
    public List<JournalRow> answersSince(long seq, Instant since) {
        return readers.list(RowReader::journal, "select " + JOURNAL + " from journal where seq > ? and received >= ?"
                + " and answer is not null and not exists (select 1 from outbox o where o.seq = journal.seq"
                + " and o.kind = 'fallback') order by seq", seq, since.toEpochMilli());
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

    /** Everything that is remembered of a lane: plugin, key and JSON. */
    public void memory(int lane, MemoryVisitor visitor) {
        readers.each(row -> {
            visitor.accept(row.getString(1), row.getString(2), row.getString(3));
            return true;
        }, "select plugin, key, value from memory where lane = ?", lane);
    }

    /** One value that is remembered of a lane: one look-up by two keys. */
    public Optional<String> recall(LaneId lane, String plugin, String key) {
        return readers.list(row -> row.getString(1), "select m.value from lane l join memory m on m.lane = l.id"
                + " where l.name = ? and m.plugin = ? and m.key = ?", lane.value(), plugin, key).stream().findFirst();
    }

    /** When a member spoke, as far as it is written. */
    public Optional<SpokenRow> spoken(String member) {
        return readers.list(row -> new SpokenRow(row.getString(1), row.getLong(2), row.getLong(3)),
                "select member, last, days from activity where member = ?", member).stream().findFirst();
    }

    /** When all members spoke. */
    public void spoken(Consumer<SpokenRow> visitor) {
        readers.each(row -> {
            visitor.accept(new SpokenRow(row.getString(1), row.getLong(2), row.getLong(3)));
            return true;
        }, "select member, last, days from activity");
    }

    /** What is kept of all members in the one value that is read often: the lane's name and the JSON. */
    public void cards(BiConsumer<LaneId, String> visitor) {
        readers.each(row -> {
            visitor.accept(new LaneId(row.getString(1)), row.getString(2));
            return true;
        }, "select l.name, m.value from memory m join lane l on l.id = m.lane"
                + " where m.plugin = 'tags' and m.key = 'tags'");
    }

    /** A value that is remembered of a lane. */
    public record Recollection(LaneRow lane, String plugin, String key, String json) {}

    /** What plugins remember under a key, in all lanes. */
    public List<Recollection> remembered(String key) {
        return recollections("m.key = ?", key);
    }

    /** What plugins remember under keys with this beginning, in all lanes; what a plugin has of a lane is together. */
    public List<Recollection> rememberedUnder(String beginning) {
        return recollections("substr(m.key, 1, length(?)) = ?", beginning, beginning);
    }

    private List<Recollection> recollections(String which, Object... values) {
        return readers.list(row -> new Recollection(RowReader.lane(row), row.getString(6), row.getString(7),
                row.getString(8)), "select l.id, l.name, l.kind, l.channel, l.first_name, m.plugin, m.key, m.value from"
                        + " memory m join lane l on l.id = m.lane where " + which + " order by l.id, m.plugin, m.key",
                values);
    }

    /** Takes a remembered value. */
    @FunctionalInterface
    public interface MemoryVisitor {
        void accept(String plugin, String key, String json);
    }

    /** Alarms that are due, oldest first. */
    public List<AlarmRow> dueAlarms(Instant now, int most) {
        return readers.list(RowReader::alarm,
                "select " + RowReader.ALARM + " from alarm where at <= ? order by at limit ?",
                now.toEpochMilli(), most);
    }

    /** An alarm and the lane in which it rings. */
    public record Ringing(AlarmRow alarm, LaneRow lane) {}

    /** Alarms that are due with their lanes, oldest first. */
    public List<Ringing> ringing(Instant now, int most) {
        return readers.list(RowReader::ringing, "select a.lane, a.plugin, a.key, a.at, a.payload, l.id, l.name, l.kind,"
                + " l.channel, l.first_name from (select * from alarm where at <= ? order by at limit ?) a"
                + " join lane l on l.id = a.lane order by a.at", now.toEpochMilli(), most);
    }

    /** All alarms that are set. */
    public List<AlarmRow> alarms() {
        return readers.list(RowReader::alarm, "select " + RowReader.ALARM + " from alarm");
    }

    /** When the next alarm is due. */
    public Optional<Instant> nextAlarm() {
        return time("select min(at) from alarm");
    }

    public Optional<AlarmRow> alarm(int lane, String plugin, String key) {
        return readers.list(RowReader::alarm,
                "select " + RowReader.ALARM + " from alarm where lane = ? and plugin = ? and key = ?",
                lane, plugin, key).stream().findFirst();
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

    /** Rule files as they last took effect. */
    public SortedMap<String, byte[]> goodFiles() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        readers.each(row -> {
            files.put(row.getString(1), row.getBytes(2));
            return true;
        }, "select path, content from good_file");
        return files;
    }

    /** Brings the evidence up to date. */
    public Sealing sealing() {
        return sealing;
    }

    /** Where words may have been written down besides the journal. */
    public Traced traced() {
        return new Traced(readers);
    }

    /** Copies what was committed out of the log that is written ahead, and empties it. */
    public void checkpoint() {
        maintain("pragma wal_checkpoint(truncate)");
    }

    /**
     * The file as it lies on the disk, to be read and not to be closed: closing it would let go of the locks that keep
     * other processes from taking the store for theirs.
     */
    public synchronized FileChannel bytes() {
        try {
            FileChannel open = bytes == null ? FileChannel.open(file, StandardOpenOption.READ) : bytes;
            bytes = open;
            return open;
        } catch (IOException failure) {
            throw new StoreException("the store " + file + " cannot be read", failure);
        }
    }

    /** Writes the file anew, without anything that was left between its pages. Whoever writes waits meanwhile. */
    public void rewrite() {
        maintain("vacuum");
    }

    private void maintain(String statement) {
        try (Connection own = Sqlite.writer(file, true); var maintenance = own.createStatement()) {
            maintenance.execute(statement);
        } catch (SQLException failure) {
            throw new StoreException("the store " + file + " cannot be tidied", failure);
        }
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
        try (Connection snapshot = Sqlite.reader(file)) {
            snapshot.setAutoCommit(false);
            return new Verification(snapshot, kept).run(lane);
        } catch (SQLException failure) {
            throw new StoreException("the store " + file + " cannot be read", failure);
        }
    }

    public Books books() {
        return new Books(readers);
    }

    public Figures figures() {
        return new Figures(readers, file);
    }

    /** The last journal row that the index by chat covers. */
    public long indexedUntil() {
        return number("select coalesce(max(value), 0) from mark where name = 'chat_row'");
    }

    /** Copies the running store, consistently, into a file that must not exist. */
    public void backup(Path target) {
        if (Files.exists(target)) {
            throw new StoreException(target + " already exists; a backup never overwrites");
        }
        try (Connection source = Sqlite.reader(file); var statement = source.createStatement()) {
            statement.execute("pragma query_only = off");
            statement.execute("vacuum into '" + target.toString().replace("'", "''") + "'");
        } catch (SQLException failure) {
            throw new StoreException("the backup " + target + " cannot be written", failure);
        }
    }

    /** Writes what is queued and closes the file. */
    @Override
    public void close() {
        try {
            writer.close();
            readers.close();
            connection.close();
            FileChannel open = bytes;
            if (open != null) {
                open.close();
            }
        } catch (SQLException | IOException failure) {
            throw new StoreException("the store " + file + " cannot be closed", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private long number(String sql) {
        return readers.list(row -> row.getLong(1), sql).getFirst();
    }

    private Optional<Instant> time(String sql, Object... values) {
        return readers.list(row -> row.getObject(1) == null
                ? Optional.<Instant>empty()
                : Optional.of(Instant.ofEpochMilli(row.getLong(1))), sql, values).getFirst();
    }
}
