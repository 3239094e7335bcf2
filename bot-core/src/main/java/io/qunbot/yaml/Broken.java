package io.qunbot.yaml;

/** A value without quotes in curly brackets that a comma breaks off: what follows would be a field of its own. */
final class Broken {

    private final Draft draft;
    private final Traps traps;

    Broken(Draft draft, Traps traps) {
        this.draft = draft;
        this.traps = traps;
    }

    /** Names what was broken; gives the index behind all that belongs to the value. */
    int check(int line, int from, int end, String field) {
        Row row = draft.row(line);
        int to = end;
        while (row.at(to) == ',' && isRest(row, row.skipSpaces(to + 1))) {
            to = row.trimmed(endOfItem(row, to + 1));
        }
        if (row.at(to) == ']' && to > end) {
            traps.lostBracket(line, from, to + 1, "[");
            return to + 1;
        }
        if (to == end || !(Signs.isText(field) || Signs.isWordList(field))) {
            return end;
        }
        Span span = new Span(line, from, to);
        if (Signs.isWordList(field)) {
            traps.noBrackets(span);
        } else {
            traps.brokenByComma(span, end);
        }
        return to;
    }

    private static boolean isRest(Row row, int from) {
        int end = row.trimmed(endOfItem(row, from));
        String words = row.text(from, end);
        return end > from && words.indexOf(':') < 0 && words.indexOf(Signs.WIDE_COLON) < 0
                && "\"'[{".indexOf(row.at(from)) < 0 && end < row.length();
    }

    private static int endOfItem(Row row, int from) {
        int index = from;
        while (index < row.length() && ",]}".indexOf(row.at(index)) < 0) {
            index++;
        }
        return index;
    }
}
