package io.qunbot.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An alarm that waits.
 *
 * @param at when it rings, to the millisecond: the store keeps no more, and an alarm has to be equal to itself
 *            after it was read back
 */
public record AlarmRow(int lane, String plugin, String key, Instant at, String payload) {

    public AlarmRow {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }
}
