package io.qunbot.ranking;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * What words mean, as points: words that mean nearly the same lie in nearly the same direction. Also
 * how common each word is. How the table was made stands beside it, in {@code vectors.md}.
 */
final class WordVectors {

    /** Characters; the longest Chinese word in the table. */
    static final int LONGEST = 4;

    private static final int PACKED = 4;
    /** How soon common words stop counting (Arora et al. 2017, "A simple but tough-to-beat baseline"). */
    private static final double SMOOTH = 1e-3;

    private final int dimensions;
    private final long[] keys;
    private final int[] slots;
    private final float[] rarity;
    private final float[] logFrequency;
    private final float[] scale;
    private final byte[] coordinates;
    private final float[] length;

    private WordVectors(DataInputStream in) throws IOException {
        int count = in.readInt();
        dimensions = in.readInt();
        keys = new long[count];
        rarity = new float[count];
        logFrequency = new float[count];
        scale = new float[count];
        coordinates = new byte[count * dimensions];
        length = new float[count];
        slots = new int[Integer.highestOneBit(count) * 4];
        for (int word = 0; word < count; word++) {
            read(in, word);
        }
    }

    private void read(DataInputStream in, int word) throws IOException {
        keys[word] = in.readLong();
        logFrequency[word] = in.readFloat();
        rarity[word] = (float) (SMOOTH / (SMOOTH + Math.exp(logFrequency[word])));
        scale[word] = in.readFloat();
        in.readFully(coordinates, word * dimensions, dimensions);
        length[word] = (float) Math.sqrt(dot(word, word));
        slots[slot(keys[word])] = word + 1;
    }

    /** -1..1: how nearly two words mean the same. */
    float cosine(int one, int other) {
        return one == other ? 1 : dot(one, other) / (length[one] * length[other]);
    }

    private int dot(int one, int other) {
        int a = one * dimensions;
        int b = other * dimensions;
        int sum = 0;
        for (int i = 0; i < dimensions; i++) {
            sum += coordinates[a + i] * coordinates[b + i];
        }
        return sum;
    }

    /** The shipped table. */
    static WordVectors shipped() {
        return Shipped.TABLE;
    }

    /** Read when the first catalogue needs it, and then once. */
    private static final class Shipped {
        private static final WordVectors TABLE = load();
    }

    private static WordVectors load() {
        try (InputStream in = WordVectors.class.getResourceAsStream("vectors.bin")) {
            if (in == null) {
                throw new IllegalStateException("vectors.bin is not on the class path");
            }
            return new WordVectors(new DataInputStream(new BufferedInputStream(in, 1 << 16)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int dimensions() {
        return dimensions;
    }

    /** The number of a word; -1 when the table has it not. */
    int find(String text, int start, int end) {
        return slots[slot(key(text, start, end))] - 1;
    }

    /** 0..1: how much a word says about a sentence; near 0 for the most common ones. */
    float rarity(int word) {
        return rarity[word];
    }

    /** Of the word's share in all words of a large text. */
    float logFrequency(int word) {
        return logFrequency[word];
    }

    /** Adds a word's point, stretched, to a sum. */
    void add(int word, float factor, float[] sum) {
        float stretch = factor * scale[word];
        int at = word * dimensions;
        for (int i = 0; i < dimensions; i++) {
            sum[i] += stretch * coordinates[at + i];
        }
    }

    private int slot(long key) {
        int mask = slots.length - 1;
        long hash = key * 0x9e3779b97f4a7c15L;
        int slot = (int) (hash ^ (hash >>> 32)) & mask;
        while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Four characters fit into a key; longer words are hashed (FNV-1a), with the highest bit set. */
    private static long key(String text, int start, int end) {
        long key = 0;
        if (end - start <= PACKED) {
            for (int i = start; i < end; i++) {
                key = key << 16 | text.charAt(i);
            }
            return key;
        }
        key = 0xcbf29ce484222325L;
        for (int i = start; i < end; i++) {
            key = (key ^ text.charAt(i)) * 0x100000001b3L;
        }
        return key | Long.MIN_VALUE;
    }
}
