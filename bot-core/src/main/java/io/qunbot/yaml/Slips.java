package io.qunbot.yaml;

import java.util.ArrayList;
import java.util.List;

/** Slips of the hand around texts: gaps that are none, remarks, names, and lines that run into each other. */
final class Slips {

    private final Draft draft;

    Slips(Draft draft) {
        this.draft = draft;
    }

    void name(int line, int start, KeyScan.Key key) {
        Row row = draft.row(line);
        int end = row.trimmed(key.colon());
        if (Signs.isWideQuote(row.at(start)) && Signs.isWideQuote(row.at(end - 1))) {
            draft.trap(Code.WIDE_QUOTES, line, start, end,
                    new Words("字段名不用引号,更不用中文引号", "a field's name needs no quotes, Chinese ones least of all"),
                    new Words("写成", "write"), new Edit(line, start, start + 1, ""), new Edit(line, end - 1, end, ""));
            return;
        }
        List<Edit> edits = new ArrayList<>();
        for (int index = start; index < key.colon(); index++) {
            int point = row.at(index);
            if (Signs.isInvisible(point) || Signs.isOddSpace(point)) {
                edits.add(new Edit(line, index, index + 1, ""));
            }
        }
        if (!edits.isEmpty()) {
            int first = edits.getFirst().from();
            draft.trap(Code.INVISIBLE, line, first, first + 1, invisible(row.at(first)),
                    new Words("删掉它,写成", "remove it"),
                    edits.toArray(Edit[]::new));
        }
    }

    /** A gap that YAML takes for none: a tab, or another kind of space. */
    void oddGap(int line, int from) {
        Row row = draft.row(line);
        int to = row.skipGaps(from);
        int odd = from;
        while (odd < to && row.at(odd) == ' ') {
            odd++;
        }
        if (odd >= to || to >= row.length()) {
            return;
        }
        boolean tab = row.at(odd) == '\t';
        draft.trap(tab ? Code.TAB : Code.INVISIBLE, line, odd, odd + 1, tab
                ? new Words("这里是制表符(Tab),YAML 只认空格", "a tab stands here: YAML takes spaces only")
                : invisible(row.at(odd)), new Words("换成一个空格,写成", "use an ordinary space"),
                new Edit(line, from, to, " "));
    }

    static Words invisible(int point) {
        String name = "U+%04X".formatted(point);
        return switch (point) {
            case Signs.IDEOGRAPHIC_SPACE ->
                new Words("这里是全角空格,YAML 只认普通空格", "a full-width space: YAML takes ordinary ones only");
            case 0xA0 -> new Words("这里是网页里的不换行空格(U+00A0),YAML 只认普通空格",
                    "a non-breaking space (U+00A0): YAML takes ordinary ones only");
            case 0xFEFF -> new Words("这里夹着一个看不见的 BOM(U+FEFF)", "an invisible byte order mark (U+FEFF)");
            default -> Signs.isOddSpace(point)
                    ? new Words("这里的空格(" + name + ")不是普通空格", "this space (" + name + ") is no ordinary one")
                    : new Words("这里有一个看不见的字符(" + name + ")", "an invisible character (" + name + ")");
        };
    }

    /** An item of a list that begins without its dash. */
    void lostDash(int line, int start) {
        draft.trap(Code.NO_COLON, line, start, draft.row(line).trimmed(draft.row(line).comment(start)),
                new Words("列表里的每一项前面都要有“- ”,这里少了", "every item of a list begins with a dash, and here it is missing"),
                new Words("写成", "write"), new Edit(line, start - 2, start, "- "));
    }

    /** A dash that would become part of the text above. */
    void joined(int line, int start, Levels.Level above) {
        if (above.list()) {
            draft.trap(Code.INDENT, line, start, draft.row(line).length(),
                    new Words("缩进不对:这一项会接到上一项的文字后面",
                            "wrong indentation: this item would become part of the text above"),
                    new Words("和上一项的“-”对齐,写成", "let its dash stand under the one above"),
                    new Edit(line, 0, start, " ".repeat(above.column())));
            return;
        }
        if (!draft.isTrapped(line - 1)) {
            draft.trap(Code.NO_COLON, line, start, start + 1,
                    new Words("上面已经有文字了,这一行会接到它后面,变成同一句话", "this line would become part of the text above"),
                    new Words("要分行就把整段写在 | 下面;要写列表,就把上面那句也移下来,前面加“- ”",
                            "for several lines put the whole text under a |; for a list put the text above into an item, too"));
        }
    }

    static void tooDeep(Draft draft, int line, int from, int to) {
        draft.trap(Code.LIMIT, line, from, from + 1,
                new Words("这里套得太深了(超过 " + Composing.MAX_DEPTH + " 层)",
                        "this is nested too deeply (more than " + Composing.MAX_DEPTH + " levels)"),
                new Words("多半是括号或缩进写多了;删掉多余的", "most likely there are too many brackets or spaces: remove them"),
                new Edit(line, from, to, ""));
    }

    /** {@code | text}: what a bar opens begins on the next line. */
    void wordsBehindBar(int line, int bar) {
        Row row = draft.row(line);
        int end = row.trimmed(row.length());
        draft.trap(Code.SIGN, line, row.skipSpaces(bar + 1), end,
                new Words("“" + row.text(bar, bar + 1) + "” 后面不能接着写字,文字从下一行开始",
                        "nothing can be written behind '" + row.text(bar, bar + 1)
                                + "': the text begins on the next line"),
                new Words("把“" + row.text(row.skipSpaces(bar + 1), end) + "”移到下一行,和下面的文字对齐",
                        "move it to a line of its own, above the others"),
                new Edit(line, bar + 1, row.length(), ""));
    }

    /** A whole line that was meant as a remark. */
    void remarkLine(int line, int start) {
        draft.trap(Code.COMMENT, line, start, draft.row(line).length(),
                new Words("注释要用 # 开头", "a remark begins with #"), new Words("写成", "write"),
                new Edit(line, start, start + 2, "#"));
    }

    /** What was meant as a remark and is none to YAML. */
    void remark(Span span, int from) {
        Row row = draft.row(span.line());
        int end = from;
        while (end < span.to() && ("/#".indexOf(row.at(end)) >= 0 || row.at(end) == 0xFF03)) {
            end++;
        }
        draft.trap(Code.COMMENT, span.line(), from, span.to(),
                new Words("注释要写成空格加 #,否则它就是内容的一部分",
                        "a remark begins with a space and #: like this it is part of the value"),
                new Words("写成", "write"),
                new Edit(span.line(), row.trimmed(from), end, row.isGap(end) ? "  #" : "  # "));
    }
}
