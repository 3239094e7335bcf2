package io.qunbot.store;

import io.qunbot.chat.MemberId;
import io.qunbot.chat.Verdict;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What may be written of words on their way, and of what they cost. Belongs to the writer's thread. */
public final class OutboxTables {

    private final Tables tables;

    private OutboxTables(Tables tables) {
        this.tables = tables;
    }

    public static OutboxTables of(Tables tables) {
        return new OutboxTables(tables);
    }

    void add(long id, OutboxRow row) throws WriteException {
        if (row.kind().equals("tell") && !row.manner().merge().isEmpty() && gathered(row)) {
            return;
        }
        OutboxRow.Route route = row.route();
        Duty duty = row.duty();
        tables.run("""
                insert into outbox (id, seq, lane, channel, kind, recipient, body, plugin, rule, created, due, expires,
                attempts, outcome, reason, updated, gateway, urgency, asked, delivery, merge_key, about, reference,
                quote, deadline, next, step)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id, row.seq(), row.lane(), row.channel(), row.kind(), row.recipient(), row.body(), row.plugin(),
                row.rule(), row.created().toEpochMilli(), row.due().toEpochMilli(), row.expires().toEpochMilli(),
                row.attempts(), row.outcome().name(), row.reason(), row.created().toEpochMilli(), route.gateway(),
                row.manner().urgency().rank(), bit(row.manner().asked()), row.manner().delivery().name(),
                row.manner().merge(),
                accounts(row.manner().about()), route.reference(), duty.quote(),
                duty.deadline().map(Instant::toEpochMilli).orElse(0L), queue(duty), duty.step().toMillis());
    }

    /** What colleagues are told together is one message: more of it is written below. */
    private boolean gathered(OutboxRow row) throws WriteException {
        return tables.run("update outbox set body = body || ? where lane = ? and merge_key = ?"
                + " and recipient = ? and kind = 'tell' and outcome = 'WAITING' and sending = 0", "\n" + row.body(),
                row.lane(),
                row.manner().merge(), row.recipient()) > 0;
    }

    /** Who is next, and behind strokes who comes after that. */
    private static String queue(Duty duty) {
        return Stream.concat(Stream.of(duty.next()), duty.later().stream()).map(OutboxTables::accounts)
                .collect(Collectors.joining("|"));
    }

    private static String accounts(List<MemberId> members) {
        return members.stream().map(MemberId::value).collect(Collectors.joining(","));
    }

    /**
     * Says what became of words on a colleague's desk, or what is thought of words that were only recorded.
     *
     * @param judge empty for the clock
     * @return whether they were open
     */
    public boolean judge(long id, Verdict verdict, Optional<MemberId> judge, String note, Instant now)
            throws WriteException {
        return tables.run(
                "update outbox set verdict = ?, judge = ?, note = ?, updated = ? where id = ? and verdict = ''",
                verdict.name(), judge.map(MemberId::value).orElse(""), note, now.toEpochMilli(), id) > 0;
    }

    /** Takes back what has not been said: what waits ends, a task that nobody confirmed is looked at at once. */
    public void withdraw(long id, String reason, Instant now) throws WriteException {
        tables.run("update outbox set outcome = 'CANCELLED', reason = ?, updated = ? where id = ?"
                + " and outcome = 'WAITING' and sending = 0", reason, now.toEpochMilli(), id);
        tables.run("update outbox set due = ?, updated = ? where id = ? and outcome = 'QUEUED_FOR_CONFIRMATION'",
                now.toEpochMilli(), now.toEpochMilli(), id);
    }

    /**
     * A colleague has spoken in a conversation: its drafts are needed no more, and what colleagues were told is taken,
     * unless it is about a person rather than about what was said there.
     */
    public void spoken(int lane, MemberId colleague, Instant now) throws WriteException {
        String open = " where lane = ? and verdict = '' and outcome in ('WAITING', 'SENT', 'DRAFT_FOR_HUMAN',"
                + " 'UNSUPPORTED') and kind = ";
        tables.run("update outbox set verdict = 'ANSWERED', judge = ?, updated = ?, outcome = case"
                + " when outcome = 'WAITING' and sending = 0 then 'CANCELLED' else outcome end" + open + "'draft'",
                colleague.value(), now.toEpochMilli(), lane);
        tables.run("update outbox set verdict = 'TAKEN', judge = ?, updated = ?" + open + "'tell'"
                + " and not exists (select 1 from journal j join lane l on l.id = j.lane where j.seq = outbox.seq"
                + " and l.name like 'member:%')", colleague.value(),
                now.toEpochMilli(), lane);
    }

    /** Says how a task stands that somebody has to confirm. @return whether it was still under way */
    public boolean follow(OutboxRow task, Instant now) throws WriteException {
        return tables.run("update outbox set attempts = ?, outcome = ?, reason = ?, due = ?, updated = ? where id = ?"
                + " and outcome = 'QUEUED_FOR_CONFIRMATION'", task.attempts(), task.outcome().name(), task.reason(),
                task.due().toEpochMilli(), now.toEpochMilli(), task.id()) > 0;
    }

    /** Ends words whose time on a desk is over. */
    public void expire(long id, String reason, Instant now) throws WriteException {
        tables.run("update outbox set outcome = 'EXPIRED', reason = ?, updated = ? where id = ? and kind = 'draft'",
                reason, now.toEpochMilli(), id);
        SealTables.reopen(tables, id);
    }

    private static long millis(Optional<Instant> time) {
        return time.map(Instant::toEpochMilli).orElse(0L);
    }

    private static int bit(boolean value) {
        return value ? 1 : 0;
    }

    /**
     * Counts an attempt before it is made: from now on nobody else can have or cancel these words.
     *
     * @return false when somebody was faster
     */
    public boolean begin(OutboxRow begun, Instant now) throws WriteException {
        return tables.run("update outbox set attempts = ?, sending = 1, doubt = ?, unsure = ?, updated = ? where"
                + " id = ? and outcome = 'WAITING'", begun.attempts(), bit(begun.route().doubt()),
                millis(begun.route().unsure()), now.toEpochMilli(), begun.id()) > 0;
    }

    /** What was tried in vain on a channel is due now, except what may have been said. */
    public void hurry(String gateway, Instant now) throws WriteException {
        tables.run("update outbox set due = ? where outcome = 'WAITING' and gateway = ? and attempts > 0 and doubt = 0"
                + " and due > ?", now.toEpochMilli(), gateway, now.toEpochMilli());
    }

    /**
     * Says what became of words that waited, or when they are to be tried again. Who got them is known then; until
     * then they are for whoever is on duty.
     */
    public void settle(OutboxRow row, Instant now) throws WriteException {
        tables.run("update outbox set recipient = case when ? = 'WAITING' then recipient else ? end, attempts = ?,"
                + " outcome = ?, reason = ?, due = ?, expires = ?, deadline = ?, updated = ?, reference = ?,"
                + " sending = ?, doubt = ?, unsure = ? where id = ? and outcome = 'WAITING'",
                row.outcome().name(), row.recipient(), row.attempts(), row.outcome().name(), row.reason(),
                row.due().toEpochMilli(),
                row.expires().toEpochMilli(), row.duty().deadline().map(Instant::toEpochMilli).orElse(0L),
                now.toEpochMilli(), row.route().reference(), bit(row.route().sending()), bit(row.route().doubt()),
                millis(row.route().unsure()), row.id());
    }

    /** Ends words that wait, unless the channel is being asked. @return whether they were still there */
    public boolean end(OutboxRow ended, Instant now) throws WriteException {
        return tables.run("update outbox set outcome = ?, reason = ?, updated = ? where id = ?"
                + " and outcome = 'WAITING' and sending = 0", ended.outcome().name(), ended.reason(),
                now.toEpochMilli(), ended.id()) > 0;
    }

    /** Lets words that were given up wait again. @return whether they had been given up */
    public boolean again(long id, Instant now, Instant expires) throws WriteException {
        SealTables.reopen(tables, id);
        return tables.run(
                "update outbox set outcome = 'WAITING', attempts = 0, reason = '', unsure = 0, due = ?, expires = ?,"
                        + " verdict = '', judge = '', updated = ? where id = ? and gateway <> '' and outcome in ('FAILED', 'EXPIRED', 'CANCELLED')",
                now.toEpochMilli(), expires.toEpochMilli(), now.toEpochMilli(), id) > 0;
    }

    /** Takes the answer that waited for somebody to fetch it, unless it has begun to go another way. */
    public void fetched(long seq, Instant now) throws WriteException {
        reopen(seq);
        tables.run("""
                update outbox set outcome = 'SENT', reason = 'fetched by a redelivery' || reason, updated = ?
                where seq = ? and kind = 'fallback' and attempts = 0 and outcome in ('WAITING', 'UNSUPPORTED')""",
                now.toEpochMilli(), seq);
    }

    /** Whoever took it is gone before it was handed over: it is as before. */
    public void unfetched(long seq, Instant now) throws WriteException {
        reopen(seq);
        tables.run(
                """
                        update outbox set outcome = case reason when 'fetched by a redelivery' then 'WAITING' else 'UNSUPPORTED' end,
                        reason = replace(reason, 'fetched by a redelivery', ''), updated = ?
                        where seq = ? and kind = 'fallback' and attempts = 0 and outcome = 'SENT'""",
                now.toEpochMilli(), seq);
    }

    private void reopen(long seq) throws WriteException {
        tables.run("insert into seal_open (words) select id from outbox where seq = ? and kind = 'fallback'"
                + " on conflict (words) do nothing", seq);
    }

    public void spend(Collection<Ledger.Use> uses) throws WriteException {
        for (Ledger.Use use : uses) {
            tables.run("insert into spent (id, purse, at, until) values (?, ?, ?, ?)", use.id(), use.purse(),
                    use.at().toEpochMilli(), use.until().toEpochMilli());
        }
    }

    /** The same uses, as of a later time. */
    public void move(Collection<Ledger.Use> uses) throws WriteException {
        for (Ledger.Use use : uses) {
            tables.run("update spent set at = ?, until = ? where id = ?", use.at().toEpochMilli(),
                    use.until().toEpochMilli(), use.id());
        }
    }

    public void giveBack(Collection<Ledger.Use> uses) throws WriteException {
        for (Ledger.Use use : uses) {
            tables.run("delete from spent where id = ?", use.id());
        }
    }

    /** Uses that count no more go. */
    public void prune(Instant now) throws WriteException {
        tables.run("delete from spent where until < ?", now.toEpochMilli());
    }
}
