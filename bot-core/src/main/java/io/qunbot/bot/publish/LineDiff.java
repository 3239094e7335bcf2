package io.qunbot.bot.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The shortest way from one text to another, line by line (E. W. Myers, An O(ND) Difference Algorithm and Its
 * Variations, 1986). Texts that have hardly anything in common are shown as replaced.
 */
final class LineDiff {

    /** Beyond so many changed lines the search would take too much memory. */
    private static final int MOST = 2_000;

    private final List<String> before;
    private final List<String> after;
    private final List<int[]> trace = new ArrayList<>();

    /** A line that stays (a blank), came ({@code +}) or went ({@code -}). */
    record Line(char sign, String text) {}

    private LineDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    static List<Line> of(List<String> before, List<String> after) {
        int head = 0;
        int shorter = Math.min(before.size(), after.size());
        while (head < shorter && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        List<Line> lines = new ArrayList<>();
        before.subList(0, head).forEach(text -> lines.add(new Line(' ', text)));
        lines.addAll(new LineDiff(before.subList(head, before.size() - tail), after.subList(head, after.size() - tail))
                .middle());
        before.subList(before.size() - tail, before.size()).forEach(text -> lines.add(new Line(' ', text)));
        return List.copyOf(lines);
    }

    private List<Line> middle() {
        if (before.isEmpty() || after.isEmpty() || !search()) {
            List<Line> lines = new ArrayList<>();
            before.forEach(text -> lines.add(new Line('-', text)));
            after.forEach(text -> lines.add(new Line('+', text)));
            return lines;
        }
        return walkBack();
    }

    /** Finds how far each diagonal reaches with ever more changes. @return false when it would take too many */
    private boolean search() {
        int most = Math.min(MOST, before.size() + after.size());
        int[] reach = new int[2 * most + 3];
        for (int changes = 0; changes <= most; changes++) {
            trace.add(Arrays.copyOfRange(reach, most - changes, most + changes + 3));
            for (int diagonal = -changes; diagonal <= changes; diagonal += 2) {
                int at = most + 1 + diagonal;
                int x = follow(isDown(reach, at, diagonal, changes) ? reach[at + 1] : reach[at - 1] + 1, diagonal);
                reach[at] = x;
                if (x >= before.size() && x - diagonal >= after.size()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isDown(int[] reach, int at, int diagonal, int changes) {
        return diagonal == -changes || (diagonal != changes && reach[at - 1] < reach[at + 1]);
    }

    private int follow(int from, int diagonal) {
        int x = from;
        while (x < before.size() && x - diagonal < after.size() && before.get(x).equals(after.get(x - diagonal))) {
            x++;
        }
        return x;
    }

    private List<Line> walkBack() {
        List<Line> lines = new ArrayList<>();
        int x = before.size();
        int y = after.size();
        for (int changes = trace.size() - 1; changes >= 0; changes--) {
            int[] reach = trace.get(changes); // of the diagonals from -changes - 1 to changes + 1
            int diagonal = x - y;
            int at = diagonal + changes + 1;
            boolean down = isDown(reach, at, diagonal, changes);
            int fromX = changes == 0 ? 0 : down ? reach[at + 1] : reach[at - 1];
            int fromY = changes == 0 ? 0 : fromX - (down ? diagonal + 1 : diagonal - 1);
            for (; x > fromX && y > fromY; x--, y--) {
                lines.add(new Line(' ', before.get(x - 1)));
            }
            if (changes > 0) {
                lines.add(down ? new Line('+', after.get(fromY)) : new Line('-', before.get(fromX)));
                x = fromX;
                y = fromY;
            }
        }
        Collections.reverse(lines);
        return lines;
    }
}
