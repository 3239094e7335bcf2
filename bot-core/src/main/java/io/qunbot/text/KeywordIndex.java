package io.qunbot.text;

import java.util.Arrays;
import java.util.List;

/**
 * Finds which of many keywords occur in a text: all of them, exactly. The first two characters tell
 * how long the keywords are that begin so; only for these lengths the characters are looked up, by a
 * hash that grows with them, and then compared. As fast as an automaton, and built far faster, since
 * nothing is sorted. Immutable.
 */
public final class KeywordIndex {

    private static final int GOLDEN = 0x9e3779b9;
    private static final int FACTOR = 0x01000193;
    /** Longer keywords are looked up by this many characters; a bit of an int stands for each length. */
    private static final int LONGEST_HASHED = 31;
    private static final int NOTHING = -1;

    /** Which characters begin a keyword, and which are one: many positions of a text end here. */
    private final Characters first = new Characters();
    private final Characters single = new Characters();
    /** A bit for each two characters that begin a keyword, by their hash: most of the rest end here, in little memory. */
    private final long[] pairs;
    private final int pairShift;
    /** The same for whole keywords. */
    private final long[] wholes;
    private final int wholeShift;
    /** Open addressing: two characters, and the lengths of the keywords that begin with them. */
    private final long[] heads;
    /** Open addressing: a hash, and the last keyword with it plus one. */
    private final long[] lasts;
    /** The keyword before it with the same hash. */
    private final int[] before;
    private final char[] letters;
    private final int[] starts;

    private KeywordIndex(List<String> keywords) {
        int capacity = capacity(keywords.size());
        pairs = new long[Math.max(1, capacity / Long.SIZE * 2)];
        pairShift = Integer.SIZE - Integer.numberOfTrailingZeros(pairs.length * Long.SIZE);
        wholes = new long[Math.max(1, capacity / Long.SIZE * 4)];
        wholeShift = Integer.SIZE - Integer.numberOfTrailingZeros(wholes.length * Long.SIZE);
        heads = new long[capacity(countPairs(keywords))];
        lasts = new long[capacity];
        before = new int[keywords.size()];
        starts = new int[keywords.size() + 1];
        letters = new char[keywords.stream().mapToInt(String::length).sum()];
        for (int keyword = 0; keyword < keywords.size(); keyword++) {
            add(keyword, keywords.get(keyword));
        }
    }

    private static int capacity(int size) {
        return Integer.highestOneBit(Math.max(1, size)) * 4;
    }

    private int countPairs(List<String> keywords) {
        int count = 0;
        for (String keyword : keywords) {
            if (keyword.length() > 1) {
                int bit = pairBit(pair(keyword.charAt(0), keyword.charAt(1)));
                count += (pairs[bit / Long.SIZE] & (1L << bit)) == 0 ? 1 : 0;
                pairs[bit / Long.SIZE] |= 1L << bit;
            }
        }
        return count;
    }

    private static int pair(char one, char other) {
        return one << 16 | other;
    }

    private int pairBit(int pair) {
        return (pair * GOLDEN) >>> pairShift;
    }

    /**
     * @param keywords normalised, none empty; a keyword's id is its position
     */
    public static KeywordIndex of(List<String> keywords) {
        if (keywords.contains("")) {
            throw new IllegalArgumentException("an empty keyword occurs everywhere");
        }
        return new KeywordIndex(keywords);
    }

    /** Told about every occurrence. */
    @FunctionalInterface
    public interface Occurrence {
        void at(int keyword, int start);
    }

    private void add(int keyword, String word) {
        int start = starts[keyword];
        word.getChars(0, word.length(), letters, start);
        starts[keyword + 1] = start + word.length();
        int length = Math.min(word.length(), LONGEST_HASHED);
        char head = letters[start];
        first.add(head);
        if (length == 1) {
            single.add(head);
        } else {
            int pair = pair(head, letters[start + 1]);
            int slot = slot(heads, pair);
            heads[slot] |= (long) pair << 32 | 1L << length;
        }
        int hash = hash(start, length);
        int bit = (hash * GOLDEN) >>> wholeShift;
        wholes[bit / Long.SIZE] |= 1L << bit;
        int slot = slot(lasts, hash);
        before[keyword] = (int) lasts[slot] - 1;
        lasts[slot] = (long) hash << 32 | (keyword + 1);
    }

    /** Tells every occurrence, from left to right, the shortest keyword first where several begin. */
    public void find(String text, Occurrence occurrence) {
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            char character = characters[i];
            if (!first.have(character)) {
                continue;
            }
            if (single.have(character)) {
                tell(grown(0, character), characters, i, occurrence);
            }
            if (i + 1 < characters.length) {
                findLonger(characters, i, occurrence);
            }
        }
    }

    private void findLonger(char[] text, int start, Occurrence occurrence) {
        int pair = pair(text[start], text[start + 1]);
        int bit = pairBit(pair);
        if ((pairs[bit / Long.SIZE] & (1L << bit)) == 0) {
            return;
        }
        int lengths = (int) heads[slot(heads, pair)] >>> 1;
        int hash = grown(0, text[start]);
        for (int i = start + 1; (lengths >>>= 1) != 0 && i < text.length; i++) {
            hash = grown(hash, text[i]);
            if ((lengths & 1) != 0) {
                tell(hash, text, start, occurrence);
            }
        }
    }

    private void tell(int hash, char[] text, int start, Occurrence occurrence) {
        int bit = (hash * GOLDEN) >>> wholeShift;
        if ((wholes[bit / Long.SIZE] & (1L << bit)) == 0) {
            return;
        }
        int keyword = (int) lasts[slot(lasts, hash)] - 1;
        for (; keyword != NOTHING; keyword = before[keyword]) {
            int end = start + starts[keyword + 1] - starts[keyword];
            if (end <= text.length
                    && Arrays.equals(letters, starts[keyword], starts[keyword + 1], text, start, end)) {
                occurrence.at(keyword, start);
            }
        }
    }

    private int hash(int start, int length) {
        int hash = 0;
        for (int i = start; i < start + length; i++) {
            hash = grown(hash, letters[i]);
        }
        return hash;
    }

    private static int grown(int hash, char character) {
        return (hash ^ character) * FACTOR + 1;
    }

    /** Where a key is, in the upper half of a place, or the free place where it would be. */
    private static int slot(long[] table, int key) {
        int mask = table.length - 1;
        int mixed = key * GOLDEN;
        int slot = (mixed ^ mixed >>> 15) & mask;
        while (table[slot] != 0 && (int) (table[slot] >>> 32) != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
