package io.qunbot.yaml;

/** Where a line begins, when its indentation may hold what YAML takes for no space: tabs, wide spaces, invisible characters. */
final class Margin {

    private static final int[] TAB_WIDTHS = {2, 4, 8, 3, 1, 6};

    private final Draft draft;
    private final Levels levels;

    Margin(Draft draft, Levels levels) {
        this.draft = draft;
        this.levels = levels;
    }

    /** The column at which the line begins once it is corrected; what has to be is noted. */
    int columnOf(int line) {
        Row row = draft.row(line);
        int start = row.margin();
        int tab = find(row, start, true);
        if (tab >= 0) {
            int column = width(row, start, tabWidth(line, row, start));
            note(Code.TAB, line, tab, column, new Words("缩进用了制表符(Tab),YAML 只认空格",
                    "a tab in the indentation: YAML takes spaces only"));
            return column;
        }
        int odd = find(row, start, false);
        if (odd < 0) {
            return start;
        }
        int column = width(row, start, 1);
        note(Code.INVISIBLE, line, odd, column, Slips.invisible(row.at(odd)));
        return column;
    }

    private void note(Code code, int line, int index, int column, Words message) {
        draft.trap(code, line, index, index + 1, message,
                new Words("前面换成 " + column + " 个空格,写成", "put " + column + " spaces before it"),
                new Edit(line, 0, draft.row(line).margin(), " ".repeat(column)));
    }

    /** The first tab, or the first character that is neither a tab nor a space; -1 when there is none. */
    private static int find(Row row, int start, boolean tab) {
        for (int index = 0; index < start; index++) {
            if (tab ? row.at(index) == '\t' : !row.isSpace(index)) {
                return index;
            }
        }
        return -1;
    }

    private static int width(Row row, int start, int tabWidth) {
        int width = 0;
        for (int index = 0; index < start; index++) {
            int point = row.at(index);
            width += point == '\t'
                    ? tabWidth
                    : point == Signs.IDEOGRAPHIC_SPACE ? 2 : Signs.isInvisible(point) ? 0 : 1;
        }
        return width;
    }

    /** The width with which the line stands where a line can stand: beside its neighbour, or at an open block. */
    private int tabWidth(int line, Row row, int start) {
        int neighbour = neighbour(line);
        for (int width : TAB_WIDTHS) {
            int column = width(row, start, width);
            if (levels.isExpecting() ? column == neighbour && levels.isDeeper(column) : levels.isAt(column)) {
                return width;
            }
        }
        return TAB_WIDTHS[0];
    }

    /** The column of the next line that is indented by spaces only; -1 when that says nothing. */
    private int neighbour(int line) {
        for (int next = line + 1; next < draft.size(); next++) {
            Row row = draft.row(next);
            if (!row.isNothingButComment()) {
                int start = row.margin();
                return find(row, start, true) < 0 && find(row, start, false) < 0 ? start : -1;
            }
        }
        return -1;
    }
}
