package io.qunbot.store;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Delivery;
import io.qunbot.chat.EventId;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.Manner;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Urgency;
import io.qunbot.chat.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes values of rows; the columns of each stand beside it. */
final class RowReader {

    static final String JOURNAL = "seq, lane, channel, id, at, received, state, payload, answer, rule";
    static final String LANE = "id, name, kind, channel, first_name";
    static final String ALARM = "lane, plugin, key, at, payload";
    private static final int ALARM_COLUMNS = 5;
    static final String OUTBOX = "id, seq, lane, channel, kind, recipient, body, plugin, rule, created, due, expires,"
            + " attempts, outcome, reason, gateway, urgency, asked, delivery, merge_key, about, reference, sending, doubt,"
            + " quote, deadline, next, step, verdict, judge, note, unsure";

    private RowReader() {}

    static JournalRow journal(ResultSet row) throws SQLException {
        return new JournalRow(row.getLong(1), row.getInt(2), new EventId(row.getString(3), row.getString(4)),
                time(row, 5), time(row, 6), JournalState.of(row.getInt(7)), row.getBytes(8), row.getString(9),
                row.getString(10));
    }

    /** The columns of a remark, behind those of its event. */
    static RemarkRow remark(ResultSet row) throws SQLException {
        return new RemarkRow(row.getLong(1), row.getString(11), row.getString(12), row.getString(13),
                row.getString(14), row.getDouble(15), time(row, 16));
    }

    static LaneRow lane(ResultSet row) throws SQLException {
        return lane(row, 0);
    }

    /** @param before how many columns are not the lane's */
    private static LaneRow lane(ResultSet row, int before) throws SQLException {
        LaneId id = new LaneId(row.getString(before + 2));
        String channel = row.getString(before + 4);
        Optional<Chat> chat = Optional.ofNullable(row.getString(before + 3)).map(ChatKind::valueOf)
                .map(kind -> new Chat(new ChatId(id.subject()), kind, channel));
        return new LaneRow(row.getInt(before + 1), id, chat, Optional.ofNullable(row.getString(before + 5)));
    }

    /** An alarm with the lane behind it. */
    static Ringing ringing(ResultSet row) throws SQLException {
        return new Ringing(alarm(row), lane(row, ALARM_COLUMNS));
    }

    static AlarmRow alarm(ResultSet row) throws SQLException {
        return new AlarmRow(row.getInt(1), row.getString(2), row.getString(3), time(row, 4), row.getString(5));
    }

    static OutboxRow outbox(ResultSet row) throws SQLException {
        return new OutboxRow(row.getLong(1), row.getLong(2), row.getInt(3), row.getString(4), row.getString(5),
                row.getString(6), row.getString(7), row.getString(8), row.getString(9), time(row, 10), time(row, 11),
                time(row, 12), row.getInt(13), Outcome.valueOf(row.getString(14)), row.getString(15), route(row),
                duty(row));
    }

    private static OutboxRow.Route route(ResultSet row) throws SQLException {
        Manner manner = new Manner(Urgency.of(row.getInt(17)), row.getInt(18) == 1,
                Delivery.valueOf(row.getString(19)), row.getString(20), members(row.getString(21)));
        return new OutboxRow.Route(row.getString(16), manner, row.getString(22), row.getInt(23) == 1,
                row.getInt(24) == 1, moment(row, 32));
    }

    private static Duty duty(ResultSet row) throws SQLException {
        String verdict = row.getString(29);
        List<List<MemberId>> queue = Arrays.stream(row.getString(27).split("\\|", -1)).map(RowReader::members).toList();
        return new Duty(row.getString(25), moment(row, 26), queue.getFirst(), queue.subList(1, queue.size()),
                Duration.ofMillis(row.getLong(28)),
                verdict.isEmpty() ? Optional.empty() : Optional.of(Verdict.valueOf(verdict)),
                members(row.getString(30)).stream().findFirst(), row.getString(31));
    }

    private static List<MemberId> members(String accounts) {
        return Arrays.stream(accounts.split(",", -1)).filter(member -> !member.isEmpty()).map(MemberId::new).toList();
    }

    /** Columns of which 0 means never. */
    private static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
        return row.getLong(column) == 0 ? Optional.empty() : Optional.of(time(row, column));
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }
}
