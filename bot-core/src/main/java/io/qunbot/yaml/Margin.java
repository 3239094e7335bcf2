package io.qunbot.yaml;

import java.util.Comparator;

/** Where a line begins, when its indentation may hold what YAML takes for no space: tabs, wide spaces, invisible characters. */
final class Margin {

    private static final int[] TAB_WIDTHS = {2, 4, 8, 3, 1, 6};

    private final Draft draft;
    private final Levels levels;
    private final KeyScan keys;
    private final Habits habits;

    Margin(Draft draft, Levels levels, KeyScan keys) {
        this.draft = draft;
        this.levels = levels;
        this.keys = keys;
        this.habits = new Habits(draft);
    }

    /** The column at which the line begins once it is corrected; what has to be is noted. */
    int columnOf(int line) {
        Row row = draft.row(line);
        int start = row.margin();
        int tab = find(row, start, true);
        if (tab >= 0) {
            int column = tabbed(line, row, start);
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

    /** Beside its neighbours where these are indented by spaces; else as wide as makes it stand at a block. */
    private int tabbed(int line, Row row, int start) {
        int below = neighbour(line, 1);
        int neighbour = below < 0 || isBeside(line) ? below : below - 2;
        boolean lonely = neighbour(line, -1) >= 0;
        if (levels.isExpecting() && levels.isDeeper(neighbour)) {
            return neighbour;
        }
        if (!levels.isExpecting() && lonely) {
            return beside(row, start, isBeside(line) ? -1 : neighbour);
        }
        for (int width : TAB_WIDTHS) {
            int column = width(row, start, width);
            if (levels.isExpecting() ? levels.isDeeper(column) : levels.isAt(column)) {
                return column;
            }
        }
        return width(row, start, TAB_WIDTHS[0]);
    }

    /** Whether the next line stands beside this one, and not under it. */
    private boolean isBeside(int line) {
        Row row = draft.row(line);
        for (int next = line + 1; next < draft.size(); next++) {
            Row other = draft.row(next);
            if (!other.isNothingButComment()) {
                boolean item = row.isDash(row.margin()) && isField(row, row.skipSpaces(row.margin() + 1));
                return !(item && !other.isDash(other.margin())) && Neighbours.isComplete(row);
            }
        }
        return true;
    }

    private boolean isField(Row row, int start) {
        return keys.find(row, start, false).isPresent();
    }

    /**
     * The open block in which such a line is written elsewhere, or the one that the line begins with.
     *
     * @param owner the column at which the lines below it have their owner; -1 when they have another
     */
    private int beside(Row row, int start, int owner) {
        boolean dash = row.isDash(start);
        int offset = dash ? 2 : 0;
        String field = keys.find(row, row.skipSpaces(start + offset), false).map(KeyScan.Key::name).orElse("");
        int top = levels.isEmpty() ? 0 : levels.top().column();
        return levels.columns(dash)
                .max(Comparator.comparingInt((Integer column) -> habits.count(field, column + offset))
                        .thenComparing(column -> column == owner)
                        .thenComparing(column -> column == top))
                .orElse(width(row, start, TAB_WIDTHS[0]));
    }

    /** The column of the next line in a direction, if it is indented by spaces only; -1 when it is not. */
    private int neighbour(int line, int step) {
        for (int next = line + step; next >= 0 && next < draft.size(); next += step) {
            Row row = draft.row(next);
            if (!row.isNothingButComment()) {
                int start = row.margin();
                return find(row, start, true) < 0 && find(row, start, false) < 0 ? start : -1;
            }
        }
        return -1;
    }
}
