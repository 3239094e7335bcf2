package io.qunbot.wecom.aibot;

import java.time.Instant;

/**
 * How a long connection is.
 *
 * @param since when it became so
 * @param trouble what went wrong last, in Chinese with English beside; empty when nothing did
 * @param connects how often it was connected since the start
 */
public record LineState(Phase phase, Instant since, String trouble, long connects) {

    /** Where it stands. */
    public enum Phase {
        /** Not connected yet, or not any more; tries again by itself. */
        CONNECTING,
        /** Hears and speaks. */
        CONNECTED,
        /** Another program took the connection; it does not come back by itself. */
        TAKEN,
        /** WeCom does not know this id with this secret; it does not come back by itself. */
        REFUSED,
        /** The bot is stopping. */
        CLOSED
    }

    static LineState begun(Instant now) {
        return new LineState(Phase.CONNECTING, now, "", 0);
    }

    /** Whether it will not connect again by itself. */
    public boolean isOver() {
        return phase != Phase.CONNECTING && phase != Phase.CONNECTED;
    }

    LineState now(Phase next, Instant at, String why) {
        return new LineState(next, phase == next ? since : at, why,
                connects + (next == Phase.CONNECTED ? 1 : 0));
    }
}
