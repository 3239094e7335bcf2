package io.qunbot.store;

import io.qunbot.chat.ChatId;
import io.qunbot.chat.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads who agreed, what media there are, and which messages are sealed. Thread-safe. */
public final class Keeps {

    private static final String MEDIUM = "seq, part, lane, channel, type, at, size, state, hash, tries, due, got, resume,"
            + " reason";

    private final Readers readers;

    Keeps(Readers readers) {
        this.readers = readers;
    }

    /** Who agreed in a conversation and who did not, in the order of time. */
    public List<ConsentRow> consents(ChatId chat) {
        return readers.list(row -> new ConsentRow(chat, new MemberId(row.getString(1)), time(row, 2),
                row.getInt(3) == 1), "select member, at, agreed from consent where chat = ? order by member, at",
                chat.value());
    }

    /** The media of a message, in their order. */
    public List<MediumRow> media(long seq) {
        return media("where seq = ? order by part", seq);
    }

    /** What is to be fetched, what is due first. */
    public List<MediumRow> due(Instant now, int most) {
        return media("where state = 0 and due <= ? order by due, seq limit ?", now.toEpochMilli(), most);
    }

    /** What is on disk, from the oldest message on, behind a place. */
    public List<MediumRow> stored(Instant from, int most) {
        return media("where state = 1 and at >= ? order by at, seq, part limit ?", from.toEpochMilli(), most);
    }

    /** In how many messages a content is. */
    public long uses(String hash) {
        return readers.list(row -> row.getLong(1), "select count(*) from medium where state = 1 and hash = ?", hash)
                .getFirst();
    }

    /** How many bytes are on disk, each content once. */
    public long bytes() {
        return readers.list(row -> row.getLong(1), "select coalesce(sum(size), 0) from"
                + " (select hash, max(size) as size from medium where state = 1 group by hash) each").getFirst();
    }

    /** How many media there are of each state. */
    public Map<MediumRow.State, Long> states() {
        Map<MediumRow.State, Long> states = new TreeMap<>();
        readers.each(row -> {
            states.put(MediumRow.State.of(row.getInt(1)), row.getLong(2));
            return true;
        }, "select state, count(*) from medium group by state");
        return states;
    }

    /** How many messages are sealed, by the version of the key. */
    public SortedMap<Integer, Long> sealed(String channel) {
        SortedMap<Integer, Long> versions = new TreeMap<>();
        readers.each(row -> {
            versions.put(row.getInt(1), row.getLong(2));
            return true;
        }, "select version, count(*) from sealed where channel = ? and seq in (select seq from journal) group by version",
                channel);
        return versions;
    }

    /** Sealed messages behind a place of the journal. */
    public List<JournalRow> sealedAfter(String channel, long seq, int most) {
        return readers.list(RowReader::journal, "select " + RowReader.JOURNAL + " from journal where seq in"
                + " (select seq from sealed where channel = ? and seq > ? order by seq limit ?) order by seq", channel,
                seq, most);
    }

    private List<MediumRow> media(String where, Object... values) {
        return readers.list(Keeps::medium, "select " + MEDIUM + " from medium " + where, values);
    }

    private static MediumRow medium(ResultSet row) throws SQLException {
        return new MediumRow(row.getLong(1), row.getInt(2), row.getInt(3), row.getString(4), row.getString(5),
                time(row, 6), row.getLong(7), new MediumRow.Progress(MediumRow.State.of(row.getInt(8)),
                        row.getString(9), row.getInt(10), time(row, 11), row.getLong(12), row.getString(13),
                        row.getString(14)));
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }
}
