package io.qunbot.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/** The columns at which the blocks that are open begin, the innermost on top. */
final class Levels {

    /** A block; a list may share its column with the fields around it. */
    record Level(int column, boolean list) {}

    private final Deque<Level> open = new ArrayDeque<>();

    /** The fields so far of the block at each column. */
    private final Map<Integer, List<String>> keys = new HashMap<>();

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

    /** Takes note of a field of the block on top. */
    void note(String field) {
        keys.computeIfAbsent(top().column(), _ -> new ArrayList<>()).add(field);
    }

    /** Whether this field begins another item of the list around, told by the first field of the last one. */
    boolean beginsItem(String field, int column) {
        List<String> written = keys.getOrDefault(column, List.of());
        return written.size() > 1 && written.getFirst().equals(field) && isAmongFields(column)
                && open.stream().skip(1).findFirst().filter(level -> level.list() && level.column() == column - 2)
                        .isPresent();
    }

    /** Begins an item of a list two columns left of its fields. */
    void startItem(int column) {
        while (!open.isEmpty() && top().column() >= column) {
            open.pop();
        }
        if (open.isEmpty() || !top().list() || top().column() != column - 2) {
            push(column - 2, true);
        }
        push(column, false);
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

    /** Where the open lists, or the open blocks of fields, begin, the innermost first. */
    Stream<Integer> columns(boolean list) {
        return open.stream().filter(level -> level.list() == list).map(Level::column);
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
        if (!list) {
            keys.put(column, new ArrayList<>());
        }
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
