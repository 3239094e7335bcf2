package io.qunbot.yaml;

import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the field at the beginning of a line, also where its colon is not what YAML wants. */
final class KeyScan {

    /** A field's name, and where its colon stands. */
    record Key(String name, int colon) {}

    private static final Pattern NAME = Pattern.compile("[\\w\\p{IsHan}.-]{1,20}");
    private static final Pattern OUR_NAME = Pattern.compile("[A-Za-z_][\\w-]*");

    /** @param expected whether only a field can stand here, so that a sloppy colon is one */
    Optional<Key> find(Row row, int start, boolean expected) {
        int point = row.at(start);
        if (point == '"' || point == '\'') {
            int close = row.endOfQuote(start);
            int colon = row.skipSpaces(close + 1);
            return colonAt(row, colon) ? Optional.of(new Key(row.text(start + 1, close), colon)) : Optional.empty();
        }
        return point == '[' || point == '{' ? Optional.empty() : plain(row, start, expected);
    }

    private static Optional<Key> plain(Row row, int start, boolean expected) {
        int end = row.comment(start);
        for (int index = start + 1; index < end; index++) {
            String name = row.text(start, row.trimmed(index));
            if (colonAt(row, index) || isSloppy(row, index, name, expected)) {
                return Optional.of(new Key(name, index));
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
