package io.qunbot.yaml;

/** Tells quotes that belong to a text from those that were meant to hold it. */
final class WideQuotes {

    private WideQuotes() {}

    /** Whether a pair stands around the whole text and none inside, or Chinese quotes stand at one end only. */
    static boolean holdText(Row row, Span span) {
        int first = row.at(span.from());
        int last = row.at(span.to() - 1);
        int length = span.to() - span.from();
        if (length < 3 || (!Signs.isWideQuote(first) && !Signs.isWideQuote(last))) {
            return false;
        }
        int quotes = 0;
        for (int index = span.from(); index < span.to(); index++) {
            quotes += Signs.isWideQuote(row.at(index)) || row.at(index) == '"' ? 1 : 0;
        }
        boolean pair = isQuote(first) && isQuote(last);
        return pair ? quotes == 2 : quotes == 1;
    }

    /** Whether a text has one ASCII quote, at its end. */
    static boolean closeOnly(Row row, Span span) {
        String words = row.text(span.from(), span.to());
        return words.length() > 1 && words.indexOf('"') == words.length() - 1;
    }

    private static boolean isQuote(int point) {
        return point == '"' || Signs.isWideQuote(point);
    }
}
