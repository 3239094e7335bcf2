package io.qunbot.store;

import io.qunbot.chat.MemberId;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;

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
        OutboxRow.Route route = row.route();
        tables.run("""
                insert into outbox (id, seq, lane, channel, kind, recipient, body, plugin, rule, created, due, expires,
                attempts, outcome, reason, updated, gateway, urgency, asked, delivery, merge_key, about, reference)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id, row.seq(), row.lane(), row.channel(), row.kind(), row.recipient(), row.body(), row.plugin(),
                row.rule(), row.created().toEpochMilli(), row.due().toEpochMilli(), row.expires().toEpochMilli(),
                row.attempts(), row.outcome().name(), row.reason(), row.created().toEpochMilli(), route.gateway(),
                row.manner().urgency().rank(), bit(row.manner().asked()), row.manner().delivery().name(),
                row.manner().merge(),
                row.manner().about().stream().map(MemberId::value).collect(Collectors.joining(",")),
                route.reference());
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
        return tables.run("update outbox set attempts = ?, sending = 1, doubt = ?, updated = ? where id = ?"
                + " and outcome = 'WAITING'", begun.attempts(), bit(begun.route().doubt()), now.toEpochMilli(),
                begun.id()) > 0;
    }

    /** Says what became of words that waited, or when they are to be tried again. */
    public void settle(OutboxRow row, Instant now) throws WriteException {
        tables.run("update outbox set attempts = ?, outcome = ?, reason = ?, due = ?, updated = ?, reference = ?,"
                + " sending = ?, doubt = ? where id = ? and outcome = 'WAITING'", row.attempts(), row.outcome().name(),
                row.reason(),
                row.due().toEpochMilli(), now.toEpochMilli(), row.route().reference(), bit(row.route().sending()),
                bit(row.route().doubt()), row.id());
    }

    /** Ends words that wait, unless the channel is being asked. @return whether they were still there */
    public boolean end(OutboxRow ended, Instant now) throws WriteException {
        return tables.run("update outbox set outcome = ?, reason = ?, updated = ? where id = ?"
                + " and outcome = 'WAITING' and sending = 0", ended.outcome().name(), ended.reason(),
                now.toEpochMilli(), ended.id()) > 0;
    }

    /** Lets words that were given up wait again. @return whether they had been given up */
    public boolean again(long id, Instant now, Instant expires) throws WriteException {
        return tables.run("update outbox set outcome = 'WAITING', attempts = 0, reason = '', due = ?, expires = ?,"
                + " updated = ? where id = ? and gateway <> '' and outcome in ('FAILED', 'EXPIRED', 'CANCELLED')",
                now.toEpochMilli(), expires.toEpochMilli(), now.toEpochMilli(), id) > 0;
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
