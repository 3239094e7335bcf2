package io.qunbot.store;

import io.qunbot.chat.Chat;
import io.qunbot.chat.EventId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may be written, each statement prepared once. Belongs to the writer's thread. */
public final class Tables {

    private static final String APPEND = """
            insert into journal (seq, lane, channel, id, at, received, state, payload, answer, rule)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private PreparedStatement append;
    private long nextSeq;
    private long nextOutbox;

    Tables(Connection connection) throws SQLException {
        this.connection = connection;
        this.append = connection.prepareStatement(APPEND);
        readSequences();
    }

    /**
     * Begins anew after a rollback: what was given out of the sequences since the last commit is free, and
     * statements that the database took away from us are prepared again.
     */
    void reset() throws SQLException {
        prepared.clear();
        append = connection.prepareStatement(APPEND);
        readSequences();
    }

    private void readSequences() throws SQLException {
        nextSeq = next("select max(seq) from journal", Sealing.EVENTS);
        nextOutbox = next("select max(id) from outbox", Sealing.WORDS);
    }

    /** No number is given twice, also where the newest are forgotten. */
    private long next(String last, String mark) throws SQLException {
        return Math.max(read(last), read("select max(value) from mark where name = '" + mark + "'")) + 1;
    }

    /** @return the row's sequence number */
    public long append(JournalRow row) throws WriteException {
        long seq = nextSeq++;
        try {
            fill(seq, row);
            append.executeUpdate();
        } catch (SQLException failure) {
            throw new WriteException(failure);
        }
        return seq;
    }

    private void fill(long seq, JournalRow row) throws SQLException {
        append.setLong(1, seq);
        append.setInt(2, row.lane());
        append.setString(3, row.id().channel());
        append.setString(4, row.id().key());
        append.setLong(5, row.at().toEpochMilli());
        append.setLong(6, row.received().toEpochMilli());
        append.setInt(7, row.state().code());
        append.setBytes(8, row.payload());
        text(append, 9, row.answer());
        text(append, 10, row.rule());
    }

    public void complete(long seq, Instant at, JournalState state) throws WriteException {
        run("insert into completion (seq, at, state) values (?, ?, ?)", seq, at.toEpochMilli(), state.code());
    }

    public void lane(LaneRow lane, Instant now) throws WriteException {
        run("""
                insert into lane (id, name, kind, channel, first_name, first_seen) values (?, ?, ?, ?, ?, ?)
                on conflict (id) do update set kind = excluded.kind, channel = excluded.channel,
                first_name = coalesce(lane.first_name, excluded.first_name)""",
                lane.number(), lane.id().value(), lane.chat().map(chat -> chat.kind().name()).orElse(null),
                lane.chat().map(Chat::channel).orElse(null), lane.firstName().orElse(null), now.toEpochMilli());
    }

    public void remember(int lane, String plugin, String key, String json) throws WriteException {
        run("""
                insert into memory (lane, plugin, key, value) values (?, ?, ?, ?)
                on conflict (lane, plugin, key) do update set value = excluded.value""", lane, plugin, key, json);
    }

    public void forget(int lane, String plugin, String key) throws WriteException {
        run("delete from memory where lane = ? and plugin = ? and key = ?", lane, plugin, key);
    }

    public void wake(AlarmRow alarm) throws WriteException {
        run("""
                insert into alarm (lane, plugin, key, at, payload) values (?, ?, ?, ?, ?)
                on conflict (lane, plugin, key) do update set at = excluded.at, payload = excluded.payload""",
                alarm.lane(), alarm.plugin(), alarm.key(), alarm.at().toEpochMilli(), alarm.payload());
    }

    public void cancel(int lane, String plugin, String key) throws WriteException {
        run("delete from alarm where lane = ? and plugin = ? and key = ?", lane, plugin, key);
    }

    /** Cancels an alarm unless it was set anew meanwhile. */
    public void cancel(AlarmRow alarm) throws WriteException {
        run("delete from alarm where lane = ? and plugin = ? and key = ? and at = ?", alarm.lane(), alarm.plugin(),
                alarm.key(), alarm.at().toEpochMilli());
    }

    /** @return the row's id */
    public long post(OutboxRow row) throws WriteException {
        long id = nextOutbox++;
        OutboxTables.of(this).add(id, row);
        return id;
    }

    /**
     * Deletes at most {@code most} journal rows of a lane that are older, with their outbox rows. What is not sealed
     * stays until it is.
     *
     * @return how many
     */
    public int purge(int lane, Instant before, int most) throws WriteException {
        return new Forgetting(this).expire(lane, before, most);
    }

    /** @param turn the journal row that a remark without one is about */
    public void remark(RemarkRow remark, long turn) throws WriteException {
        RemarkRow row = remark.withSeq(turn);
        run("insert into remark (seq, profile, plugin, kind, subject, number, at) values (?, ?, ?, ?, ?, ?, ?)",
                row.seq(), row.profile(), row.plugin(), row.kind(), row.subject(), row.number(),
                row.at().toEpochMilli());
    }

    public void dropRemarks(String profile, String plugin, Instant before) throws WriteException {
        run("delete from remark where profile = ? and plugin = ? and at < ?", profile, plugin, before.toEpochMilli());
    }

    public void keepFile(String path, byte[] content, Instant now) throws WriteException {
        run("""
                insert into good_file (path, content, at) values (?, ?, ?)
                on conflict (path) do update set content = excluded.content, at = excluded.at""",
                path, content, now.toEpochMilli());
    }

    public void dropFile(String path) throws WriteException {
        run("delete from good_file where path = ?", path);
    }

    /** Brings the index by chat up to {@code until}, both the rows and the mark. */
    void indexChats(long after, long until) throws WriteException {
        if (number("select coalesce(max(value), 0) from mark where name = 'chat_row'") != after) {
            return; // an earlier batch was still on its way when this one was made
        }
        run("insert into chat_row (lane, seq) select lane, seq from journal where seq > ? and seq <= ? order by lane, seq",
                after, until);
        mark("chat_row", until);
    }

    /**
     * Notes that a message was heard; of the same message a second time nothing changes.
     *
     * @return whether it is new
     */
    public boolean hear(Instant at, long print) throws WriteException {
        return run("insert into heard (at, print) values (?, ?) on conflict do nothing", at.toEpochMilli(), print) > 0;
    }

    /** Keeps when a member spoke, in place of what was kept before. */
    public void spoke(SpokenRow row) throws WriteException {
        run("insert into activity (member, last, days) values (?, ?, ?) on conflict (member) do update set"
                + " last = excluded.last, days = excluded.days", row.member(), row.last(), row.days());
    }

    /** Notes that a message was taken back. */
    public void recall(EventId message) throws WriteException {
        run("insert into recalled (channel, id) values (?, ?) on conflict do nothing", message.channel(),
                message.key());
    }

    public void mark(String name, long value) throws WriteException {
        run("insert into mark (name, value) values (?, ?) on conflict (name) do update set value = excluded.value",
                name, value);
    }

    /** Lets the file grow to so many pages and no further, as a full disk would. */
    void growTo(long pages) throws WriteException {
        number("pragma max_page_count = " + pages);
    }

    /** Gives free pages back to the disk, at most so many. @return how many are left */
    public long giveBack(int pages) throws WriteException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("pragma incremental_vacuum(" + pages + ")"); // all of it, not one page
        } catch (SQLException failure) {
            throw new WriteException(failure);
        }
        return number("pragma freelist_count");
    }

    void savepoint() throws WriteException {
        run("savepoint unit");
    }

    void release() throws WriteException {
        run("release savepoint unit");
    }

    void rollbackToSavepoint() throws WriteException {
        run("rollback to savepoint unit");
        run("release savepoint unit");
    }

    <T> List<T> list(Readers.Mapper<T> mapper, String sql, @Nullable Object... values) throws WriteException {
        try (ResultSet row = statement(sql, values).executeQuery()) {
            List<T> found = new ArrayList<>();
            while (row.next()) {
                found.add(mapper.map(row));
            }
            return found;
        } catch (SQLException failure) {
            throw new WriteException(failure);
        }
    }

    private PreparedStatement statement(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int at = 0; at < values.length; at++) {
            statement.setObject(at + 1, values[at]);
        }
        return statement;
    }

    int run(String sql, @Nullable Object... values) throws WriteException {
        try {
            return statement(sql, values).executeUpdate();
        } catch (SQLException failure) {
            throw new WriteException(failure);
        }
    }

    private long read(String sql) throws SQLException {
        try (var statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    long number(String sql) throws WriteException {
        try {
            return read(sql);
        } catch (SQLException failure) {
            throw new WriteException(failure);
        }
    }

    private static void text(PreparedStatement statement, int at, @Nullable String value) throws SQLException {
        if (value == null) {
            statement.setNull(at, Types.VARCHAR);
        } else {
            statement.setString(at, value);
        }
    }
}
