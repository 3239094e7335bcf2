package io.qunbot.store;

import io.qunbot.chat.EventId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is kept.
 *
 * @param seq its place in the journal, from 1; 0 before it is written
 * @param payload the bytes as they came
 * @param answer what the bot answered in the same exchange, null when nothing
 * @param rule what made it answer, null when nothing did
 */
@SuppressWarnings("ArrayRecordComponent") // rows are read and written, never compared
public record JournalRow(long seq, int lane, EventId id, Instant at, Instant received, JournalState state,
        byte[] payload, @Nullable String answer, @Nullable String rule) {

    /** From when on it counts how long it is kept: when it was said, which of an import is long before it came. */
    public Instant keptFrom() {
        return at.isBefore(received) ? at : received;
    }
}
