package io.qunbot.simulation.run;

import io.qunbot.transcript.Line;
import io.qunbot.yaml.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Writes what a bot does into the test file that expected something else. Only the lines that failed change; comments
 * and everything else stay as they are.
 */
public final class Rewriter {

    private final String text;
    private final List<Edit> edits = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();

    /** A change of one line of the file; {@code before} is empty for a new line, {@code after} for one that is gone. */
    public record Change(int line, String before, String after) {}

    /** In the row, in code points: from, to, and what comes there instead. {@code whole} rows go or come as a whole. */
    private record Edit(int row, int from, int to, String text, boolean whole, int order) {

        boolean isRemoval() {
            return whole && text.isEmpty();
        }
    }

    /** @param text the file as it was when the cases were read */
    public Rewriter(String text) {
        this.text = text;
    }

    /** Takes over what a case that failed would have to say. */
    public void take(Result result) {
        List<Line> lines = result.script().lines();
        for (Entry entry : result.entries()) {
            entry.fix().ifPresent(fix -> take(fix, lines));
        }
    }

    private void take(Fix fix, List<Line> lines) {
        Optional<Line> at = fix.line().or(() -> lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast()));
        if (at.isEmpty() || !isInOneRow(at.get().place())) {
            return;
        }
        Place place = at.get().place();
        if (fix.isNew()) {
            insert(place, fix.text().orElse(""), fix.line().isPresent());
        } else if (fix.text().isPresent()) {
            edits.add(new Edit(place.line(), place.column() - 1, place.column() - 1 + place.length(),
                    quoted(fix.text().get()), false, edits.size()));
            changes.add(new Change(place.line(), at.get().text(), fix.text().get()));
        } else {
            remove(place);
            changes.add(new Change(place.line(), at.get().text(), ""));
        }
    }

    private void insert(Place place, String line, boolean before) {
        int[] row = row(place);
        boolean item = isItem(row, place);
        int start = place.column() - 1;
        if (item) {
            String indent = new String(row, 0, start);
            edits.add(new Edit(before ? place.line() : place.line() + 1, 0, 0, indent + quoted(line), true,
                    edits.size()));
        } else {
            int at = before ? start : start + place.length();
            edits.add(new Edit(place.line(), at, at, before ? quoted(line) + ", " : ", " + quoted(line), false,
                    edits.size()));
        }
        changes.add(new Change(place.line(), "", line));
    }

    private void remove(Place place) {
        int[] row = row(place);
        int start = place.column() - 1;
        int end = start + place.length();
        if (isItem(row, place)) {
            String rest = new String(row, end, row.length - end).strip();
            edits.add(new Edit(place.line(), 0, row.length, rest.isEmpty()
                    ? ""
                    : new String(row, 0, start).replace('-', ' ') + rest, rest.isEmpty(), edits.size()));
            return;
        }
        int comma = skip(row, end);
        boolean followed = comma < row.length && row[comma] == ',';
        int from = followed ? start : Math.max(0, new String(row, 0, start).stripTrailing().length());
        boolean led = !followed && from > 0 && row[from - 1] == ',';
        edits.add(new Edit(place.line(), led ? from - 1 : start, followed ? skip(row, comma + 1) : end, "", false,
                edits.size()));
    }

    /** The file with what was taken over. */
    public String rewritten() {
        List<String> rows = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        edits.sort(Comparator.comparingInt(Edit::row).thenComparingInt(Edit::from).thenComparing(Edit::isRemoval)
                .thenComparingInt(Edit::order).reversed()); // from the end, so that what is before stays where it is
        for (Edit edit : edits) {
            apply(edit, rows);
        }
        return String.join("\n", rows);
    }

    private static void apply(Edit edit, List<String> rows) {
        int index = edit.row() - 1;
        if (edit.isRemoval()) {
            rows.remove(index);
        } else if (edit.whole()) {
            String end = index > 0 && rows.get(index - 1).endsWith("\r") ? "\r" : "";
            rows.add(Math.min(index, rows.size()), edit.text() + end);
        } else {
            String row = rows.get(index);
            rows.set(index, row.substring(0, row.offsetByCodePoints(0, edit.from())) + edit.text()
                    + row.substring(row.offsetByCodePoints(0, edit.to())));
        }
    }

    /** What was changed, in the order of the file. */
    public List<Change> changes() {
        return changes.stream().sorted(Comparator.comparingInt(Change::line)).toList();
    }

    private static int[] row(Place place) {
        return place.source().line(place.line()).codePoints().toArray();
    }

    private static boolean isItem(int[] row, Place place) {
        return new String(row, 0, place.column() - 1).strip().equals("-");
    }

    private static boolean isInOneRow(Place place) {
        int[] row = row(place);
        int start = place.column() - 1;
        int end = start + place.length();
        boolean quote = start < row.length && (row[start] == '"' || row[start] == '\'');
        return end <= row.length && (!quote || (place.length() > 1 && row[end - 1] == row[start]));
    }

    private static int skip(int[] row, int from) {
        int at = from;
        while (at < row.length && row[at] == ' ') {
            at++;
        }
        return at;
    }

    private static String quoted(String line) {
        return '"' + line.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
