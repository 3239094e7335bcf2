package io.qunbot.yaml;

import java.util.Optional;

/** Finds the block that a line belongs to, and names lines that stand at no block's column. */
final class Layout {

    /** One line in the wrong place can make many look wrong: more than this in a block are not named. */
    private static final int MAX_MISPLACED = 4;
    private static final int DEEPEST = Composing.MAX_DEPTH - 2;

    private final Draft draft;
    private final Levels levels;
    private final KeyScan keys;
    private final Habits habits;
    private final Neighbours neighbours;

    private int wrongColumn = -1;
    private boolean wrongDash;
    private int rightColumn;
    private int misplacedLines;

    Layout(Draft draft, Levels levels, KeyScan keys) {
        this.draft = draft;
        this.levels = levels;
        this.keys = keys;
        this.habits = new Habits(draft);
        this.neighbours = new Neighbours(draft);
    }

    /** The column at which the line should begin; -1 when it belongs to no block and was noted. */
    int settle(int line, int start, int column, boolean dash) {
        misplacedLines = column == 0 ? 0 : misplacedLines;
        levels.returnTo(column);
        Levels before = levels.copy();
        int wanted = kin(line, start, dash, target(line, column, dash));
        boolean orphan = wanted < 0;
        if (!orphan && wanted != column) {
            misplaced(line, start, column, wanted);
            wrongDash = dash;
        }
        levels.remember(orphan || wanted != column ? before : new Levels());
        return wanted;
    }

    /** Whether a field begins an item of a list, and its dash was forgotten. */
    boolean hasLostDash(int line, int start, int column) {
        Optional<KeyScan.Key> key = start == column ? keys.find(draft.row(line), start, false) : Optional.empty();
        if (key.isEmpty() || levels.isEmpty()) {
            return false;
        }
        boolean first = levels.isExpecting() && levels.isDeeper(column);
        return first
                ? neighbours.lostDash(line, levels.top().column(), column)
                : levels.beginsItem(key.get().name(), column);
    }

    private int target(int line, int column, boolean dash) {
        String field = keys.find(draft.row(line), draft.row(line).margin(), false).map(KeyScan.Key::name).orElse("");
        if (column == wrongColumn && dash == wrongDash && (levels.isDeeper(column) == (rightColumn < column))) {
            levels.leave(rightColumn, dash, _ -> 0);
            return rightColumn;
        }
        if (wrongColumn >= 0 && column <= Math.min(wrongColumn, rightColumn)) {
            wrongColumn = -1;
        }
        if (!levels.isDeeper(column)) {
            return levels.leave(column, dash, at -> 2 * habits.count(field, at) + neighbours.evidence(line, at));
        }
        if (levels.isExpecting() || levels.isEmpty()) {
            int right = neighbours.columnOf(line, levels.isEmpty() ? -1 : levels.top().column(), column, dash);
            levels.push(right, dash);
            return right;
        }
        return levels.leave(levels.top().column(), dash, _ -> 0);
    }

    /** A dash belongs to a list, a field to fields: the nearest ones around; -1 when there are none. */
    private int kin(int line, int start, boolean dash, int wanted) {
        boolean field = !dash && keys.find(draft.row(line), start, levels.isAmongFields(wanted)).isPresent();
        if (dash == levels.top().list() && (dash || field)) {
            return wanted;
        }
        if (dash || field) {
            return levels.leaveFor(dash) ? levels.top().column() : -1;
        }
        boolean taken = levels.isAmongFields(wanted) || levels.top().list();
        return taken ? -1 : wanted;
    }

    private void misplaced(int line, int start, int column, int wanted) {
        Edit edit = new Edit(line, 0, start, " ".repeat(wanted));
        if ((wrongColumn == column && rightColumn == wanted) || ++misplacedLines > MAX_MISPLACED) {
            draft.correct(edit);
            return;
        }
        wrongColumn = column;
        rightColumn = wanted;
        draft.trap(Code.INDENT, line, start, draft.row(line).trimmed(draft.row(line).comment(start)),
                new Words("缩进不对:和上面哪一层都没有对齐", "wrong indentation: it lines up with nothing above"),
                new Words("前面应当有 " + wanted + " 个空格,写成", "it should have " + wanted + " spaces before it"), edit);
    }

    /** A line that belongs nowhere is left out. */
    void orphan(int line, int start) {
        if (draft.isTrapped(line - 1) || ++misplacedLines > MAX_MISPLACED) {
            // most likely the rest of a text whose beginning was already named
            leaveOut(line);
            return;
        }
        Row row = draft.row(line);
        int end = row.trimmed(row.comment(start));
        if (!levels.isEmpty() && levels.top().list() && levels.top().column() == start) {
            draft.trap(Code.NO_COLON, line, start, end,
                    new Words("列表里的每一项前面都要有“- ”", "every item of a list needs a dash before it"),
                    new Words("写成", "write"), new Edit(line, start, start, "- "));
            return;
        }
        draft.trap(Code.NO_COLON, line, start, end,
                new Words("这一行没有写成“字段: 内容”,也不属于上面的文字", "this is no 'field: value', and no part of the text above"),
                new Words("要接着上一行的文字,就比上一行多缩进两格;要写字段,就加英文冒号和空格",
                        "indent it by two more spaces to continue the text above, or write a field with a colon and a space"),
                new Edit(line, 0, row.length(), ""));
    }

    void leaveOut(int line) {
        draft.correct(new Edit(line, 0, draft.row(line).length(), ""));
    }

    /** Whether blocks stand in each other too deeply to be meant; noted where that begins. */
    boolean isTooDeep(int line, int start) {
        if (levels.depth() <= DEEPEST) {
            return false;
        }
        Slips.tooDeep(draft, line, start, draft.row(line).length());
        return true;
    }
}
