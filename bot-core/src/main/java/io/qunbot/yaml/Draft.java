package io.qunbot.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A file under correction. The corrected text is what the operator is told to write and what is
 * parsed, so that one slip hides nothing; columns are led back to what was written.
 */
final class Draft {

    private record Trap(Code code, int line, int from, int to, Words message, Words advice, List<Edit> edits) {}

    private static final int MAX_TRAPS = 500;
    private static final int LONGEST_HELP = 200;
    private static final Row NOTHING = new Row("");

    private final Source source;
    private final List<Row> rows;
    private final List<Trap> traps = new ArrayList<>();
    private final Map<Integer, List<Edit>> edits = new HashMap<>();
    private final Set<Integer> trapped = new HashSet<>();
    private final Set<Integer> dropped = new HashSet<>();

    Draft(Source source) {
        this.source = source;
        this.rows = new ArrayList<>(
                source.text().lines().map(Row::new).map(row -> row.isBlank() ? NOTHING : row).toList());
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

    Stream<Row> rows() {
        return rows.stream();
    }

    /** Where the first line begins that says something. */
    Place firstWritten() {
        int line = 0;
        while (line + 1 < rows.size() && (row(line).isNothingButComment() || row(line).starts(0, "---"))) {
            line++;
        }
        return place(line, row(line).margin(), row(line).margin() + 1);
    }

    /** Notes a mistake and its correction; what touches an earlier correction is its consequence. */
    void trap(Code code, int line, int from, int to, Words message, Words advice, Edit... corrections) {
        List<Edit> wanted = List.of(corrections);
        if (traps.size() >= MAX_TRAPS || wanted.stream().anyMatch(this::isCorrected)) {
            return;
        }
        wanted.forEach(this::add);
        trapped.add(line);
        traps.add(new Trap(code, line, from, to, message, advice, wanted));
    }

    private void add(Edit edit) {
        edits.computeIfAbsent(edit.line(), _ -> new ArrayList<>()).add(edit);
    }

    private boolean isCorrected(Edit wanted) {
        return edits.getOrDefault(wanted.line(), List.of()).stream().anyMatch(wanted::touches);
    }

    /** Corrects silently what belongs to a mistake that was already named. */
    void correct(Edit edit) {
        if (!isCorrected(edit)) {
            add(edit);
        }
    }

    /** Adds to what was corrected at the same place. */
    void append(Edit edit) {
        List<Edit> known = edits.getOrDefault(edit.line(), new ArrayList<>());
        for (int index = 0; index < known.size(); index++) {
            Edit other = known.get(index);
            if (other.to() == edit.from()) {
                known.set(index, new Edit(other.line(), other.from(), other.to(), other.text() + edit.text()));
                return;
            }
        }
        correct(edit);
    }

    boolean isTrapped(int line) {
        return trapped.contains(line);
    }

    /** Leaves lines out of {@link #text}, the end not included; false when they already were. */
    boolean drop(int from, int to) {
        IntStream.range(from, to).forEach(line -> rows.set(line, NOTHING));
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
        return edits.getOrDefault(line, List.of()).stream().sorted(Comparator.comparingInt(Edit::from)).toList();
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
        return line.isEmpty() || line.length() > LONGEST_HELP
                ? trap.advice()
                : new Words(trap.advice().zh() + ": " + line, trap.advice().en() + ": " + line);
    }
}
