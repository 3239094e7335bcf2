package io.qunbot.store;

import io.qunbot.chat.EventId;
import io.qunbot.chat.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is known of the words that leave. Thread-safe; sees what is committed. */
public final class Outgoing {

    private static final String SELECT = "select " + RowReader.OUTBOX + " from outbox ";
    /** What has a deadline and no end; the condition of the index stands in it as it is written, so that it is used. */
    private static final String OPEN = "verdict = '' and kind in ('draft', 'task', 'tell')"
            + " and kind in ('draft', 'tell') and deadline > 0";
    /** What somebody has to take up; what could not be brought to a colleague goes to the next one. */
    private static final String UNTAKEN = "(outcome || '' in ('SENT', 'DRAFT_FOR_HUMAN', 'UNSUPPORTED')"
            + " or outcome || '' = 'FAILED' and next <> '')"; // joined, so that the index of outcomes is not taken

    private final Readers readers;

    Outgoing(Readers readers) {
        this.readers = readers;
    }

    /**
     * A page of what a gateway may deliver, the most urgent first and the oldest of those. Words of a conversation
     * stay behind earlier ones that are tried again later, unless they are more urgent, or nobody knows of those
     * whether they were said and a second try did not tell either.
     *
     * @param after the last of the page before; empty for the first page
     */
    public List<OutboxRow> due(String gateway, Instant now, Optional<OutboxRow> after, int most) {
        int urgency = after.map(row -> row.manner().urgency().rank()).orElse(-1);
        return list(SELECT + "o where outcome = 'WAITING' and gateway = ? and due <= ?"
                + " and (urgency > ? or (urgency = ? and id > ?)) and not exists (select 1 from outbox e"
                + " where e.outcome = 'WAITING' and e.gateway = o.gateway and e.lane = o.lane and e.id < o.id"
                + " and e.urgency <= o.urgency and e.attempts > 0 and (e.doubt = 0 or e.attempts = 1) and e.due > ?)"
                + " order by urgency, id limit ?", gateway,
                now.toEpochMilli(), urgency, urgency, after.map(OutboxRow::id).orElse(0L), now.toEpochMilli(), most);
    }

    /** When the next of a gateway's words are due that are not due yet. */
    public Optional<Instant> next(String gateway, Instant now) {
        return readers.list(row -> row.getObject(1) == null
                ? Optional.<Instant>empty()
                : Optional.of(Instant.ofEpochMilli(row.getLong(1))),
                "select min(due) from outbox where outcome = 'WAITING' and gateway = ? and due > ?", gateway,
                now.toEpochMilli()).getFirst();
    }

    /** Words of a gateway that wait and are not worth saying any more. */
    public List<OutboxRow> overdue(String gateway, Instant now, int most) {
        return list(SELECT + "where outcome = 'WAITING' and gateway = ? and expires < ? order by id limit ?", gateway,
                now.toEpochMilli(), most);
    }

    /** Whether the same was said in the conversation since a time, in words of the outbox other than these. */
    public boolean wasSaid(OutboxRow words, Instant since) {
        return exists("select 1 from outbox where lane = ? and body = ? and id <> ? and kind <> 'tell' and updated >= ?"
                + " and outcome in ('SENT', 'QUEUED_FOR_CONFIRMATION', 'DRAFT_FOR_HUMAN')", words.lane(), words.body(),
                words.id(), since.toEpochMilli());
    }

    /** Whether newer words wait in the conversation that are to be said in place of these. */
    public boolean hasNewer(OutboxRow words) {
        return !words.manner().merge().isEmpty()
                && exists("select 1 from outbox where lane = ? and id > ? and merge_key = ? and outcome = 'WAITING'",
                        words.lane(), words.id(), words.manner().merge());
    }

    public Optional<OutboxRow> words(long id) {
        return list(SELECT + "where id = ?", id).stream().findFirst();
    }

    /** The words that an event caused, in order. */
    public List<OutboxRow> of(long seq) {
        return list(SELECT + "where seq = ? order by id", seq);
    }

    /** What a channel is being asked for, in order. */
    public List<OutboxRow> sending(String gateway) {
        return list(SELECT + "where outcome = 'WAITING' and gateway = ? and sending = 1 order by id", gateway);
    }

    /** What colleagues get while they work, waits on a channel and is due, in order. */
    public List<OutboxRow> waitingForColleagues(String gateway, Instant now) {
        return list(SELECT + "where outcome = 'WAITING' and gateway = ? and due <= ? and expires >= ? and asked = 0"
                + " and kind in ('draft', 'tell') order by id", gateway, now.toEpochMilli(), now.toEpochMilli());
    }

    /** Words that were decided after others, in order. */
    public List<OutboxRow> after(long id) {
        return list(SELECT + "where id > ? order by id", id);
    }

    /** So many of the words that were decided after others, in their order. */
    public List<OutboxRow> after(long id, int most) {
        return list(SELECT + "where id > ? order by id limit ?", id, most);
    }

    /** Words and the event that caused them. */
    public record Caused(EventId by, OutboxRow words) {}

    /** The same with what caused them, as long as the archive has it. */
    public List<Caused> causedAfter(long id) {
        return readers.list(row -> new Caused(new EventId(row.getString("by_channel"), row.getString("by_id")),
                RowReader.outbox(row)),
                "select o.*, j.channel as by_channel, j.id as by_id from (" + SELECT + "where id > ?) o"
                        + " join journal j on j.seq = o.seq order by o.id",
                id);
    }

    /** The last of the words that were decided so far, 0 when there are none. */
    public long last() {
        return readers.list(row -> row.getLong(1), "select coalesce(max(id), 0) from outbox").getFirst();
    }

    /** The newest words, the newest first. */
    public List<OutboxRow> newest(Question question) {
        return list(SELECT + "where created >= ? and (? = '' or outcome = ?) and (? = 0 or lane = ?)"
                + " order by id desc limit ?", question.since().toEpochMilli(), question.outcome(), question.outcome(),
                question.lane(), question.lane(), question.most());
    }

    /**
     * Which words are asked for.
     *
     * @param lane 0 for all
     * @param outcome empty for all
     */
    public record Question(int lane, String outcome, Instant since, int most) {}

    /** How many words there are by outcome. */
    public Map<String, Long> outcomes() {
        Map<String, Long> counts = new TreeMap<>();
        readers.each(row -> {
            counts.put(row.getString(1), row.getLong(2));
            return true;
        }, "select outcome, count(*) from outbox group by outcome");
        return counts;
    }

    /** What colleagues have before them and should have taken up by now. */
    public List<OutboxRow> overtime(Instant now) {
        return list(SELECT + "where deadline <= ? and " + OPEN + " and " + UNTAKEN + " order by deadline, id",
                now.toEpochMilli());
    }

    /** The tasks that somebody has to confirm. */
    public List<OutboxRow> tasks() {
        return list(SELECT + "where kind = 'task' and outcome = 'QUEUED_FOR_CONFIRMATION' order by id");
    }

    /** When the next of these is overdue; what is still on its way may be soon after it arrived. */
    public Optional<Instant> nextDeadline(Instant now) {
        return readers.list(row -> row.getObject(1) == null
                ? Optional.<Instant>empty()
                : Optional.of(Instant.ofEpochMilli(row.getLong(1))),
                "select min(deadline) from outbox where " + OPEN + " and (" + UNTAKEN
                        + " or (outcome || '' = 'WAITING' and deadline > ?))",
                now.toEpochMilli()).getFirst();
    }

    /** What colleagues have before them and nobody has taken up, the oldest first. */
    public List<OutboxRow> onDesks(Instant since) {
        return list(SELECT + "where verdict = '' and kind in ('draft', 'task', 'tell') and created >= ? and outcome in"
                + " ('WAITING', 'SENT', 'QUEUED_FOR_CONFIRMATION', 'DRAFT_FOR_HUMAN', 'UNSUPPORTED')"
                + " order by id", since.toEpochMilli());
    }

    /** What colleagues have got and nobody has taken up, the oldest first. */
    public List<Laid> laid(Instant since) {
        return readers.list(row -> new Laid(RowReader.outbox(row), Instant.ofEpochMilli(row.getLong(32))),
                "select " + RowReader.OUTBOX + ", case kind when 'task' then created else updated end from outbox"
                        + " where verdict = '' and kind in ('draft', 'task', 'tell') and created >= ? and outcome in"
                        + " ('SENT', 'QUEUED_FOR_CONFIRMATION', 'DRAFT_FOR_HUMAN') order by id",
                since.toEpochMilli());
    }

    /**
     * Words before a colleague.
     *
     * @param at when they got there
     */
    public record Laid(OutboxRow words, Instant at) {}

    /** What was only recorded, the oldest first. */
    public List<OutboxRow> watched(Instant since) {
        return list(SELECT + "where outcome = 'WATCHED' and kind in ('say', 'tell') and created >= ? order by id",
                since.toEpochMilli());
    }

    /** How often colleagues judged drafts, and what was only watched, of each rule how, since a time. */
    public List<Judged> judged(Instant since) {
        return judged(since, Instant.ofEpochMilli(Long.MAX_VALUE));
    }

    /** The same until before a time. */
    public List<Judged> judged(Instant since, Instant until) {
        return readers.list(row -> new Judged(row.getInt(1), row.getString(2) + "/" + row.getString(3),
                Verdict.valueOf(row.getString(4)), row.getLong(5)),
                "select lane, plugin, rule, verdict, count(*) from outbox where verdict <> '' and kind <> 'tell'"
                        + " and created >= ? and created < ? group by lane, plugin, rule, verdict"
                        + " order by plugin, rule, verdict",
                since.toEpochMilli(), until.toEpochMilli());
    }

    /**
     * How often the words of a rule were judged so in a conversation.
     *
     * @param rule with its plugin before it
     */
    public record Judged(int lane, String rule, Verdict verdict, long times) {}

    private boolean exists(String sql, Object... values) {
        return !readers.list(_ -> true, sql + " limit 1", values).isEmpty();
    }

    private List<OutboxRow> list(String sql, Object... values) {
        return readers.list(RowReader::outbox, sql, values);
    }
}
