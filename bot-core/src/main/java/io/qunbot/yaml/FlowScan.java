package io.qunbot.yaml;

import java.util.ArrayDeque;
import java.util.Deque;

/** Reads what stands in {@code [ ]} and <code>{ }</code>, over as many lines as it takes. */
final class FlowScan {

    private final Draft draft;
    private final Traps traps;
    private final TextScan texts;
    private final int parent;
    private final Deque<Integer> closers = new ArrayDeque<>();
    private int line;
    private int column;
    private Cursor last;
    private Cursor start;
    private Cursor lastValue;
    /** Whether a value stands here already, so that the next one needs a comma before it. */
    private boolean needsComma;
    /** Whether the comma behind a value was read with it. */
    private boolean separated;
    /** Whether the line ends within quotes: then nobody can tell where the brackets would have ended. */
    private boolean openQuote;
    /** Set when a bracket is never closed, or the nesting is absurd: the outer ones end with it. */
    private boolean over;

    /** @param parent the indentation that further lines must exceed */
    FlowScan(Draft draft, Traps traps, TextScan texts, int parent) {
        this.draft = draft;
        this.traps = traps;
        this.texts = texts;
        this.parent = parent;
        this.last = new Cursor(0, 0);
        this.start = last;
        this.lastValue = last;
    }

    /** Reads the collection that opens at the cursor; gives the cursor behind it. */
    Cursor scan(Cursor open, String field) {
        line = open.line();
        column = open.column();
        start = open;
        collection(field);
        return new Cursor(line, over ? row().length() : column);
    }

    private Row row() {
        return draft.row(line);
    }

    private int point() {
        return row().at(column);
    }

    private void collection(String field) {
        Cursor open = new Cursor(line, column);
        if (closers.size() >= Composing.MAX_DEPTH) {
            Slips.tooDeep(draft, line, start.line() == line ? start.column() : row().margin(), row().length());
            over = true;
            return;
        }
        boolean list = opensList();
        closers.push((int) (list ? ']' : '}'));
        step(1);
        boolean before = needsComma;
        needsComma = false;
        while (!over && items(open, list, field)) {
            last = new Cursor(line, column);
        }
        needsComma = before;
        closers.pop();
    }

    /** A full-width bracket is as good as its narrow one; an opening bracket that does not fit its end is corrected. */
    private boolean opensList() {
        int narrow = Brackets.opening(point());
        if (narrow != point()) {
            traps.wideBracket(line, column, Character.toString(narrow));
        } else if (narrow == '[' && Brackets.holdFields(row(), column)) {
            traps.wrongBracket(line, column, "{");
            return false;
        }
        return narrow == '[';
    }

    private void step(int width) {
        column += width;
        last = new Cursor(line, column);
    }

    /** Reads one thing; false when the collection is over. */
    private boolean items(Cursor open, boolean list, String field) {
        if (!skipGaps()) {
            unclosed(open);
            return false;
        }
        if (point() == ']' || point() == '}') {
            closes(open);
            return false;
        }
        if (Brackets.closing(point()) == closers.element()) {
            closesWide(open);
            return false;
        }
        if (point() == ')' && list) {
            traps.parenthesis(line, column);
            step(1);
            return false;
        }
        if (point() == ',' || Signs.isListComma(point())) {
            comma();
            return true;
        }
        if (needsComma) {
            traps.noComma(lastValue.line(), draft.row(lastValue.line()).trimmed(lastValue.column()));
        }
        if (list && Brackets.endBefore(row(), column) && closers.contains((int) '}')) {
            int at = draft.row(lastValue.line()).trimmed(lastValue.column());
            traps.openBracket(open, new Edit(lastValue.line(), at, at, "]"));
            separated = true;
            return false;
        }
        if (list) {
            value(field, true);
        } else {
            entry();
        }
        needsComma = !separated;
        separated = false;
        lastValue = new Cursor(line, column);
        return !over;
    }

    private void closesWide(Cursor open) {
        String narrow = Character.toString(closers.element());
        if (Brackets.opening(draft.row(open.line()).at(open.column())) != draft.row(open.line()).at(open.column())) {
            draft.correct(new Edit(line, column, column + 1, narrow));
        } else {
            traps.wideBracket(line, column, narrow);
        }
        step(1);
    }

    private void comma() {
        if (!needsComma) {
            traps.strayComma(line, column);
        } else if (point() != ',') {
            traps.wideBracket(line, column, row().isSpace(column + 1) ? "," : ", ");
        }
        needsComma = false;
        step(1);
    }

    private boolean skipGaps() {
        while (true) {
            column = row().skipSpaces(column);
            if (Signs.isOddSpace(point()) || Signs.isInvisible(point())) {
                traps.slips().oddGap(line, column);
                column = row().skipGaps(column);
            }
            boolean comment = point() == '#' && (column == 0 || row().isSpace(column - 1));
            if (column < row().length() && !comment) {
                return true;
            }
            if (line + 1 >= draft.size() || isOutside(line + 1)) {
                return false;
            }
            line++;
            column = 0;
        }
    }

    private boolean isOutside(int next) {
        return draft.row(next).isStructureUpTo(parent);
    }

    private void unclosed(Cursor open) {
        StringBuilder missing = new StringBuilder();
        closers.forEach(missing::appendCodePoint);
        Row end = draft.row(last.line());
        int at = end.trimmed(last.column());
        Edit closing = new Edit(last.line(), at, at, closers.element() == '}' ? " " + missing : "" + missing);
        if (openQuote) {
            draft.append(closing);
        } else {
            traps.openBracket(open, closing);
        }
        line = last.line();
        column = draft.row(line).length();
        over = true;
    }

    /** At a closing bracket: ours, one of an outer collection, or simply the wrong one. */
    private void closes(Cursor open) {
        String ours = Character.toString(closers.element());
        if (point() == closers.element()) {
            step(1);
        } else if (closers.contains(point())) {
            int at = row().trimmed(column);
            traps.openBracket(open, new Edit(line, at, at, ours));
        } else {
            traps.strayBracket(line, column, ours);
            step(1);
        }
    }

    private void entry() {
        if (point() == '"' || point() == '\'') {
            quoted();
            skipGaps();
        } else if (!key()) {
            return;
        }
        if (point() == ':') {
            String field = row().fieldBefore(column);
            step(1);
            if (skipGaps() && ",]}".indexOf(point()) < 0) {
                value(field, false);
            }
        }
    }

    private void quoted() {
        int from = line;
        boolean known = draft.isTrapped(line);
        move(texts.quoted(new Cursor(line, column), parent, true));
        openQuote = openQuote || (!known && draft.isTrapped(from) && column >= row().trimmed(row().length()));
    }

    private void move(Cursor to) {
        line = to.line();
        column = to.column();
        last = to;
    }

    /** Moves to the colon behind a key; false when there is none and the entry is over. */
    private boolean key() {
        int from = column;
        int end = from;
        int wide = -1;
        int tight = -1;
        while (end < row().length() && ",]}".indexOf(row().at(end)) < 0 && !row().isFlowColon(end)) {
            wide = wide < 0 && row().at(end) == Signs.WIDE_COLON ? end : wide;
            tight = tight < 0 && row().at(end) == ':' ? end : tight;
            end++;
        }
        if (row().isFlowColon(end) && wide < 0) {
            step(end - from);
            return true;
        }
        if (wide > from) {
            traps.wideColon(line, wide);
        } else if (tight > from) {
            traps.noSpace(line, tight);
        }
        int colon = Math.max(wide, tight);
        if (colon > from && row().skipSpaces(colon + 1) < end) {
            String field = row().fieldBefore(colon);
            step(row().skipSpaces(colon + 1) - from);
            value(field, false);
        } else {
            step(Math.max(1, end - from));
        }
        return false;
    }

    private void value(String field, boolean inList) {
        int point = point();
        int end = point == '\'' ? -1 : WideQuotes.endOfValue(row(), column);
        if (end > 0) {
            traps.halfQuoted(new Span(line, column, end));
            step(end - column);
        } else if (point == '"' || point == '\'') {
            quoted();
        } else if ((point == '[' || point == '{') && !row().starts(column, "{{") && !isText()) {
            collection(field);
        } else if (Brackets.areMeant(row(), column, field)) {
            collection(field);
        } else {
            FlowText text = new FlowText(row(), texts, column, inList);
            int behind = text.report(traps, line, field);
            behind = inList ? behind : new Broken(draft, traps).check(line, column, behind, field);
            step(Math.max(1, behind - column));
        }
    }

    /** Whether words follow the bracket's end, as in {@code [notice] tomorrow}. */
    private boolean isText() {
        int close = row().matching(column);
        int next = row().skipSpaces(close + 1);
        return close >= 0 && next < row().length() && ",]}:#".indexOf(row().at(next)) < 0
                && !Signs.isListComma(row().at(next)) && Brackets.closing(row().at(next)) == 0
                && (next == close + 1 || !row().isField(next));
    }
}
