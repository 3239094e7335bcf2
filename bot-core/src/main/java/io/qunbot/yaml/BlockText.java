package io.qunbot.yaml;

/** The lines of a text behind {@code |} or {@code >}: nothing in them is YAML but their indentation. */
final class BlockText {

    private static final KeyScan KEYS = new KeyScan();

    private final Draft draft;

    BlockText(Draft draft) {
        this.draft = draft;
    }

    /** Reads the text that begins at a line; gives the line behind it. */
    int scan(int from, int parent) {
        int indent = -1;
        int line = from;
        boolean named = false;
        for (; line < draft.size(); line++) {
            Row row = draft.row(line);
            if (row.isBlank()) {
                continue;
            }
            boolean inside = row.indent() > parent || isForgotten(row, parent);
            if (!inside) {
                break;
            }
            if (indent < 0 && first(line, row, parent)) {
                indent = least(line + 1, parent);
                continue;
            }
            int wanted = indent < 0 ? Math.max(row.indent(), parent + 1) : indent;
            indent = indent < 0 && row.indent() <= parent ? Math.max(parent, 0) + 2 : wanted;
            if (spaces(row, indent) < indent) {
                named |= mend(line, row, indent, named);
            }
        }
        return line;
    }

    /** Whether the first line is further in than all others: then it is the one that slipped. */
    private boolean first(int line, Row row, int parent) {
        int least = least(line + 1, parent);
        if (least >= row.indent() || least <= parent || row.text(0, row.indent()).indexOf('\t') >= 0) {
            return false;
        }
        draft.trap(Code.INDENT, line, row.indent(), row.trimmed(row.length()),
                new Words("第一行比下面的缩进得多,YAML 会以它为准", "the first line is indented more than the others, and decides"),
                new Words("前面应当有 " + least + " 个空格,写成", "it should have " + least + " spaces before it"),
                new Edit(line, 0, row.indent(), " ".repeat(least)));
        return true;
    }

    /** The smallest indentation of the lines that belong to the text. */
    private int least(int from, int parent) {
        int least = Integer.MAX_VALUE;
        for (int line = from; line < draft.size(); line++) {
            Row row = draft.row(line);
            if (row.isBlank()) {
                continue;
            }
            if (row.indent() <= parent) {
                break;
            }
            least = Math.min(least, row.indent());
        }
        return least;
    }

    private static boolean isForgotten(Row row, int parent) {
        int start = row.margin();
        return start <= parent && !row.isStructure(start) && row.at(start) != '#' && !row.starts(0, "---")
                && KEYS.find(row, start, start == parent).isEmpty();
    }

    private static int spaces(Row row, int indent) {
        int index = 0;
        while (index < indent && row.at(index) == ' ') {
            index++;
        }
        return index;
    }

    private boolean mend(int line, Row row, int indent, boolean named) {
        int start = row.indent();
        boolean tab = row.text(0, start).indexOf('\t') >= 0;
        Edit edit = new Edit(line, 0, start, " ".repeat(indent));
        if (named) {
            draft.correct(edit);
        } else {
            draft.trap(tab ? Code.TAB : Code.INDENT, line, tab ? 0 : start, tab ? start : row.trimmed(row.length()),
                    tab
                            ? new Words("缩进用了制表符(Tab),YAML 只认空格", "a tab in the indentation: YAML takes spaces only")
                            : new Words("这一行属于上面的文字,缩进却比它少",
                                    "this line belongs to the text above, but is indented less"),
                    new Words("前面应当有 " + indent + " 个空格,写成", "it should have " + indent + " spaces before it"), edit);
        }
        return true;
    }
}
