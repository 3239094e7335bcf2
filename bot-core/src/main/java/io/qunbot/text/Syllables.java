package io.qunbot.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The readings of all Han characters: for each where they begin, how many they are, and their codes
 * in one array. Read from the dictionary of the library pinyin, a line {@code 绿:lǜ,lù} a character;
 * its classes, which take long to start, are not touched. It reads bytes, which takes a third of the
 * time of decoding them first.
 */
final class Syllables {

    static final Syllables TABLE = new Syllables(Resources.bytes("/pinyin_dict_char.txt"));

    /** Each letter behind the ways to write it with a tone. */
    private static final String TONES = "āáǎàa ēéěèêếềe īíǐìi ōóǒòo ūúǔùu ǖǘǚǜüv ńňǹn ḿm ";
    private static final int LETTERS_END = 0x2000;
    private static final int LETTER_BITS = 5;
    private static final int CODES = 1 << 10;

    private final int[] start = new int[Han.LAST - Han.FIRST + 1];
    private final byte[] count = new byte[Han.LAST - Han.FIRST + 1];
    private final List<String> names = new ArrayList<>(List.of(""));
    private short[] codes = new short[1 << 16];
    private int used;

    private Syllables(byte[] dictionary) {
        Reading reading = new Reading(dictionary);
        while (reading.at < dictionary.length) {
            char character = reading.character();
            boolean sounds = Han.isHan(character) && reading.character() == ':';
            if (sounds) {
                start[character - Han.FIRST] = used;
                reading.syllables(character - Han.FIRST);
            } else {
                reading.skipLine();
            }
        }
        codes = Arrays.copyOf(codes, used);
    }

    int count(char character) {
        return Han.isHan(character) ? count[Han.simplify(character) - Han.FIRST] : 0;
    }

    /**
     * @param reading from 0, the usual one, to {@link #count} - 1
     */
    int code(char character, int reading) {
        return codes[start[Han.simplify(character) - Han.FIRST] + reading];
    }

    /** The codes of all readings, the usual one first. */
    int[] codes(char character) {
        int[] readings = new int[count(character)];
        for (int reading = 0; reading < readings.length; reading++) {
            readings[reading] = code(character, reading);
        }
        return readings;
    }

    String name(int code) {
        return names.get(code);
    }

    /** Readings that differ in tone only are one. */
    private void add(int index, short code) {
        for (int i = start[index]; i < used; i++) {
            if (codes[i] == code) {
                return;
            }
        }
        codes[used++] = code;
        count[index]++;
    }

    /** One pass over the dictionary. */
    private final class Reading {

        private final byte[] dictionary;
        private final char[] plain = plain();
        /** Open addressing: the letters of a syllable, five bits each, and its code. */
        private final int[] keys = new int[CODES];
        private final short[] codeOf = new short[CODES];
        private int at;

        Reading(byte[] dictionary) {
            this.dictionary = dictionary;
        }

        /** The next character in UTF-8; of four bytes, which no character here has, only the first. */
        char character() {
            int lead = dictionary[at++];
            if (lead >= 0) {
                return (char) lead;
            }
            if ((lead & 0xe0) == 0xc0) {
                return (char) ((lead & 0x1f) << 6 | next());
            }
            return (lead & 0xf0) == 0xe0 ? (char) ((lead & 0xf) << 12 | next() << 6 | next()) : Character.MAX_VALUE;
        }

        private int next() {
            return dictionary[at++] & 0x3f;
        }

        void skipLine() {
            while (at < dictionary.length && dictionary[at] != '\n') {
                at++;
            }
            at++;
        }

        void syllables(int index) {
            int key = 0;
            for (char letter = ':'; letter != '\n';) {
                letter = at < dictionary.length ? character() : '\n';
                char known = letter < LETTERS_END ? plain[letter] : 0;
                if (known != 0) {
                    key = (key << LETTER_BITS) | (known - 'a' + 1);
                } else if (key != 0 && (letter == ',' || letter == '\n')) {
                    add(index, code(key));
                    key = 0;
                }
            }
        }

        private short code(int key) {
            int slot = (key * 0x9e3779b9) >>> 22;
            while (keys[slot] != key) {
                if (keys[slot] == 0) {
                    keys[slot] = key;
                    codeOf[slot] = (short) names.size();
                    names.add(name(key));
                }
                slot = keys[slot] == key ? slot : (slot + 1) & (CODES - 1);
            }
            return codeOf[slot];
        }

        private static String name(int key) {
            StringBuilder name = new StringBuilder();
            for (int rest = key; rest != 0; rest >>>= LETTER_BITS) {
                name.append((char) ((rest & ((1 << LETTER_BITS) - 1)) + 'a' - 1));
            }
            return name.reverse().toString();
        }

        /** What each character of a reading counts as; 0 for accents that stand alone, which count as nothing. */
        private static char[] plain() {
            char[] plain = new char[LETTERS_END];
            for (char letter = 'a'; letter <= 'z'; letter++) {
                plain[letter] = letter;
            }
            for (int group = 0, end = TONES.indexOf(' '); end >= 0; group = end + 1, end = TONES.indexOf(' ', group)) {
                for (int i = group; i < end; i++) {
                    plain[TONES.charAt(i)] = TONES.charAt(end - 1);
                }
            }
            return plain;
        }
    }
}
