package io.qunbot.store;

import io.qunbot.chat.Outcome;
import java.time.Instant;

/**
 * Words on their way.
 *
 * @param id 0 before it is written
 * @param seq the journal row that caused them
 * @param kind {@code say}, {@code tell}, or {@code fallback}: an answer nobody fetched
 * @param recipient for {@code tell} the colleagues, comma-separated; else empty
 * @param due not before
 * @param expires not after
 */
public record OutboxRow(long id, long seq, int lane, String channel, String kind, String recipient, String body,
        String plugin, String rule, Instant created, Instant due, Instant expires, int attempts, Outcome outcome,
        String reason) {

    public OutboxRow withSeq(long causedBy) {
        return new OutboxRow(id, causedBy, lane, channel, kind, recipient, body, plugin, rule, created, due, expires,
                attempts, outcome, reason);
    }

    /** The same words after an attempt. */
    public OutboxRow after(int tries, Outcome now, String why, Instant again) {
        return new OutboxRow(id, seq, lane, channel, kind, recipient, body, plugin, rule, created, again, expires,
                tries, now, why);
    }
}
