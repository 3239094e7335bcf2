package io.qunbot.bot.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The difference of two versions of a file as programmers' tools show it. */
public final class UnifiedDiff {

    private static final int CONTEXT = 3;

    private UnifiedDiff() {}

    /** The hunks, each a heading and its lines; empty when the two are the same. */
    public static List<String> of(String path, Map<String, byte[]> before, Map<String, byte[]> after) {
        List<LineDiff.Line> lines = LineDiff.of(Edit.lines(before, path), Edit.lines(after, path));
        List<String> shown = new ArrayList<>();
        int at = next(lines, 0);
        while (at < lines.size()) {
            int from = Math.max(0, at - CONTEXT);
            int end = end(lines, at);
            shown.add(heading(lines, from, end));
            lines.subList(from, end).forEach(line -> shown.add(line.sign() + line.text()));
            at = next(lines, end);
        }
        return List.copyOf(shown);
    }

    private static int next(List<LineDiff.Line> lines, int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).sign() == ' ') {
            at++;
        }
        return at;
    }

    /** Where a hunk ends: behind the context of the last change that is near the one before it. */
    private static int end(List<LineDiff.Line> lines, int first) {
        int last = first;
        for (int at = first; at < lines.size() && at - last <= 2 * CONTEXT; at++) {
            last = lines.get(at).sign() == ' ' ? last : at;
        }
        return Math.min(lines.size(), last + 1 + CONTEXT);
    }

    private static String heading(List<LineDiff.Line> lines, int from, int end) {
        return "@@ -" + range(lines, from, end, '+') + " +" + range(lines, from, end, '-') + " @@";
    }

    private static String range(List<LineDiff.Line> lines, int from, int end, char other) {
        long start = lines.subList(0, from).stream().filter(line -> line.sign() != other).count();
        long count = lines.subList(from, end).stream().filter(line -> line.sign() != other).count();
        return (count == 0 ? start : start + 1) + "," + count;
    }
}
