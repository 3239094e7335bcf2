package io.qunbot.plugin.mask;

/** Finds addresses of e-mail, whatever the width of their letters. */
final class Addresses {

    private static final int LONGEST = 64;
    private static final int WIDE = 0xFEE0;

    private Addresses() {}

    /** Hides what stands before the @, but for one character in front and one behind. */
    static void hide(Stars stars) {
        int[] points = stars.points();
        for (int at = 1; at < points.length; at++) {
            if (narrow(points[at]) == '@' && isDomain(points, at + 1)) {
                hide(stars, begin(points, at), at);
            }
        }
    }

    private static void hide(Stars stars, int from, int to) {
        int tail = to - from > 2 ? to - 1 : to;
        for (int at = from + 1; at < tail; at++) {
            stars.hide(at);
        }
        if (to - from == 1) {
            stars.hide(from);
        }
    }

    private static int begin(int[] points, int end) {
        int from = end;
        while (from > 0 && end - from < LONGEST && isLocal(narrow(points[from - 1]))) {
            from--;
        }
        return from;
    }

    /** Two labels at least, the last of letters. */
    private static boolean isDomain(int[] points, int from) {
        int dots = 0;
        int label = 0;
        for (int at = from; at < points.length && at - from < LONGEST; at++) {
            int point = narrow(points[at]);
            if (point == '.' && label > 0) {
                dots++;
                label = 0;
            } else if (isLetter(point) || (point == '-' && label > 0)) {
                label++;
            } else {
                break;
            }
            if (dots > 0 && label >= 2) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLocal(int point) {
        return isLetter(point) || "._%+-*".indexOf(point) >= 0;
    }

    private static boolean isLetter(int point) {
        return point < 128 && Character.isLetterOrDigit(point);
    }

    private static int narrow(int point) {
        return point >= '!' + WIDE && point <= '~' + WIDE ? point - WIDE : point;
    }
}
