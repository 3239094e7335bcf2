package io.qunbot.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A file under correction. The corrected text is what the operator is told to write and what is
 * parsed, so that one slip hides nothing; columns are led back to what was written.
 */
final class Draft {

    private record Trap(Code code, int line, int from, int to, Words message, Words advice, List<Edit> edits) {}

    private static final int MAX_TRAPS = 500;

    private final Source source;
    private final List<Row> rows;
    private final List<Trap> traps = new ArrayList<>();
    private final List<Edit> edits = new ArrayList<>();
    private final Set<Integer> dropped = new HashSet<>();

    Draft(Source source) {
        this.source = source;
        this.rows = source.text().lines().map(Row::new).toList();
    }

    Source source() {
        return source;
    }

    int size() {
        return rows.size();
    }

    Row row(int line) {
        return rows.get(line);
    }

    /** Notes a mistake and its correction; what touches an earlier correction is its consequence. */
    void trap(Code code, int line, int from, int to, Words message, Words advice, Edit... corrections) {
        List<Edit> wanted = List.of(corrections);
        if (traps.size() >= MAX_TRAPS || wanted.stream().anyMatch(edit -> edits.stream().anyMatch(edit::touches))) {
            return;
        }
        edits.addAll(wanted);
        traps.add(new Trap(code, line, from, to, message, advice, wanted));
    }

    /** Corrects silently what belongs to a mistake that was already named. */
    void correct(Edit edit) {
        if (edits.stream().noneMatch(edit::touches)) {
            edits.add(edit);
        }
    }

    boolean isTrapped(int line) {
        return traps.stream().anyMatch(trap -> trap.line() == line);
    }

    /** Leaves lines out of {@link #text}, the end not included; false when they already were. */
    boolean drop(int from, int to) {
        return dropped.addAll(IntStream.range(from, to).boxed().toList());
    }

    /** The whole text as it should be. */
    String text() {
        return IntStream.range(0, rows.size())
                .mapToObj(line -> dropped.contains(line) ? "" : corrected(line))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    String corrected(int line) {
        StringBuilder text = new StringBuilder();
        int done = 0;
        for (Edit edit : editsOf(line)) {
            text.append(row(line).text(done, edit.from())).append(edit.text());
            done = edit.to();
        }
        return text.append(row(line).text(done, row(line).length())).toString();
    }

    private List<Edit> editsOf(int line) {
        return edits.stream().filter(edit -> edit.line() == line).sorted(Comparator.comparingInt(Edit::from)).toList();
    }

    /** A place by the line and columns of what was written, counted from 0. */
    Place place(int line, int from, int to) {
        return new Place(source, line + 1, from + 1, Math.max(1, to - from));
    }

    /** The written column of a column in the corrected text. */
    int written(int line, int column) {
        int growth = 0;
        for (Edit edit : editsOf(line)) {
            int start = edit.from() + growth;
            if (column < start) {
                break;
            }
            growth += edit.growth();
            if (column < edit.to() + growth) {
                return Math.min(edit.from() + column - start, Math.max(edit.from(), edit.to() - 1));
            }
        }
        return column - growth;
    }

    void report(Problems problems) {
        for (Trap trap : traps) {
            problems.error(trap.code().id(), place(trap.line(), trap.from(), trap.to()), trap.message(), help(trap));
        }
    }

    private Words help(Trap trap) {
        if (trap.edits().isEmpty()) {
            return trap.advice();
        }
        String line = corrected(trap.edits().getFirst().line()).strip();
        return line.isEmpty()
                ? trap.advice()
                : new Words(trap.advice().zh() + ": " + line, trap.advice().en() + ": " + line);
    }
}
