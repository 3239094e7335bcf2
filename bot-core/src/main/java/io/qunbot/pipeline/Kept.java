package io.qunbot.pipeline;

import java.time.Instant;
import java.util.Optional;

/**
 * What the ledger of a stage's recurrences says of one of them, for operators.
 *
 * @param key the id, and the step behind a slash
 * @param next when it rings next; empty when it does not
 * @param paused whether it keeps silent then
 */
public record Kept(String key, Optional<Instant> next, boolean paused) {

    /** What the keys of a lane's memory begin with under which the ledger stands. */
    public static final String LEDGER = Armed.SLOT;

    /**
     * @param key under which it is remembered, with {@link #LEDGER} before it
     * @param json as it is remembered
     */
    public static Kept read(String key, String json) {
        Armed.Slot slot = RecordJson.read(json, Armed.Slot.class);
        return new Kept(key.substring(LEDGER.length()),
                Optional.of(slot.next()).filter(next -> next != 0).map(Instant::ofEpochMilli), slot.paused());
    }

    /** What operators call it: the key without the step. */
    public String id() {
        int slash = key.lastIndexOf('/');
        return slash < 0 ? key : key.substring(0, slash);
    }

    /** Whether this is what an operator named, or one of its steps. */
    public boolean isOf(String named) {
        return Armed.isOf(key, named);
    }
}
