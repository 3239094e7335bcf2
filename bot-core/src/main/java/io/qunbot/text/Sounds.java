package io.qunbot.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Words by how they sound, a character for a syllable, so that they are found like any words: 发漂 and
 * 发票 are the same. What is not Han stays as it is.
 */
public final class Sounds {

    /** Syllables are characters of the private use area, which no words hold. */
    private static final char FIRST = '\ue000';
    private static final int LEAST_SYLLABLES = 2;
    private static final int MOST_SPELLINGS = 8;

    private Sounds() {}

    /** How a message's words usually sound; of the same length. */
    public static String of(String words) {
        char[] sounds = words.toCharArray();
        for (int i = 0; i < sounds.length; i++) {
            int code = Pinyin.code(sounds[i]);
            sounds[i] = code == 0 ? sounds[i] : sound(code);
        }
        return new String(sounds);
    }

    /**
     * How a keyword may sound, since 行 has two common readings: eight ways at most, the usual one
     * first. None for fewer than two syllables, which would sound like almost anything.
     */
    public static List<String> spellings(String keyword) {
        if (keyword.chars().filter(character -> Pinyin.code((char) character) != 0).count() < LEAST_SYLLABLES) {
            return List.of();
        }
        List<String> spellings = new ArrayList<>(List.of(of(keyword)));
        for (int at = 0; at < keyword.length(); at++) {
            List<String> others = others(spellings, at, Syllables.TABLE.codes(keyword.charAt(at)));
            spellings.addAll(others.subList(0, Math.min(others.size(), MOST_SPELLINGS - spellings.size())));
        }
        return List.copyOf(spellings);
    }

    /** Each spelling once more for each less usual reading of one character. */
    private static List<String> others(List<String> spellings, int at, int[] codes) {
        List<String> others = new ArrayList<>();
        for (int reading = 1; reading < codes.length; reading++) {
            for (String spelling : spellings) {
                others.add(spelling.substring(0, at) + sound(codes[reading]) + spelling.substring(at + 1));
            }
        }
        return others;
    }

    private static char sound(int code) {
        return (char) (FIRST + code);
    }
}
