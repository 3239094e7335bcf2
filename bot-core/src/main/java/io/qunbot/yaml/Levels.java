package io.qunbot.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntUnaryOperator;

/** The columns at which the blocks that are open begin, the innermost on top. */
final class Levels {

    /** A block; a list may share its column with the fields around it. */
    record Level(int column, boolean list) {}

    private final Deque<Level> open = new ArrayDeque<>();

    /** Whether the last field or dash has nothing behind it yet, so that a block may follow. */
    private boolean expecting = true;

    /** The blocks before a line that was out of place: the next line most likely belongs to them. */
    private final Deque<Level> before = new ArrayDeque<>();

    Levels copy() {
        Levels copy = new Levels();
        copy.open.addAll(open);
        return copy;
    }

    void remember(Levels earlier) {
        before.clear();
        before.addAll(earlier.open);
    }

    /** Goes back to the remembered blocks if a line at {@code column} fits them and not these. */
    void returnTo(int column) {
        boolean known = before.stream().anyMatch(level -> level.column() == column);
        if (known && isDeeper(column) && !expecting) {
            open.clear();
            open.addAll(before);
        }
    }

    boolean isExpecting() {
        return expecting;
    }

    void expect(boolean more) {
        expecting = more;
    }

    int depth() {
        return open.size();
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    Level top() {
        return open.element();
    }

    boolean isDeeper(int column) {
        return open.isEmpty() || column > top().column();
    }

    /** Whether a block that is open begins here. */
    boolean isAt(int column) {
        return open.stream().anyMatch(level -> level.column() == column);
    }

    /** Whether a list that is open begins here. */
    boolean isListAt(int column) {
        return open.stream().anyMatch(level -> level.column() == column && level.list());
    }

    /** Leaves blocks until one of this kind is on top; false, with nothing left, when there is none. */
    boolean leaveFor(boolean list) {
        if (open.stream().noneMatch(level -> level.list() == list)) {
            return false;
        }
        while (top().list() != list) {
            open.pop();
        }
        return true;
    }

    void push(int column, boolean list) {
        open.push(new Level(column, list));
    }

    /** Whether fields stand at this column and one more may follow. */
    boolean isAmongFields(int column) {
        return !open.isEmpty() && top().column() == column && !top().list();
    }

    /**
     * Leaves the blocks that a line at {@code column} ends.
     *
     * @param habit how often the line's field stands at a column elsewhere in the file
     * @return where the line should begin: {@code column} itself unless it fits no block
     */
    int leave(int column, boolean dash, IntUnaryOperator habit) {
        Level left = top();
        while (!open.isEmpty() && top().column() > column) {
            left = open.pop();
        }
        if (!open.isEmpty() && fits(column, dash)) {
            return column;
        }
        if (open.isEmpty() || isNearer(left, column, dash, habit)) {
            open.push(left);
        }
        return top().column();
    }

    private boolean fits(int column, boolean dash) {
        if (top().column() != column) {
            return false;
        }
        if (dash && !top().list() && expecting) {
            push(column, true);
        } else if (!dash && top().list() && underList(column)) {
            open.pop();
        }
        return top().list() == dash;
    }

    private boolean underList(int column) {
        return open.stream().skip(1).findFirst().filter(level -> level.column() == column).isPresent();
    }

    private boolean isNearer(Level left, int column, boolean dash, IntUnaryOperator habit) {
        if (left.column() == top().column()) {
            return false;
        }
        if (left.list() != top().list()) {
            return left.list() == dash;
        }
        int further = (left.column() - column) - (column - top().column());
        int usual = habit.applyAsInt(left.column()) - habit.applyAsInt(top().column());
        return further < 0 || (further == 0 && usual >= 0);
    }
}
