package io.qunbot.yaml;

/** What plain YAML does to chat texts: every trap that is about one text, with its words. */
final class Traps {

    private static final Words QUOTE_IT = new Words("给整句加上引号,写成", "put the whole text in quotes");

    private final Draft draft;
    private final Slips slips;

    Traps(Draft draft) {
        this.draft = draft;
        this.slips = new Slips(draft);
    }

    Slips slips() {
        return slips;
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

    /** Chinese quotes around a text, or at one end of it. */
    void wideQuotes(Span span) {
        Row row = draft.row(span.line());
        boolean opens = isQuote(row.at(span.from()));
        boolean closes = isQuote(row.at(span.to() - 1));
        String inner = row.text(span.from() + (opens ? 1 : 0), span.to() - (closes ? 1 : 0));
        Words message = opens && closes
                ? new Words("中文引号不会被当成引号,会原样发出去",
                        "Chinese quotes are no quotes to YAML: they would be sent as they are")
                : new Words("引号只有一边,而且是中文的,会原样发出去",
                        "a quote at one end only, and no ASCII one: it would be sent as it is");
        draft.trap(Code.WIDE_QUOTES, span.line(), opens ? span.from() : span.to() - 1,
                opens && !closes ? span.from() + 1 : span.to(), message, new Words("换成英文引号,写成", "use ASCII quotes"),
                Edit.quote(span.line(), span.from(), span.to(), inner));
    }

    private static boolean isQuote(int point) {
        return point == '"' || Signs.isWideQuote(point);
    }

    /** A text in brackets whose quotes are Chinese, or whose opening quote is missing. */
    void halfQuoted(Span span) {
        if (Signs.isWideQuote(draft.row(span.line()).at(span.from()))) {
            wideQuotes(span);
        } else {
            closingQuoteOnly(span);
        }
    }

    /** A text that ends with a quote that nobody opened. */
    void closingQuoteOnly(Span span) {
        String inner = draft.row(span.line()).text(span.from(), span.to() - 1);
        draft.trap(Code.OPEN_QUOTE, span.line(), span.to() - 1, span.to(),
                new Words("只有结尾的引号,前面少了一个", "this quote closes what nobody opened"), new Words("写成", "write"),
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

    /** Words in a row where only a list can hold several. */
    void noBrackets(Span span) {
        Row row = draft.row(span.line());
        StringBuilder items = new StringBuilder("[");
        for (int index = span.from(); index < span.to(); index++) {
            boolean comma = row.at(index) == ',' || Signs.isListComma(row.at(index));
            items.append(comma ? row.isSpace(index + 1) ? "," : ", " : row.text(index, index + 1));
        }
        draft.trap(Code.LIST_COMMA, span.line(), span.from(), span.to(),
                new Words("几个词要写在方括号里,否则会被当成一个词", "several words need brackets around them, or they are one word"),
                new Words("写成", "write"), new Edit(span.line(), span.from(), span.to(), items.append(']').toString()));
    }

    /** A quoted text that goes on behind its closing quote, as in {@code "he says "hi""}. */
    void innerQuote(Span span, int close) {
        Row row = draft.row(span.line());
        boolean wrapped = row.at(span.to() - 1) == row.at(span.from());
        int doubled = wrapped && close == span.from() + 1 && row.at(span.to() - 2) == row.at(span.from()) ? 2 : 1;
        String words = wrapped ? row.text(span.from() + doubled, span.to() - doubled) : span.text(draft);
        draft.trap(Code.INNER_QUOTE, span.line(), close, close + 1,
                new Words("引号在这里就结束了,后面的文字没有着落", "the quote ends here, and more text follows"),
                new Words("里面的引号用 “ ”,或者整句用另一种引号包起来,写成", "use the other kind of quotes around the text"),
                Edit.quote(span.line(), span.from(), span.to(), words));
    }

    /** The kind of punctuation that is nothing but a habit, right behind a closing quote. */
    void behindQuote(int line, int close, int index) {
        Row row = draft.row(line);
        String sign = row.text(index, index + 1);
        boolean separator = ",;".contains(sign) || Signs.isListComma(row.at(index));
        draft.trap(Code.INNER_QUOTE, line, index, index + 1,
                new Words("引号后面多了一个“" + sign + "”", "a '" + sign + "' behind the closing quote"),
                separator ? new Words("删掉它,写成", "remove it") : new Words("移到引号里面,写成", "move it into the quotes"),
                separator
                        ? new Edit(line, close + 1, index + 1, "")
                        : new Edit(line, close, index + 1, sign + row.text(close, close + 1)));
    }

    /** A closing quote with a backslash before it closes nothing. */
    void escapedQuote(int line, int open, int backslash) {
        draft.trap(Code.OPEN_QUOTE, line, open, open + 1,
                new Words("这个引号没有结束:最后的 \\\" 只是文字里的引号",
                        "this quote is never closed: the last one, with a backslash, is part of the text"),
                new Words("去掉反斜杠,写成", "remove the backslash"), new Edit(line, backslash, backslash + 1, ""));
    }

    /** A quote that nobody closes; it should stand at the end. */
    void openQuote(Cursor open, Cursor end) {
        String quote = draft.row(open.line()).text(open.column(), open.column() + 1);
        int replaced = Signs.isWideQuote(draft.row(end.line()).at(end.column() - 1)) ? end.column() - 1 : end.column();
        draft.trap(Code.OPEN_QUOTE, open.line(), open.column(), open.column() + 1,
                new Words("这个引号没有结束", "this quote is never closed"),
                open.line() == end.line()
                        ? new Words("写成", "write")
                        : new Words("在第 " + (end.line() + 1) + " 行末尾补上",
                                "close it at the end of line " + (end.line() + 1)),
                new Edit(end.line(), replaced, end.column(), quote));
    }

    /** A tag of YAML's: rules have none. */
    void tag(Span span, int behind) {
        draft.trap(Code.SIGN, span.line(), span.from(), behind,
                new Words("“!” 开头的是 YAML 的类型标记,规则里不用", "a tag of YAML's: rules have none"),
                new Words("删掉它,写成", "remove it"), new Edit(span.line(), span.from(), behind, ""));
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

    /** The name of a field, its colon, and the gap behind it. */
    void key(int line, int start, KeyScan.Key key) {
        Row row = draft.row(line);
        slips.name(line, start, key);
        if (key.missing()) {
            draft.trap(Code.NO_COLON, line, start, key.colon(),
                    new Words("“" + key.name() + "” 后面少了英文冒号", "a colon is missing after '" + key.name() + "'"),
                    new Words("写成", "write"),
                    new Edit(line, key.colon(), key.end(), key.end() < row.length() ? ": " : ":"));
        } else if (row.at(key.colon()) == Signs.WIDE_COLON) {
            wideColon(line, key.colon());
        } else if (!row.isLooseGap(key.end())) {
            noSpace(line, key.colon());
        } else {
            slips.oddGap(line, key.end());
        }
    }

    /** A value whose closing bracket nothing opens. */
    void lostBracket(int line, int from, int end, String opening) {
        draft.trap(Code.STRAY_BRACKET, line, end - 1, end,
                new Words("前面少了一个 “" + opening + "”", "'" + opening + "' is missing before"), new Words("写成", "write"),
                new Edit(line, from, from, opening.equals("{") ? "{ " : opening));
    }

    /** {@code [} for <code>{</code>. */
    void wrongBracket(int line, int index, String instead) {
        draft.trap(Code.STRAY_BRACKET, line, index, index + 1,
                new Words("里面是字段,要用 “{” 开头", "these are fields: they begin with '{'"), new Words("写成", "write"),
                new Edit(line, index, index + 1, instead));
    }

    /** A closing parenthesis where a bracket should close. */
    void parenthesis(int line, int index) {
        draft.trap(Code.STRAY_BRACKET, line, index, index + 1,
                new Words("前面是 “[”,这里要用 “]”", "what '[' opens is closed by ']'"), new Words("写成", "write"),
                new Edit(line, index, index + 1, "]"));
    }

    void strayComma(int line, int index) {
        draft.trap(Code.STRAY_BRACKET, line, index, index + 1, new Words("多了一个逗号", "a comma too many"),
                new Words("删掉它,写成", "remove it"), new Edit(line, index, index + 1, ""));
    }

    void brokenByComma(Span span, int comma) {
        unquoted(Code.COLON, span, comma, 1, new Words(
                "花括号里的英文逗号会把这句话断开", "in brackets a comma ends the text"));
    }

    void noComma(int line, int index) {
        draft.trap(Code.NO_COMMA, line, index, index + 1,
                new Words("两项之间少一个逗号", "a comma is missing between two items"), new Words("写成", "write"),
                new Edit(line, index, index, ","));
    }
}
