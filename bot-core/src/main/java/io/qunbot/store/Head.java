package io.qunbot.store;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a chain stood. Whoever writes it down elsewhere can prove later that what was before it was not changed since.
 *
 * @param kind {@code events}, {@code words}, or {@code tombstones}, which has neither lane nor day
 * @param lane its name
 * @param day since 1970, in UTC
 * @param count how many of that day it is made of
 * @param digest in hexadecimal digits
 */
public record Head(String kind, String lane, int day, long count, String digest) {

    private static final Pattern FORM = Pattern
            .compile("(events|words|tombstones)\\t(\\d{1,7})\\t(\\d{1,18})\\t([0-9a-f]{64})\\t(.*)");

    static Head of(String kind, String lane, int day, long count, byte[] digest) {
        return new Head(kind, lane, day, count, HexFormat.of().formatHex(digest));
    }

    /** As a line that {@link #read} takes. */
    public String line() {
        return String.join("\t", kind, String.valueOf(day), String.valueOf(count), digest, lane);
    }

    /** Empty for what is no such line. */
    public static Optional<Head> read(String line) {
        Matcher form = FORM.matcher(line);
        return form.matches()
                ? Optional.of(new Head(form.group(1), form.group(5), Integer.parseInt(form.group(2)),
                        Long.parseLong(form.group(3)), form.group(4)))
                : Optional.empty();
    }
}
