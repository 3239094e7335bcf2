package io.qunbot.yaml;

import java.util.regex.Pattern;

/** Reads what stands behind a field's colon or a list's dash. */
final class ValueScan {

    /**
     * How a value ended.
     *
     * @param next the line behind it
     * @param empty whether nothing was there, so that a block may follow
     * @param continuing whether deeper lines would continue it
     */
    record Value(int next, boolean empty, boolean continuing) {}

    private static final Pattern BLOCK_HEADER = Pattern.compile("[|>][-+0-9]{0,2}\\s*(?:\\s#.*)?");

    private final Draft draft;
    private final Traps traps;
    private final TextScan texts;

    ValueScan(Draft draft, Traps traps, TextScan texts) {
        this.draft = draft;
        this.traps = traps;
        this.texts = texts;
    }

    /** @param parent the column of the block around it, in this line's own columns; -1 when none */
    Value scan(Cursor behind, String field, int parent) {
        Row row = draft.row(behind.line());
        int line = behind.line();
        int start = row.skipGaps(texts.skipAnchor(row, row.skipGaps(behind.column())));
        int point = row.at(start);
        if (start >= row.length()) {
            return new Value(line + 1, true, false);
        }
        if (point == '#' && row.isSpace(start - 1)) {
            return comment(new Cursor(line, start), parent);
        }
        int lost = Brackets.lost(row, start);
        if (lost != 0) {
            traps.lostBracket(line, start, row.trimmed(row.comment(start)), Character.toString(lost));
            return new Value(line + 1, false, false);
        }
        if (point == '"' || point == '\'') {
            Cursor end = texts.quoted(new Cursor(line, start), parent, false);
            return new Value(end.line() + 1, false, false);
        }
        if ((point == '[' || point == '{') && !row.starts(start, "{{")) {
            return brackets(new Cursor(line, start), field, parent);
        }
        if (BLOCK_HEADER.matcher(row.text(start, row.length())).matches()) {
            return new Value(new BlockText(draft).scan(line + 1, parent), false, false);
        }
        if ((point == '|' || point == '>') && row.isGap(start + 1) && hasBlock(line + 1, parent)) {
            traps.slips().wordsBehindBar(line, start);
            return new Value(new BlockText(draft).scan(line + 1, parent), false, false);
        }
        return text(new Cursor(line, start), field);
    }

    /** {@code say: #topic# come all}: not a comment when it touches the sign and nothing else follows. */
    private Value comment(Cursor at, int parent) {
        Row row = draft.row(at.line());
        boolean hashtag = !row.isGap(at.column() + 1) && !row.isSpace(at.column() - 2)
                && row.hasChinese(at.column(), row.length()) && !hasBlock(at.line() + 1, parent);
        if (hashtag) {
            traps.cut(new Span(at.line(), at.column(), row.trimmed(row.length())), at.column());
        }
        return new Value(at.line() + 1, !hashtag, false);
    }

    private boolean hasBlock(int from, int parent) {
        for (int line = from; line < draft.size(); line++) {
            Row row = draft.row(line);
            if (!row.isNothingButComment()) {
                return row.indent() > parent || (row.indent() == parent && row.isDash(parent));
            }
        }
        return false;
    }

    private Value brackets(Cursor open, String field, int parent) {
        Row row = draft.row(open.line());
        int close = row.matching(open.column());
        if (close >= 0 && isText(row, close + 1)) {
            return text(open, field);
        }
        Cursor end = new FlowScan(draft, traps, texts, parent).scan(open, field);
        Row last = draft.row(end.line());
        if (!last.isOver(end.column())) {
            traps.strayBracket(end.line(), last.skipSpaces(end.column()), "");
        }
        return new Value(end.line() + 1, false, false);
    }

    /** Whether words follow the bracket, as in {@code [notice] tomorrow}. */
    private static boolean isText(Row row, int behind) {
        return !row.isOver(behind) && "]},".indexOf(row.at(row.skipSpaces(behind))) < 0;
    }

    private Value text(Cursor at, String field) {
        Row row = draft.row(at.line());
        Span span = new Span(at.line(), at.column(), texts.wordsEnd(row, at.column()));
        if (WideQuotes.holdText(row, span)) {
            traps.wideQuotes(span);
        } else if (WideQuotes.closeOnly(row, span)) {
            traps.closingQuoteOnly(span);
        } else if (isWideList(row, span, field)) {
            traps.wideBrackets(span);
        } else if (Signs.isWordList(field) && row.hasComma(span)) {
            traps.noBrackets(span);
        } else if (Remark.of(row, span, field) >= 0) {
            traps.slips().remark(span, Remark.of(row, span, field));
        } else {
            texts.plain(at.line(), at.column());
        }
        return new Value(at.line() + 1, false, true);
    }

    private static boolean isWideList(Row row, Span span, String field) {
        int open = row.at(span.from());
        boolean bold = open == 0x3010;
        int close = Signs.narrowBracket(row.at(span.to() - 1));
        boolean pair = Signs.narrowBracket(open) == '['
                ? close == ']'
                : Signs.narrowBracket(open) == '{' && close == '}';
        return pair && (!bold || (!Signs.isText(field) && !field.isEmpty()));
    }
}
