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
            if (!inside || (row.indent() < indent && row.isStructure(row.indent()))) {
                break;
            }
            if (indent < 0 && first(line, row, parent)) {
                indent = least(line + 1, parent, row.indent());
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

    /** Whether the first line is further in than the others, and they are right: then it is the one that slipped. */
    private boolean first(int line, Row row, int parent) {
        int first = row.indent();
        int least = least(line + 1, parent, first);
        if (least >= first || row.text(0, first).indexOf('\t') >= 0) {
            return false;
        }
        int ours = count(line, parent, first, first);
        int theirs = count(line, parent, first, least);
        if (theirs < ours || (theirs == ours && (first - Math.max(0, parent)) % 2 == 0)) {
            return false;
        }
        draft.trap(Code.INDENT, line, first, row.trimmed(row.length()),
                new Words("第一行比下面的缩进得多,YAML 会以它为准", "the first line is indented more than the others, and decides"),
                new Words("前面应当有 " + least + " 个空格,写成", "it should have " + least + " spaces before it"),
                new Edit(line, 0, first, " ".repeat(least)));
        return true;
    }

    /** The smallest indentation of the lines that belong to the text. */
    private int least(int from, int parent, int first) {
        int least = Integer.MAX_VALUE;
        for (int line = from; line < draft.size() && !ends(draft.row(line), parent, first); line++) {
            least = draft.row(line).isBlank() ? least : Math.min(least, draft.row(line).indent());
        }
        return least;
    }

    private int count(int from, int parent, int first, int indent) {
        int count = 0;
        for (int line = from; line < draft.size() && !ends(draft.row(line), parent, first); line++) {
            count += !draft.row(line).isBlank() && draft.row(line).indent() == indent ? 1 : 0;
        }
        return count;
    }

    /** Whether a line is no part of the text: outside of its block, or a field further left than its first line. */
    private static boolean ends(Row row, int parent, int first) {
        return !row.isBlank()
                && (row.indent() <= parent || (row.indent() < first && row.isStructure(row.indent())));
    }

    private static boolean isForgotten(Row row, int parent) {
        int start = row.margin();
        return start <= parent && !row.isStructure(start) && row.at(start) != '#' && !row.starts(0, "---")
                && KEYS.find(row, start, true).isEmpty();
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
