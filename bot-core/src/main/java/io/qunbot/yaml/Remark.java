package io.qunbot.yaml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A remark as other languages write it, behind a value that is no sentence. */
final class Remark {

    private static final Pattern REMARK = Pattern.compile("[\\w.:-]+(\\s+//|\\s*\uFF03|#)[^/]*");

    private Remark() {}

    /** Where it begins, or -1. */
    static int of(Row row, Span span, String field) {
        Matcher remark = REMARK.matcher(row.text(span.from(), span.to()));
        return !Signs.isText(field) && remark.matches() && row.hasChinese(span.from(), span.to())
                ? row.skipSpaces(span.from() + remark.start(1))
                : -1;
    }
}
