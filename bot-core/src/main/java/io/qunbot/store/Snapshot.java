package io.qunbot.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The evidence, and what it is about, as of one moment. */
@SuppressWarnings("ArrayRecordComponent") // carriers, never compared
final class Snapshot {

    private static final byte[] NOTHING = new byte[0];
    private static final int TOO_WIDE = 10_000_000;
    private static final int FEW = 10;

    private final Connection connection;

    Snapshot(Connection connection) {
        this.connection = connection;
    }

    /** A chain, with what stands at its beginning. */
    record Chain(int kind, int lane, String name, Optional<Cut> cut) {}

    /** See {@code seal_cut}. */
    record Cut(int day, byte[] head, long count, long loose) {}

    /** A tombstone as it is written down. */
    record Stone(Tombstone stone, long cut, byte[] link) {}

    /** An event that has no seal. */
    record Stray(long seq, String lane, int day) {}

    /**
     * A link of a chain.
     *
     * @param about the number of what it is about
     * @param content what is there; empty when nothing is
     * @param isOther whether what is there cannot have come about by itself
     */
    record Link(long number, long about, long gone, byte[] proof, byte[] content, boolean isOther) {}

    /** Takes links in their order. */
    interface Visitor {
        boolean visit(Link link);
    }

    List<Chain> chains(String only) throws SQLException {
        String each = "select distinct kind, lane from seal_day union select kind, lane from seal_cut"
                + " union select distinct 0, lane from seal";
        return list(row -> new Chain(row.getInt(1), row.getInt(2), row.getString(3) == null ? "" : row.getString(3),
                row.getObject(4) == null
                        ? Optional.empty()
                        : Optional.of(new Cut(row.getInt(4), row.getBytes(5), row.getLong(6), row.getLong(7)))),
                "select c.kind, c.lane, l.name, s.day, s.head, s.count, s.loose from (" + each + ") c"
                        + " left join lane l on l.id = c.lane left join seal_cut s on s.kind = c.kind"
                        + " and s.lane = c.lane where ? = '' or l.name = ? order by c.kind, c.lane",
                only, only);
    }

    List<SealDay> days(Chain chain) throws SQLException {
        return list(Seals::day, "select " + Seals.DAY + " from seal_day where kind = ? and lane = ? order by day",
                chain.kind(), chain.lane());
    }

    void links(Chain chain, Visitor visitor) throws SQLException {
        if (chain.kind() == SealDay.EVENTS) {
            each(row -> visitor.visit(event(row)), "select j.seq, j.lane, j.channel, j.id, j.at, j.received,"
                    + " j.state, j.payload, j.answer, j.rule, s.seq, s.gone, s.proof, l.name from seal s left join"
                    + " journal j on j.seq = s.seq left join lane l on l.id = j.lane where s.lane = ? order by s.seq",
                    chain.lane());
        } else {
            each(row -> visitor.visit(words(chain, row)), "select " + RowReader.OUTBOX.replace("id, seq, lane,",
                    "o.id, seq, o.lane,").replace(" outcome,", " o.outcome,")
                    + ", s.id, s.words, s.gone, s.proof, s.outcome, s.book, exists (select 1 from seal_open where"
                    + " seal_open.words = s.words), exists (select 1 from seal_words n where n.words = s.words and"
                    + " n.id > s.id) from seal_words s left join outbox o on o.id = s.words where s.lane = ?"
                    + " order by s.id", chain.lane());
        }
    }

    private static Link event(ResultSet row) throws SQLException {
        String name = row.getString(14);
        byte[] content = row.getObject(1) == null
                ? NOTHING
                : Leaf.content(name == null ? "" : name, RowReader.journal(row));
        return new Link(row.getLong(11), row.getLong(11), row.getLong(12), row.getBytes(13), content, false);
    }

    /** The last outcome that was sealed is the one that stands there, unless it is known not to be sealed yet. */
    private static Link words(Chain chain, ResultSet row) throws SQLException {
        int next = RowReader.OUTBOX.split(",", -1).length;
        String outcome = row.getString(next + 5);
        boolean open = row.getBoolean(next + 7) || row.getBoolean(next + 8);
        boolean there = row.getObject(1) != null;
        byte[] content = there
                ? Leaf.content(chain.name(), RowReader.outbox(row), outcome, row.getString(next + 6))
                : NOTHING;
        return new Link(row.getLong(next + 1), row.getLong(next + 2), row.getLong(next + 3), row.getBytes(next + 4),
                content, there && !open && !outcome.equals(row.getString(14)));
    }

    List<Stray> strays(String only, int most) throws SQLException {
        return list(row -> new Stray(row.getLong(1), row.getString(2) == null ? "" : row.getString(2),
                SealDay.dayOf(Instant.ofEpochMilli(row.getLong(3)))),
                "select j.seq, l.name, j.received from journal j left join lane l on l.id = j.lane"
                        + " where j.seq <= (select max(value) from mark where name = 'seal') and not exists"
                        + " (select 1 from seal s where s.lane = j.lane and s.seq = j.seq) and (? = '' or l.name = ?)"
                        + " order by j.seq limit ?",
                only, only, most);
    }

    List<Stone> stones() throws SQLException {
        return list(row -> new Stone(Seals.stone(row), row.getLong(7), row.getBytes(8)), "select " + Seals.STONE
                + ", cut, link from tombstone order by id");
    }

    boolean isStone(Head head) throws SQLException {
        return list(row -> HexFormat.of().formatHex(row.getBytes(1)), "select link from tombstone where id = ?",
                head.count()).contains(head.digest());
    }

    long mark(String name) throws SQLException {
        return list(row -> row.getLong(1), "select value from mark where name = ?", name).stream().findFirst()
                .orElse(0L);
    }

    long unsealed(String only) throws SQLException {
        return list(row -> row.getLong(1), "select count(*) from journal where seq > coalesce((select value from mark"
                + " where name = 'seal'), 0) and (? = '' or lane = (select id from lane where name = ?))", only, only)
                .getFirst();
    }

    /** Numbers within a day that nothing is known of, as far as they can be named. */
    String lost(int kind, SealDay day) {
        if (day.last() - day.first() > TOO_WIDE) {
            return "";
        }
        BitSet known = new BitSet();
        String table = kind == SealDay.EVENTS ? "select seq from seal where seq" : "select id from seal_words where id";
        try {
            each(row -> {
                known.set((int) (row.getLong(1) - day.first()));
                return true;
            }, table + " between ? and ?", day.first(), day.last());
        } catch (SQLException unreadable) {
            throw new StoreException("the evidence cannot be read", unreadable);
        }
        known.flip(0, (int) (day.last() - day.first()) + 1);
        return known.isEmpty()
                ? ""
                : known.stream().limit(FEW).mapToObj(at -> String.valueOf(day.first() + at))
                        .collect(Collectors.joining(", ", ": ", ""));
    }

    private <T> List<T> list(Readers.Mapper<T> mapper, String sql, @Nullable Object... values) throws SQLException {
        List<T> found = new ArrayList<>();
        each(row -> found.add(mapper.map(row)), sql, values);
        return found;
    }

    private void each(Readers.Mapper<Boolean> visitor, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next() && visitor.map(row)) {
                    // the visitor does the work
                }
            }
        }
    }
}
