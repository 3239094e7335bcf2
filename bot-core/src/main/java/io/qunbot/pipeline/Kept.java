package io.qunbot.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the ledger of a stage's recurrences says of one of them, for operators.
 *
 * @param key the id, and the step behind a slash
 * @param next when it rings next; empty when it does not
 * @param paused whether it keeps silent then
 */
public record Kept(String key, Optional<Instant> next, boolean paused) {

    /** Under which key of a lane's memory the ledger stands. */
    public static final String LEDGER = Armed.KEY;

    /** @param json as it is remembered */
    public static List<Kept> read(String json) {
        return RecordJson.read(json, Armed.class).slots().entrySet().stream()
                .map(slot -> new Kept(slot.getKey(), Optional.of(slot.getValue().next()).filter(next -> next != 0)
                        .map(Instant::ofEpochMilli), slot.getValue().paused()))
                .toList();
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
