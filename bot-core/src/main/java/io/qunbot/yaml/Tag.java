package io.qunbot.yaml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A tag such as {@code !!str} before a value. */
final class Tag {

    private static final Pattern TAG = Pattern.compile("!{1,2}[A-Za-z][\\w/:.-]*\\s+(?=\\S)");

    private Tag() {}

    static boolean begins(Row row, int index) {
        return end(row, index) > index;
    }

    /** The index of the value behind it, or {@code index} when there is none. */
    static int end(Row row, int index) {
        Matcher tag = TAG.matcher(row.text(index, row.length()));
        return tag.lookingAt() ? index + tag.end() : index;
    }
}
