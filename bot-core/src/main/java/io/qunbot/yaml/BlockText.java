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
            int wanted = indent < 0 ? Math.max(row.indent(), parent + 1) : indent;
            indent = indent < 0 && row.indent() <= parent ? Math.max(parent, 0) + 2 : wanted;
            if (spaces(row, indent) < indent) {
                named |= mend(line, row, indent, named);
            }
        }
        return line;
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
