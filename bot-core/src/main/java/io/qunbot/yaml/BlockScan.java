package io.qunbot.yaml;

import java.util.Optional;

/**
 * Reads a file line by line as YAML would, and names what would go wrong. It knows blocks, quotes,
 * brackets and comments, and nothing of what the fields mean.
 */
final class BlockScan {

    /** One line in the wrong place can make many look wrong: more than this in a block are not named. */
    private static final int MAX_MISPLACED = 4;
    private static final String TAB_WIDTH = "  ";

    private final Draft draft;
    private final Traps traps;
    private final TextScan texts;
    private final ValueScan values;
    private final KeyScan keys = new KeyScan();
    private final Levels levels = new Levels();

    /** Whether the last text has no quotes, so that deeper lines belong to it. */
    private boolean continuing;
    private int wrongColumn = -1;
    private boolean wrongDash;
    private int misplacedLines;
    private int rightColumn;
    /** How far the current line is moved to stand where it should. */
    private int shift;

    BlockScan(Draft draft) {
        this.draft = draft;
        this.traps = new Traps(draft);
        this.texts = new TextScan(draft, traps);
        this.values = new ValueScan(draft, traps, texts);
    }

    void run() {
        int line = 0;
        while (line < draft.size()) {
            line = isSkipped(draft.row(line)) ? line + 1 : scan(line);
        }
    }

    private static boolean isSkipped(Row row) {
        return row.isNothingButComment() || row.starts(0, "---") || row.starts(0, "...");
    }

    /** Reads what begins on this line; gives the line behind it. */
    private int scan(int line) {
        Row row = draft.row(line);
        int start = row.indent();
        int column = columnOf(line, row, start);
        boolean dash = row.isDash(start) || isTightDash(row, start, column);
        if (continuing && levels.isDeeper(column) && !row.isField(start)) {
            continuation(line, start);
            return line + 1;
        }
        if (levels.isExpecting() && levels.isDeeper(column) && !dash && isValue(line, start)) {
            shift = column - start;
            return value(line, start, "");
        }
        if (!settle(line, start, column, dash)) {
            return line + 1;
        }
        continuing = false;
        return content(line, dash ? dashes(line, start) : start);
    }

    /** A tab counts as two columns, which is how the file is read once it is corrected. */
    private int columnOf(int line, Row row, int start) {
        String indent = row.text(0, start);
        if (indent.indexOf('\t') < 0) {
            return start;
        }
        String spaces = indent.replace("\t", TAB_WIDTH);
        int tab = indent.indexOf('\t');
        draft.trap(Code.TAB, line, tab, tab + 1,
                new Words("缩进用了制表符(Tab),YAML 只认空格", "a tab in the indentation: YAML takes spaces only"),
                new Words("前面换成 " + spaces.length() + " 个空格,写成", "put " + spaces.length() + " spaces before it"),
                new Edit(line, 0, start, spaces));
        return spaces.length();
    }

    private boolean isTightDash(Row row, int start, int column) {
        if (row.at(start) != '-' || row.at(start + 1) == '-' || levels.isEmpty()) {
            return false;
        }
        return levels.isDeeper(column)
                ? levels.isExpecting() && row.isField(start + 1)
                : levels.top().list() && levels.top().column() == column;
    }

    /** Whether a value stands on a line of its own; at the top level only brackets can. */
    private boolean isValue(int line, int start) {
        boolean bracket = "[{".indexOf(draft.row(line).at(start)) >= 0;
        return (bracket || !levels.isEmpty())
                && keys.find(draft.row(line), start, isFollowedByField(line, start)).isEmpty();
    }

    private void continuation(int line, int start) {
        Row row = draft.row(line);
        int cut = row.comment(start);
        int end = texts.wordsEnd(row, start);
        if (cut < end) {
            traps.cut(new Span(line, start, end), cut);
        }
    }

    /** Finds the block this line belongs to; false when it belongs to none and was noted. */
    private boolean settle(int line, int start, int column, boolean dash) {
        misplacedLines = column == 0 ? 0 : misplacedLines;
        levels.returnTo(column);
        Levels before = levels.copy();
        int wanted = target(column, dash);
        shift = wanted - start;
        boolean orphan = dash
                ? !levels.top().list()
                : levels.isAmongFields(wanted) && keys.find(draft.row(line), start, true).isEmpty();
        if (orphan) {
            orphan(line, start);
            levels.expect(false);
            continuing = true;
        } else if (wanted != column) {
            misplaced(line, start, column, wanted);
            wrongDash = dash;
        }
        levels.remember(orphan || wanted != column ? before : new Levels());
        return !orphan;
    }

    private int target(int column, boolean dash) {
        if (column == wrongColumn && dash == wrongDash && (levels.isDeeper(column) == (rightColumn < column))) {
            levels.leave(rightColumn, dash);
            return rightColumn;
        }
        if (wrongColumn >= 0 && column <= Math.min(wrongColumn, rightColumn)) {
            wrongColumn = -1;
        }
        if (!levels.isDeeper(column)) {
            return levels.leave(column, dash);
        }
        if (levels.isExpecting() || levels.isEmpty()) {
            levels.push(column, dash);
            return column;
        }
        return levels.leave(levels.top().column(), dash);
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

    private void orphan(int line, int start) {
        Row row = draft.row(line);
        Edit edit = new Edit(line, 0, row.length(), "");
        if (draft.isTrapped(line - 1) || ++misplacedLines > MAX_MISPLACED) {
            // most likely the rest of a text whose beginning was already named
            draft.correct(edit);
            return;
        }
        int end = row.trimmed(row.comment(start));
        draft.trap(Code.NO_COLON, line, start, end,
                new Words("这一行没有写成“字段: 内容”,也不属于上面的文字", "this is no 'field: value', and no part of the text above"),
                new Words("要接着上一行的文字,就比上一行多缩进两格;要写字段,就加英文冒号和空格",
                        "indent it by two more spaces to continue the text above, or write a field with a colon and a space"),
                edit);
    }

    /** Reads the dashes that begin a line; gives the index of what stands behind them. */
    private int dashes(int line, int start) {
        Row row = draft.row(line);
        int index = start;
        while (row.at(index) == '-' && (row.isGap(index + 1) || index == start)) {
            if (!row.isGap(index + 1)) {
                traps.noSpace(line, index);
                shift++;
                return index + 1;
            }
            if (index > start) {
                levels.push(index + shift, true);
            }
            index = row.skipSpaces(index + 1);
        }
        return index;
    }

    private int content(int line, int index) {
        Row row = draft.row(line);
        boolean known = levels.isAmongFields(index + shift);
        Optional<KeyScan.Key> key = keys.find(row, index, known || isFollowedByField(line, index));
        if (key.isEmpty()) {
            return value(line, index, "");
        }
        if (!known) {
            levels.push(index + shift, false);
        }
        int colon = key.get().colon();
        if (row.at(colon) == Signs.WIDE_COLON) {
            traps.wideColon(line, colon);
        } else if (!row.isGap(colon + 1)) {
            traps.noSpace(line, colon);
        }
        return value(line, colon + 1, key.get().name());
    }

    /** Whether the next line is a field at the same column: then this one was meant to be one, too. */
    private boolean isFollowedByField(int line, int index) {
        for (int next = line + 1; next < draft.size(); next++) {
            Row row = draft.row(next);
            if (!row.isNothingButComment()) {
                return row.indent() == index && keys.find(row, index, true).isPresent() && !row.isDash(index);
            }
        }
        return false;
    }

    private int value(int line, int index, String field) {
        int parent = levels.isEmpty() ? -1 : levels.top().column() - shift;
        ValueScan.Value value = values.scan(new Cursor(line, index), field, parent);
        continuing = value.continuing();
        levels.expect(value.empty());
        return value.next();
    }
}
