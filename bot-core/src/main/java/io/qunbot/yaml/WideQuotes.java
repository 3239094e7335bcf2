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

    /**
     * The index behind a value in brackets whose opening quote is missing or Chinese, told by the quote that
     * closes it; -1 when there is nothing of the kind.
     */
    static int endOfValue(Row row, int from) {
        int closing = Signs.closing(row.at(from));
        int odd = 0;
        for (int index = from; index < row.length(); index++) {
            odd += row.at(index) == '"' ? 1 : 0;
        }
        if (row.at(from) == '"' || (closing == 0 && odd % 2 == 0)) {
            return -1;
        }
        for (int index = from + 1; index < row.length(); index++) {
            int next = row.skipSpaces(index + 1);
            boolean ends = next >= row.length() || ",]}".indexOf(row.at(next)) >= 0;
            if (row.at(index) == '"' || (closing != 0 && row.at(index) == closing)) {
                return ends ? index + 1 : -1;
            }
            if (closing == 0 && row.at(index) == ',' && row.isField(row.skipSpaces(index + 1))) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isQuote(int point) {
        return point == '"' || Signs.isWideQuote(point);
    }
}
