package io.qunbot.wecom.archive;

import java.time.Instant;
import java.util.Optional;

/** Times as the archive writes them: milliseconds of messages, seconds of what is in them. */
final class Times {

    private static final int MAX_DIGITS = 15;
    /** The year 5138 in seconds, March 1973 in milliseconds. */
    private static final long FIRST_MILLIS = 100_000_000_000L;

    private Times() {}

    /** The time that digits stand for; empty when they stand for none. */
    static Optional<Instant> read(String digits) {
        boolean number = !digits.isEmpty() && digits.length() <= MAX_DIGITS
                && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        long value = number ? Long.parseLong(digits) : 0;
        return value == 0
                ? Optional.empty()
                : Optional.of(value < FIRST_MILLIS ? Instant.ofEpochSecond(value) : Instant.ofEpochMilli(value));
    }
}
