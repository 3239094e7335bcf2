package io.qunbot.plugin.mask;

import java.util.ArrayList;
import java.util.List;

/** Finds digits that may be one number: next to each other, or with a space, dash or the like between them. */
final class Runs {

    private static final int BETWEEN = 2;
    private static final String JOINTS = "-.·_()\u2010\u2011\u2012\u2013\u2014\u2212\uff0d\uff0e\uff08\uff09";

    private final int[] points;
    private final List<Run> runs = new ArrayList<>();
    private final List<Run.Digit> digits = new ArrayList<>();

    private Runs(int[] points) {
        this.points = points;
    }

    static List<Run> of(int[] points) {
        return new Runs(points).read();
    }

    private List<Run> read() {
        int gap = 0;
        for (int at = 0; at < points.length; at++) {
            int value = value(at, gap);
            if (value >= 0) {
                digits.add(new Run.Digit(at, value, gap > 0 || digits.isEmpty()));
                gap = 0;
            } else if (isJoint(points[at]) && gap < BETWEEN) {
                gap++;
            } else {
                end();
                gap = 0;
            }
        }
        end();
        return runs;
    }

    /** An X may be the last digit of an identity card. */
    private int value(int at, int gap) {
        int digit = Character.digit(points[at], 10);
        return digit >= 0 || gap > 0 || digits.isEmpty() || !isX(points[at]) ? digit : Run.X;
    }

    private static boolean isX(int point) {
        return point == 'X' || point == 'x' || point == '\uff38' || point == '\uff58';
    }

    private static boolean isJoint(int point) {
        return Character.getType(point) == Character.SPACE_SEPARATOR || Character.getType(point) == Character.FORMAT
                || point == '\t' || JOINTS.indexOf(point) >= 0;
    }

    private void end() {
        if (!digits.isEmpty()) {
            runs.add(new Run(digits));
            digits.clear();
        }
    }
}
