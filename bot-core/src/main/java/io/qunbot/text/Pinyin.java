package io.qunbot.text;

import java.util.Arrays;
import java.util.List;

/**
 * How a Han character sounds, without its tone: 票 is {@code piao}, 绿 is {@code lv}. Traditional
 * characters sound like their simplified ones. The first use reads the table.
 */
public final class Pinyin {

    private Pinyin() {}

    /** The usual reading in ASCII letters; empty when the character is not Han or nobody says how it sounds. */
    public static String syllable(char character) {
        return Syllables.TABLE.name(code(character));
    }

    /** A small positive number for each syllable, 0 where there is none; the same as long as the process runs. */
    public static int code(char character) {
        return Syllables.TABLE.count(character) == 0 ? 0 : Syllables.TABLE.code(character, 0);
    }

    /** All readings, the usual one first. */
    public static List<String> readings(char character) {
        return Arrays.stream(Syllables.TABLE.codes(character)).mapToObj(Syllables.TABLE::name).toList();
    }

    /** Whether the two share a reading, usual or not. */
    public static boolean soundsAlike(char one, char other) {
        for (int i = 0; i < Syllables.TABLE.count(one); i++) {
            for (int j = 0; j < Syllables.TABLE.count(other); j++) {
                if (Syllables.TABLE.code(one, i) == Syllables.TABLE.code(other, j)) {
                    return true;
                }
            }
        }
        return false;
    }
}
