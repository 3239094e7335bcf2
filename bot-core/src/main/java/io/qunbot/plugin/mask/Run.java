package io.qunbot.plugin.mask;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Digits that may be one number or several, which begin and end where a group of digits does. */
record Run(List<Digit> digits) {

    /** The value of an X. */
    static final int X = 10;
    private static final int LONGEST = 21;

    /**
     * A digit.
     *
     * @param at where it stands
     * @param value 0 to 9, or {@link #X}
     * @param first whether something stands before it that is none
     */
    record Digit(int at, int value, boolean first) {}

    /** A number that was found: how many digits of it, and how many are shown in front and behind. */
    record Shape(int length, int head, int tail) {}

    Run {
        digits = List.copyOf(digits);
    }

    void hide(Set<Mask> kinds, Stars stars) {
        for (int from = 0; from < digits.size();) {
            Optional<Shape> found = digits.get(from).first() ? longest(from, kinds) : Optional.empty();
            if (found.isPresent()) {
                Shape shape = found.get();
                digits.subList(from + shape.head(), from + shape.length() - shape.tail())
                        .forEach(digit -> stars.hide(digit.at()));
                from += shape.length();
            } else {
                from++;
            }
        }
    }

    /** The longest number that begins here and ends with its group. */
    private Optional<Shape> longest(int from, Set<Mask> kinds) {
        for (int to = Math.min(digits.size(), from + LONGEST); to > from; to--) {
            if (to == digits.size() || digits.get(to).first()) {
                int[] values = digits.subList(from, to).stream().mapToInt(Digit::value).toArray();
                Optional<Shape> shape = Numbers.shape(values, kinds);
                if (shape.isPresent()) {
                    return shape;
                }
            }
        }
        return Optional.empty();
    }
}
