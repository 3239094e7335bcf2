package io.qunbot.wecom.aibot;

import java.time.Duration;

/**
 * How patient a long connection is.
 *
 * @param ping how often it asks whether WeCom is still there
 * @param answer how long it waits for WeCom to take a frame, for a connection, and for words to be sent on it
 * @param firstPause before it connects again; each failure in a row doubles it
 * @param longestPause the doubling ends there
 * @param refusals how often in a row WeCom may refuse the bot's id and secret before it gives up
 */
public record Pace(Duration ping, Duration answer, Duration firstPause, Duration longestPause, int refusals) {

    /** As WeCom's own client does it. */
    public static final Pace USUAL = new Pace(Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofSeconds(1),
            Duration.ofSeconds(30), 5);

    /** Up to a fifth more spreads the bots that lost their connection in one moment. */
    private static final double SPREAD = 0.2;
    private static final int MOST_DOUBLINGS = 16;

    /**
     * How long to wait before the next attempt.
     *
     * @param failures in a row, at least 1
     * @param luck 0..1
     */
    Duration pause(int failures, double luck) {
        long doubled = firstPause.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
        return Duration.ofMillis(Math.min(longestPause.toMillis(), Math.round(doubled * (1 + SPREAD * luck))));
    }
}
