package io.qunbot.yaml;

/** One text without quotes inside brackets, and what is wrong with it. */
final class FlowText {

    private final Row row;
    private final TextScan texts;
    private final int from;
    private int template = -1;
    /** The first bracket or question mark: in brackets YAML takes them for its own. */
    private int bracket = -1;
    private int cut = -1;
    private int colon = -1;
    private int lostComma = -1;
    private int listComma = -1;
    private final boolean inList;
    private int end;

    FlowText(Row row, TextScan texts, int from, boolean inList) {
        this.inList = inList;
        this.row = row;
        this.texts = texts;
        this.from = from;
        this.end = texts.skipAnchor(row, from);
        while (end < row.length() && lostComma < 0 && isInside()) {
            end = note();
        }
        end = row.trimmed(lostComma < 0 ? end : lostComma);
        if (isParenthesis()) {
            end = row.trimmed(end - 1);
        }
    }

    /** Whether the text ends a list with a parenthesis that nothing in it opened, and no bracket follows. */
    private boolean isParenthesis() {
        int point = row.at(end - 1);
        String words = row.text(from, end - 1);
        return inList && end > from + 1 && (point == ')' || point == 0xFF09) && words.indexOf('(') < 0
                && words.indexOf(0xFF08) < 0 && row.text(end, row.length()).indexOf(']') < 0;
    }

    private boolean isInside() {
        int point = row.at(end);
        if (point == '#' && row.isSpace(end - 1)) {
            return texts.goesOn(row, from, end);
        }
        int narrow = Signs.narrowBracket(point);
        if (narrow == ']' || narrow == '}') {
            boolean own = row.text(from, end).codePoints().anyMatch(before -> Brackets.opening(before) != before);
            return own && row.text(end, row.length()).indexOf(narrow) >= 0;
        }
        if (inList && point == 0xFF09 && row.text(from, end).indexOf(0xFF08) < 0) {
            return row.text(end, row.length()).indexOf(']') >= 0;
        }
        return ",]}".indexOf(point) < 0;
    }

    /** Takes note of what stands at the end so far, and gives the index behind it. */
    private int note() {
        int point = row.at(end);
        if (row.starts(end, "{{")) {
            template = template < 0 ? end : template;
            return behind("}}");
        }
        if (point == '[' || point == '{') {
            bracket = bracket < 0 ? end : bracket;
            return Math.max(end, row.matching(end)) + 1;
        }
        if (point == '?' && end > from) {
            bracket = bracket < 0 ? end : bracket;
        } else if (point == '#' && row.isSpace(end - 1)) {
            cut = cut < 0 ? end : cut;
        } else if (point == ':' && (row.isGap(end + 1) || row.at(end + 1) == '[')) {
            noteColon();
        } else if (Signs.isListComma(point)) {
            listComma = end;
        }
        return end + 1;
    }

    private int behind(String closing) {
        int index = end + 2;
        while (index < row.length() && !row.starts(index, closing)) {
            index++;
        }
        return index < row.length() ? index + closing.length() : end + 2;
    }

    /** After a Chinese comma, {@code key: } is the next field: only the comma is wrong. */
    private void noteColon() {
        int word = wordBefore();
        if (!inList && word > from) {
            lostComma = word;
        } else if (listComma > from && row.isField(row.skipSpaces(listComma + 1))) {
            lostComma = listComma;
        } else {
            colon = colon < 0 ? end : colon;
        }
    }

    /** The beginning of a field of ours that follows a value without a comma, or -1. */
    private int wordBefore() {
        int word = end;
        while (word > from && row.at(word - 1) < 0x80 && Character.isLetter(row.at(word - 1))) {
            word--;
        }
        boolean plain = row.text(from, word).codePoints().allMatch(point -> point < 0x80);
        return word < end && plain && row.isSpace(word - 1) ? word : -1;
    }

    /** Names the one thing that matters most; gives the index behind the text. */
    int report(Traps traps, int line, String field) {
        Span span = new Span(line, from, end);
        if (span.isEmpty()) {
            return end;
        }
        if (WideQuotes.holdText(row, span)) {
            traps.wideQuotes(span);
        } else if (template >= 0) {
            traps.template(span, template);
        } else if (texts.skipAnchor(row, from) == from && texts.startsWithSign(row, from)) {
            traps.sign(span, from);
        } else if (bracket >= 0) {
            traps.sign(span, bracket);
        } else if (cut >= 0) {
            traps.cut(span, cut);
        } else if (colon >= 0) {
            traps.colon(span, colon);
        } else if (lostComma < 0 && listComma >= 0 && !inList && Signs.isWordList(field)) {
            traps.noBrackets(span);
        } else if (lostComma < 0 && listComma >= 0 && inList && !Signs.isText(field)) {
            traps.listComma(span);
        }
        return end;
    }
}
