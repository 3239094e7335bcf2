package io.qunbot.ranking;

import io.qunbot.text.Pinyin;
import java.util.function.IntUnaryOperator;

/** The characters, or syllables, of a text and the pairs of them that follow each other. */
final class Grams {

    private Grams() {}

    static int[] letters(String text) {
        return grams(text, i -> text.charAt(i));
    }

    static int[] sounds(String text) {
        return grams(text, i -> sound(text.charAt(i)));
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
                grams[text.length() + i - 1] = before << 16 | current;
            }
            before = current;
        }
        return grams;
    }
}
