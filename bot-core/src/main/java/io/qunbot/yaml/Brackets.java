package io.qunbot.yaml;

/** Which brackets were meant, where a Chinese keyboard gave others. */
final class Brackets {

    private Brackets() {}

    /** The ASCII bracket that an opening one stands for, or the sign itself. */
    static int opening(int point) {
        int narrow = point == 0xFF08 ? '[' : Signs.narrowBracket(point);
        return narrow == 0 ? point : narrow;
    }

    /** The ASCII bracket that a full-width closing one stands for, or 0. */
    static int closing(int point) {
        int narrow = point == 0xFF09 ? ']' : Signs.narrowBracket(point);
        return narrow == ']' || narrow == '}' ? narrow : 0;
    }

    /** Whether full-width brackets hold a value as ASCII ones should: never in a sentence, where they belong to it. */
    static boolean areMeant(Row row, int from, String field) {
        int open = row.at(from);
        int narrow = opening(open);
        boolean sentence = Signs.isText(field) || (field.isEmpty() && narrow == '[');
        if (narrow == open || sentence || (open == 0xFF08 && !Signs.isWordList(field))) {
            return false;
        }
        for (int index = from + 1; index < row.length(); index++) {
            if (closing(row.at(index)) == (narrow == '[' ? ']' : '}')) {
                int next = row.skipSpaces(index + 1);
                return next >= row.length() || ",]}".indexOf(row.at(next)) >= 0 || closing(row.at(next)) != 0;
            }
        }
        return false;
    }

    /** The opening bracket that a value lacks, told by the closing one at its end; 0 when none is missing. */
    static int lost(Row row, int from) {
        int end = row.trimmed(row.comment(from));
        int last = row.at(end - 1);
        if ("[{".indexOf(row.at(from)) >= 0) {
            return 0;
        }
        boolean list = last == ']' && (row.at(from) == '"' || row.hasComma(new Span(0, from, end)));
        if (!list && (last != '}' || !row.isField(from))) {
            return 0;
        }
        return depth(row, from, end, list ? '[' : '{', last) == -1 ? list ? '[' : '{' : 0;
    }

    private static int depth(Row row, int from, int end, int opening, int closing) {
        int depth = 0;
        for (int index = from; index < end; index++) {
            int point = row.at(index);
            if (point == '"') {
                index = row.endOfQuote(index);
            } else if (point == opening) {
                depth++;
            } else if (point == closing && --depth < 0 && index < end - 1) {
                return 0;
            }
        }
        return depth;
    }

    /** Whether a list should have ended before this: one of our fields stands here, and a curly bracket closes next. */
    static boolean endBefore(Row row, int from) {
        int colon = from;
        while (row.at(colon) < 0x80 && Character.isLetter(row.at(colon))) {
            colon++;
        }
        if (colon == from || row.at(colon) != ':' || !row.isGap(colon + 1)) {
            return false;
        }
        for (int index = colon; index < row.length(); index++) {
            if ("]}[{".indexOf(row.at(index)) >= 0) {
                return row.at(index) == '}';
            }
        }
        return false;
    }

    /** Whether a square bracket opens what are fields, and a curly one closes it. */
    static boolean holdFields(Row row, int open) {
        if (!row.isField(row.skipSpaces(open + 1))) {
            return false;
        }
        int depth = 0;
        for (int index = open; index < row.length(); index++) {
            int point = row.at(index);
            if (point == '"' || point == '\'') {
                index = row.endOfQuote(index);
            } else if (point == '[' || point == '{') {
                depth++;
            } else if ((point == ']' || point == '}') && --depth == 0) {
                return point == '}';
            }
        }
        return false;
    }
}
