package io.qunbot.plugins.reply;

import io.qunbot.text.KeywordIndex;
import java.util.Arrays;

/** A few numbers, each once, in the order of adding; of keywords that occur, and of conditions. */
final class IntSet implements KeywordIndex.Occurrence {

    private int[] numbers = {};
    private int size;

    @Override
    public void at(int keyword, int start) {
        add(keyword);
    }

    void add(int number) {
        if (has(number)) {
            return;
        }
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(8, 2 * size));
        }
        numbers[size++] = number;
    }

    boolean has(int number) {
        for (int i = 0; i < size; i++) {
            if (numbers[i] == number) {
                return true;
            }
        }
        return false;
    }

    int size() {
        return size;
    }

    int get(int index) {
        return numbers[index];
    }

    int[] toArray() {
        return Arrays.copyOf(numbers, size);
    }
}
