package io.qunbot.plugins.reply;

import io.qunbot.text.KeywordIndex;
import java.util.Arrays;

/**
 * Some numbers, each once, in the order of adding; of keywords that occur, and of conditions. A few are
 * looked through, more are hashed.
 */
final class IntSet implements KeywordIndex.Occurrence {

    private static final int FEW = 16;
    private static final int GOLDEN = 0x9e3779b9;

    private int[] numbers = {};
    private int size;
    /** Open addressing once there are many: a number's position plus one. */
    private int[] places = {};

    @Override
    public void at(int keyword, int start) {
        add(keyword);
    }

    /** Whether it is new. */
    boolean add(int number) {
        if (has(number)) {
            return false;
        }
        if (size == numbers.length) {
            grow();
        }
        numbers[size++] = number;
        if (size > FEW) {
            places[place(number)] = size;
        }
        return true;
    }

    boolean has(int number) {
        if (size > FEW) {
            return places[place(number)] != 0;
        }
        for (int i = 0; i < size; i++) {
            if (numbers[i] == number) {
                return true;
            }
        }
        return false;
    }

    private void grow() {
        numbers = Arrays.copyOf(numbers, Math.max(FEW, 2 * size));
        places = numbers.length > FEW ? new int[2 * numbers.length] : places;
        for (int i = 0; i < size && places.length > 0; i++) {
            places[place(numbers[i])] = i + 1;
        }
    }

    /** Where a number is, or the free place where it would be. */
    private int place(int number) {
        int mask = places.length - 1;
        int mixed = number * GOLDEN;
        int place = (mixed ^ mixed >>> 15) & mask;
        while (places[place] != 0 && numbers[places[place] - 1] != number) {
            place = (place + 1) & mask;
        }
        return place;
    }

    int size() {
        return size;
    }

    int get(int index) {
        return numbers[index];
    }
}
