package io.qunbot.ranking;

import io.qunbot.text.Pinyin;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** The characters, or syllables, of a text and the pairs of them that follow each other. */
final class Grams {

    /** Where in a pair the first one stands. */
    private static final int PAIRED = 16;

    private Grams() {}

    static int[] letters(String text) {
        return grams(text, i -> text.charAt(i));
    }

    static int[] sounds(String text) {
        return grams(text, i -> sound(text.charAt(i)));
    }

    /** Those that are one character or syllable. */
    static int[] singles(int[] grams) {
        return Arrays.stream(grams).filter(gram -> gram >>> PAIRED == 0).toArray();
    }

    /** Those that are two. */
    static int[] pairs(int[] grams) {
        return Arrays.stream(grams).filter(gram -> gram >>> PAIRED != 0).toArray();
    }

    /** Small for a syllable; whatever has none sounds like itself. */
    private static int sound(char character) {
        int code = Pinyin.code(character);
        return code == 0 ? character : Character.MAX_SURROGATE + code;
    }

    private static int[] grams(String text, IntUnaryOperator symbol) {
        int[] grams = new int[Math.max(0, 2 * text.length() - 1)];
        int before = 0;
        for (int i = 0; i < text.length(); i++) {
            int current = symbol.applyAsInt(i);
            grams[i] = current;
            if (i > 0) {
                grams[text.length() + i - 1] = before << PAIRED | current;
            }
            before = current;
        }
        return grams;
    }
}
