package io.qunbot.yaml;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the field at the beginning of a line, also where its colon is not what YAML wants. */
final class KeyScan {

    /**
     * A field's name, and where its colon stands.
     *
     * @param colon where it should stand, when it is missing
     * @param end where the value begins
     */
    record Key(String name, int colon, int end, boolean missing) {

        static Key of(String name, int colon) {
            return new Key(name, colon, colon + 1, false);
        }
    }

    private static final Pattern NAME = Pattern.compile("[\\w\\p{IsHan}.-]{1,20}");
    private static final Pattern OUR_NAME = Pattern.compile("[A-Za-z_][\\w-]*");
    /** What has a bracket or a quote behind its first word is no name, whatever colons come later. */
    private static final Pattern NO_KEY = Pattern.compile("[A-Za-z_][\\w-]*\\s+[\\[{\"'].*");
    /** A field whose colon was forgotten or is another sign: one value behind it, or nothing at all. */
    private static final Pattern NO_COLON = Pattern.compile(
            "([A-Za-z_][\\w-]*)(?:\\s*[=;\uFF1B]\\s*|\\s+|$)(\"[^\"]*\"|'[^']*'|\\[.*]|\\{.*}|[^\\s\"'\\[{|>]*|[|>])");

    /** @param expected whether only a field can stand here, so that a sloppy colon is one */
    Optional<Key> find(Row row, int start, boolean expected) {
        int point = row.at(start);
        if (point == '"' || point == '\'') {
            int close = row.endOfQuote(start);
            int colon = row.skipSpaces(close + 1);
            boolean sloppy = row.at(colon) == Signs.WIDE_COLON || (expected && row.at(colon) == ':');
            return sloppy || colonAt(row, colon)
                    ? Optional.of(Key.of(row.text(start + 1, close), colon))
                    : Optional.empty();
        }
        if (point == '[' || point == '{') {
            return Optional.empty();
        }
        Optional<Key> plain = plain(row, start, expected);
        return plain.isPresent() || !expected ? plain : withoutColon(row, start);
    }

    private static Optional<Key> withoutColon(Row row, int start) {
        Matcher field = NO_COLON.matcher(row.text(start, row.trimmed(row.comment(start))));
        return field.matches()
                ? Optional.of(new Key(field.group(1), start + field.end(1), start + field.start(2), true))
                : Optional.empty();
    }

    private static Optional<Key> plain(Row row, int start, boolean expected) {
        int end = row.comment(start);
        for (int index = start + 1; index < end; index++) {
            String name = row.text(start, row.trimmed(index));
            if (expected && NO_KEY.matcher(name).matches()) {
                return Optional.empty();
            }
            boolean loose = expected && row.at(index) == ':' && row.isLooseGap(index + 1);
            if (loose || colonAt(row, index) || isSloppy(row, index, name, expected)) {
                return Optional.of(Key.of(name, index));
            }
        }
        return Optional.empty();
    }

    private static boolean colonAt(Row row, int index) {
        return row.at(index) == ':' && row.isGap(index + 1);
    }

    private static boolean isSloppy(Row row, int index, String name, boolean expected) {
        if (row.at(index) == Signs.WIDE_COLON) {
            return (expected ? NAME : OUR_NAME).matcher(name).matches();
        }
        return expected && row.at(index) == ':' && !row.starts(index, "://") && OUR_NAME.matcher(name).matches();
    }
}
