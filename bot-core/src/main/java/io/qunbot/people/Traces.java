package io.qunbot.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When somebody spoke: the last time, and on which of the last 64 days. Days are those of China, where WeCom is.
 *
 * @param last in milliseconds of the epoch; 0 for never
 * @param days a bit for each day, the lowest for the day of {@code last}
 */
public record Traces(long last, long days) {

    /** Nobody has heard of them. */
    public static final Traces NONE = new Traces(0, 0);

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long AHEAD = Duration.ofHours(8).toMillis();

    /** With one more time, in whatever order they come. */
    public Traces at(long time) {
        if (last == 0) {
            return new Traces(time, 1);
        }
        long later = day(time) - day(last);
        if (later > 0) {
            return new Traces(time, (later < Long.SIZE ? days << later : 0) | 1);
        }
        return new Traces(Math.max(last, time), -later < Long.SIZE ? days | 1L << -later : days);
    }

    /** Both together. */
    public Traces and(Traces other) {
        if (other.last == 0) {
            return this;
        }
        if (last == 0) {
            return other;
        }
        Traces newer = last >= other.last ? this : other;
        Traces older = last >= other.last ? other : this;
        long between = day(newer.last) - day(older.last);
        return new Traces(newer.last, newer.days | (between < Long.SIZE ? older.days << between : 0));
    }

    /** The last time; empty for never. */
    public Optional<Instant> heard() {
        return last == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(last));
    }

    /** On how many days of a window that ends today. */
    public int daysWithin(int window, Instant now) {
        long ago = day(now.toEpochMilli()) - day(last);
        if (last == 0 || ago >= window) {
            return 0;
        }
        long within = window - Math.max(0, ago);
        return Long.bitCount(within >= Long.SIZE ? days : days & ((1L << within) - 1));
    }

    /** Whether nothing was said for so long, or ever. */
    public boolean isQuietFor(Duration time, Instant now) {
        return last == 0 || !Instant.ofEpochMilli(last).plus(time).isAfter(now);
    }

    private static long day(long millis) {
        return Math.floorDiv(millis + AHEAD, DAY);
    }
}
