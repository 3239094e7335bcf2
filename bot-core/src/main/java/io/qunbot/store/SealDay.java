package io.qunbot.store;

import java.time.Duration;
import java.time.Instant;

/**
 * The chain of a lane on one day.
 *
 * @param kind {@link #EVENTS} or {@link #WORDS}
 * @param day since 1970, in UTC
 * @param first the number of the day's first; 0 while there is none
 * @param oldest when the oldest was said that is still there, in epoch milliseconds
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
record SealDay(int kind, int lane, int day, long first, long last, long count, long oldest, byte[] head) {

    static final int EVENTS = 0;
    static final int WORDS = 1;

    static SealDay beginning(int kind, int lane, byte[] head) {
        return new SealDay(kind, lane, 0, 0, 0, 0, Long.MAX_VALUE, head);
    }

    static int dayOf(Instant time) {
        return (int) Math.floorDiv(time.toEpochMilli(), Duration.ofDays(1).toMillis());
    }

    boolean isEmpty() {
        return count == 0;
    }

    SealDay next(int today) {
        return new SealDay(kind, lane, today, 0, 0, 0, Long.MAX_VALUE, head);
    }

    SealDay with(long number, long at, byte[] link) {
        return new SealDay(kind, lane, day, first == 0 ? number : first, number, count + 1, Math.min(oldest, at), link);
    }
}
