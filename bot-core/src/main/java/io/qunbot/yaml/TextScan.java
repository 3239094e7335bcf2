package io.qunbot.yaml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads texts without quotes outside brackets, and quoted texts wherever they stand. */
final class TextScan {

    private static final Pattern ANCHOR = Pattern.compile("[&*]([A-Za-z0-9_-]+)(?=[\\s,\\]}]|$)");

    private final Draft draft;
    private final Traps traps;

    TextScan(Draft draft, Traps traps) {
        this.draft = draft;
        this.traps = traps;
    }

    /**
     * The index behind an anchor or alias, or {@code index} when there is none. An alias without its
     * anchor, or an anchor that nobody uses before words, is text.
     */
    int skipAnchor(Row row, int index) {
        Matcher name = ANCHOR.matcher(row.text(index, row.length()));
        if (!name.lookingAt()) {
            return index;
        }
        String partner = (row.at(index) == '&' ? "*" : "&") + name.group(1);
        int behind = index + name.end();
        boolean plain = row.at(index) == '&'
                && (row.isOver(behind) || "[{".indexOf(row.at(row.skipSpaces(behind))) >= 0);
        return plain || draft.source().text().contains(partner) ? behind : index;
    }

    /**
     * Where the words of a text end: before its comment. A {@code #} after exactly one space that
     * touches the next character belongs to the text when Chinese stands before it: nobody writes a
     * comment like that, and everybody writes hashtags like that.
     */
    int wordsEnd(Row row, int from) {
        int comment = row.comment(from);
        while (comment < row.length() && goesOn(row, from, comment)) {
            comment = row.comment(comment + 1);
        }
        return row.trimmed(comment);
    }

    boolean goesOn(Row row, int from, int comment) {
        return !row.isSpace(comment - 2) && !row.isGap(comment + 1) && row.hasChinese(from, comment);
    }

    /** A text in the open: one trap at most, since quotes mend them all. */
    void plain(int line, int from) {
        Row row = draft.row(line);
        Span span = new Span(line, from, wordsEnd(row, from));
        int cut = row.comment(from);
        int colon = colon(row, span);
        if (row.starts(from, "{{")) {
            traps.template(span, from);
        } else if (Tag.begins(row, from)) {
            traps.tag(span, Tag.end(row, from));
        } else if (startsWithSign(row, from)) {
            traps.sign(span, from);
        } else if (cut < span.to()) {
            traps.cut(span, cut);
        } else if (colon >= 0) {
            traps.colon(span, colon);
        } else {
            new Edges(draft).check(span);
        }
    }

    /** Signs that end a text before it begins; {@code [} and <code>{</code> come here only as text. */
    boolean startsWithSign(Row row, int index) {
        int point = row.at(index);
        return Signs.RESERVED.indexOf(point) >= 0 || point == '[' || point == '{'
                || ("-?:".indexOf(point) >= 0 && row.isGap(index + 1));
    }

    /** The first colon that YAML would take for a field's, or -1. */
    private int colon(Row row, Span span) {
        for (int index = span.from(); index < span.to(); index++) {
            if (row.at(index) == ':' && (row.isGap(index + 1) || index + 1 == span.to())) {
                return index;
            }
        }
        return -1;
    }

    /**
     * Follows a quoted text to its end.
     *
     * @param parent the indentation that the text's further lines must exceed
     * @param inBrackets whether brackets may close behind it
     * @return the cursor behind it
     */
    Cursor quoted(Cursor at, int parent, boolean inBrackets) {
        Row row = draft.row(at.line());
        int quote = row.at(at.column());
        int close = row.endOfQuote(at.column());
        if (close < row.length()) {
            return afterQuote(at, close, inBrackets);
        }
        Cursor later = laterClose(at.line() + 1, quote, parent);
        if (later.line() < draft.size() && isClean(later, inBrackets)) {
            return later;
        }
        return unclosed(at, parent, inBrackets);
    }

    private Cursor unclosed(Cursor at, int parent, boolean inBrackets) {
        Row row = draft.row(at.line());
        int end = quoteEnd(row, at.column(), inBrackets);
        if (row.at(at.column()) == '"' && row.starts(end - 2, "\\\"")) {
            traps.escapedQuote(at.line(), at.column(), end - 2);
            return new Cursor(at.line(), end);
        }
        int last = inBrackets ? at.line() : lastOfText(at.line(), parent);
        int lastEnd = last == at.line() ? end : quoteEnd(draft.row(last), -1, false);
        traps.openQuote(at, new Cursor(last, lastEnd));
        return new Cursor(last, lastEnd);
    }

    /** The last line that can only be the rest of the text. */
    private int lastOfText(int from, int parent) {
        int last = from;
        for (int line = from + 1; line < draft.size(); line++) {
            Row row = draft.row(line);
            int start = row.margin();
            if (row.isNothingButComment() || start <= Math.max(0, parent) || row.isStructure(start)) {
                return last;
            }
            last = line;
        }
        return last;
    }

    private Cursor laterClose(int from, int quote, int parent) {
        for (int line = from; line < draft.size(); line++) {
            Row row = draft.row(line);
            if (!row.isBlank() && (row.margin() <= parent || row.isStructure(row.margin()))) {
                break;
            }
            int close = row.endOfQuote(quote, 0);
            if (close < row.length()) {
                return new Cursor(line, close + 1);
            }
        }
        return new Cursor(draft.size(), 0);
    }

    private boolean isClean(Cursor behind, boolean inBrackets) {
        Row row = draft.row(behind.line());
        return row.isOver(behind.column()) || (inBrackets && endsItem(row, row.skipSpaces(behind.column())));
    }

    private static boolean endsItem(Row row, int index) {
        int point = row.at(index);
        return point == Row.END || ",]}:".indexOf(point) >= 0 || Signs.isListComma(point)
                || Signs.narrowBracket(point) != 0;
    }

    private Cursor afterQuote(Cursor at, int close, boolean inBrackets) {
        Row row = draft.row(at.line());
        Cursor behind = new Cursor(at.line(), close + 1);
        if (row.at(at.column()) == '"') {
            new Escapes(draft).check(at.line(), at.column(), close);
        }
        if (isClean(behind, inBrackets)) {
            return behind;
        }
        int next = row.skipSpaces(close + 1);
        if (!inBrackets && row.isOver(next + 1) && Signs.isEndOfSentence(row.at(next))) {
            traps.behindQuote(at.line(), close, next);
            return new Cursor(at.line(), next + 1);
        }
        if (inBrackets && next > close + 1 && (row.at(next) == '"' || row.isField(next))) {
            traps.noComma(at.line(), close + 1);
            return behind;
        }
        int end = inBrackets ? itemEnd(row, close + 1, row.at(at.column())) : row.trimmed(row.comment(close + 1));
        traps.innerQuote(new Span(at.line(), at.column(), end), close);
        return new Cursor(at.line(), end);
    }

    /** Behind a quote that is followed by a comma or bracket; else where the item ends. */
    private static int itemEnd(Row row, int from, int quote) {
        int plain = row.length();
        for (int index = from; index < row.length(); index++) {
            int next = row.skipSpaces(index + 1);
            if (row.at(index) == quote && (next >= row.length() || ",]}".indexOf(row.at(next)) >= 0)) {
                return index + 1;
            }
            if (plain == row.length() && ",]}".indexOf(row.at(index)) >= 0) {
                plain = index;
            }
        }
        return row.trimmed(plain);
    }

    /** Where the missing quote most likely belongs: before a comment, and before closing brackets. */
    private static int quoteEnd(Row row, int open, boolean inBrackets) {
        int end = row.trimmed(row.length());
        for (int index = open + 1; index < end; index++) {
            if (row.isSpace(index) && row.isSpace(index + 1) && row.at(row.skipSpaces(index)) == '#') {
                end = index;
            }
        }
        while (inBrackets && end > open + 1 && "]} ".indexOf(row.at(end - 1)) >= 0 && !row.endsTemplate(open, end)) {
            end--;
        }
        return end;
    }
}
