package io.qunbot.yaml;

/** What plain YAML does to chat texts: every trap that is about one text, with its words. */
final class Traps {

    private static final Words QUOTE_IT = new Words("给整句加上引号,写成", "put the whole text in quotes");

    private final Draft draft;

    Traps(Draft draft) {
        this.draft = draft;
    }

    /** A text that stands from {@code from} to {@code to}, with the sign at {@code index} as its fault. */
    private void unquoted(Code code, Span span, int index, int length, Words message) {
        Edit edit = Edit.quote(span.line(), span.from(), span.to(), span.text(draft));
        draft.trap(code, span.line(), index, index + length, message, QUOTE_IT, edit);
    }

    void template(Span span, int index) {
        Row row = draft.row(span.line());
        int end = index;
        while (end < span.to() && !row.starts(end, "}}")) {
            end++;
        }
        unquoted(Code.TEMPLATE, span, index, Math.min(end + 2, span.to()) - index, new Words(
                "这句话没加引号,YAML 会把里面的 {{ 当成自己的括号", "without quotes YAML takes {{ for a bracket of its own"));
    }

    void sign(Span span, int index) {
        String sign = draft.row(span.line()).text(index, index + 1);
        unquoted(Code.SIGN, span, index, 1, new Words(
                "没加引号的文字里,“" + sign + "” 在这个位置是 YAML 的符号",
                "in a text without quotes '" + sign + "' is a sign of YAML's own here"));
    }

    void cut(Span span, int index) {
        unquoted(Code.CUT, span, index, span.to() - index, new Words(
                "从 “#” 开始的文字会被当成注释,谁也看不到", "everything from '#' on would be a comment, and nobody would see it"));
    }

    void colon(Span span, int index) {
        unquoted(Code.COLON, span, index, 1, new Words(
                "没加引号的文字里有冒号加空格,YAML 会把它当成字段",
                "a colon and a space in a text without quotes look like a field"));
    }

    void wideColon(int line, int index) {
        boolean gap = draft.row(line).isGap(index + 1);
        draft.trap(Code.WIDE_COLON, line, index, index + 1,
                new Words("字段后面是中文冒号", "a full-width colon after a field"),
                new Words("换成英文冒号,后面空一格", "use an ASCII colon and a space"),
                new Edit(line, index, index + 1, gap ? ":" : ": "));
    }

    void noSpace(int line, int index) {
        String sign = draft.row(line).text(index, index + 1);
        draft.trap(Code.NO_SPACE, line, index, index + 1,
                new Words("“" + sign + "” 后面要空一格", "a space is missing after '" + sign + "'"),
                new Words("写成", "write"), new Edit(line, index + 1, index + 1, " "));
    }

    void wideBracket(int line, int index, String narrow) {
        draft.trap(Code.WIDE_BRACKET, line, index, index + 1,
                new Words("这里要用英文的 “" + narrow.strip() + "”", "this must be an ASCII '" + narrow.strip() + "'"),
                new Words("写成", "write"), new Edit(line, index, index + 1, narrow));
    }

    void wideBrackets(Span span) {
        Row row = draft.row(span.line());
        StringBuilder narrow = new StringBuilder();
        for (int index = span.from(); index < span.to(); index++) {
            int bracket = Signs.narrowBracket(row.at(index));
            if (Signs.isListComma(row.at(index))) {
                narrow.append(row.isSpace(index + 1) ? "," : ", ");
            } else {
                narrow.appendCodePoint(bracket == 0 ? row.at(index) : bracket);
            }
        }
        draft.trap(Code.WIDE_BRACKET, span.line(), span.from(), span.from() + 1,
                new Words("这里用了全角的括号", "a full-width bracket"), new Words("换成英文括号,写成", "use ASCII brackets"),
                new Edit(span.line(), span.from(), span.to(), narrow.toString()));
    }

    void wideQuotes(Span span) {
        String inner = draft.row(span.line()).text(span.from() + 1, span.to() - 1);
        draft.trap(Code.WIDE_QUOTES, span.line(), span.from(), span.to(),
                new Words("中文引号不会被当成引号,会原样发出去", "Chinese quotes are no quotes to YAML: they would be sent as they are"),
                new Words("换成英文引号,写成", "use ASCII quotes"),
                Edit.quote(span.line(), span.from(), span.to(), inner));
    }

    void listComma(Span span) {
        Row row = draft.row(span.line());
        StringBuilder items = new StringBuilder();
        int first = span.to();
        for (int index = span.from(); index < span.to(); index++) {
            boolean comma = Signs.isListComma(row.at(index));
            items.append(comma ? row.isSpace(index + 1) ? "," : ", " : row.text(index, index + 1));
            first = comma ? Math.min(first, index) : first;
        }
        draft.trap(Code.LIST_COMMA, span.line(), first, first + 1,
                new Words("列表里用了中文标点,这几个词会被当成一个词", "with a Chinese comma these are one word, not several"),
                new Words("用英文逗号隔开;逗号本来就是文字的话,给它加引号。写成", "separate them by ASCII commas, or quote a text that has one"),
                new Edit(span.line(), span.from(), span.to(), items.toString()));
    }

    /** A quoted text that goes on behind its closing quote, as in {@code "he says "hi""}. */
    void innerQuote(Span span, int close) {
        Row row = draft.row(span.line());
        boolean wrapped = row.at(span.to() - 1) == row.at(span.from());
        String words = wrapped ? row.text(span.from() + 1, span.to() - 1) : span.text(draft);
        draft.trap(Code.INNER_QUOTE, span.line(), close, close + 1,
                new Words("引号在这里就结束了,后面的文字没有着落", "the quote ends here, and more text follows"),
                new Words("里面的引号用 “ ”,或者整句用另一种引号包起来,写成", "use the other kind of quotes around the text"),
                Edit.quote(span.line(), span.from(), span.to(), words));
    }

    /**
     * A quote that nobody closes.
     *
     * @param end where the closing quote should stand
     */
    void openQuote(int line, int open, int end) {
        Row row = draft.row(line);
        int replaced = row.at(end - 1) == Signs.RIGHT_QUOTE ? end - 1 : end;
        draft.trap(Code.OPEN_QUOTE, line, open, open + 1,
                new Words("这个引号没有结束", "this quote is never closed"), new Words("写成", "write"),
                new Edit(line, replaced, end, row.text(open, open + 1)));
    }

    void openBracket(Cursor open, Edit closing) {
        draft.trap(Code.OPEN_BRACKET, open.line(), open.column(), open.column() + 1,
                new Words("这个括号没有结束", "this bracket is never closed"), new Words("写成", "write"), closing);
    }

    void strayBracket(int line, int index, String instead) {
        String sign = draft.row(line).text(index, index + 1);
        draft.trap(Code.STRAY_BRACKET, line, index, index + 1,
                new Words("“" + sign + "” 没有配对的括号", "nothing opens this '" + sign + "'"),
                new Words("写成", "write"), new Edit(line, index, index + 1, instead));
    }

    void noComma(int line, int index) {
        draft.trap(Code.NO_COMMA, line, index, index + 1,
                new Words("两项之间少一个逗号", "a comma is missing between two items"), new Words("写成", "write"),
                new Edit(line, index, index, ","));
    }
}
