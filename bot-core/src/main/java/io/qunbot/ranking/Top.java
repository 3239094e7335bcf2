package io.qunbot.ranking;

import java.util.Arrays;

/** The numbers with the largest values so far. Not for several threads. */
final class Top {

    private final int[] numbers;
    /** Descending. */
    private final float[] values;
    private int count;

    Top(int most) {
        numbers = new int[most];
        values = new float[most];
    }

    /** Whether a value is among the largest; of equal ones the first stays. */
    boolean takes(float value) {
        return count < values.length || value > values[count - 1];
    }

    /** @param value which this {@linkplain #takes takes} */
    void add(int number, float value) {
        int at = count < values.length ? count++ : count - 1;
        for (; at > 0 && values[at - 1] < value; at--) {
            values[at] = values[at - 1];
            numbers[at] = numbers[at - 1];
        }
        values[at] = value;
        numbers[at] = number;
    }

    /** The largest first. */
    int[] numbers() {
        return Arrays.copyOf(numbers, count);
    }
}
