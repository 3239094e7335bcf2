package io.qunbot.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody most likely meant. */
public final class Nearest {

    private Nearest() {}

    /** The name nearest to what was written, if one is near enough to be meant. */
    public static Optional<String> to(String written, Collection<String> names) {
        return names.stream()
                .filter(name -> distance(written, name) <= tolerance(written, name))
                .min(Comparator.comparingInt(name -> distance(written, name)));
    }

    /** 'Did you mean', or all there is when nothing is near. */
    public static Words help(String written, Collection<String> names) {
        return to(written, names)
                .map(name -> new Words("您是不是想写 “" + name + "”?", "did you mean \"" + name + "\"?"))
                .orElseGet(() -> choice(names));
    }

    /** All there is to choose from. */
    public static Words choice(Collection<String> names) {
        return names.isEmpty()
                ? Words.NONE
                : new Words("可以写: " + String.join("、", names), "allowed are: " + String.join(", ", names));
    }

    /** A third of the name may be wrong: one character of two in Chinese. */
    private static int tolerance(String written, String name) {
        int length = Math.max(points(written).length, points(name).length);
        return length < 2 ? 0 : Math.max(1, length / 3);
    }

    private static int[] points(String text) {
        return text.toLowerCase(Locale.ROOT).codePoints().toArray();
    }

    /** Insertions, deletions, replacements and swaps of neighbours, in code points. */
    private static int distance(String left, String right) {
        int[] a = points(left);
        int[] b = points(right);
        int[][] cost = new int[a.length + 1][b.length + 1];
        for (int i = 0; i <= a.length; i++) {
            for (int j = 0; j <= b.length; j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, a, b, i, j);
            }
        }
        return cost[a.length][b.length];
    }

    private static int step(int[][] cost, int[] a, int[] b, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
