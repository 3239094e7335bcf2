package io.qunbot.ranking;

import java.nio.ByteBuffer;

/**
 * What words mean, as points: words that mean nearly the same lie in nearly the same direction. Also
 * how common each word is. How the table was made stands beside it, in {@code vectors.md}. Immutable.
 */
final class WordVectors {

    /** Characters; the longest Chinese word in the table. */
    static final int LONGEST = 4;

    private static final int PACKED = 4;
    /** How soon common words stop counting (Arora et al. 2017, "A simple but tough-to-beat baseline"). */
    private static final double SMOOTH = 1e-3;

    private final int dimensions;
    private final long[] keys;
    private final float[] logFrequency;
    /** What a byte of the word's coordinates is worth. */
    private final float[] scale;
    /** Of the word's bytes as a vector. */
    private final float[] length;
    private final byte[] coordinates;
    private final int[] slots;

    private WordVectors(ByteBuffer in) {
        int count = in.getInt();
        dimensions = in.getInt();
        keys = Resource.longs(in, count);
        logFrequency = Resource.floats(in, count);
        scale = Resource.floats(in, count);
        length = Resource.floats(in, count);
        coordinates = Resource.bytes(in, count * dimensions);
        slots = new int[Integer.highestOneBit(count) * 4];
        for (int word = 0; word < count; word++) {
            slots[slot(keys[word])] = word + 1;
        }
    }

    /** The shipped table. */
    static WordVectors shipped() {
        return Shipped.TABLE;
    }

    /** Read when the first catalogue needs it, and then once. */
    private static final class Shipped {
        private static final WordVectors TABLE = new WordVectors(ByteBuffer.wrap(Resource.bytes("vectors.bin")));
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
        return (float) (SMOOTH / (SMOOTH + Math.exp(logFrequency[word])));
    }

    /** Of the word's share in all words of a large text. */
    float logFrequency(int word) {
        return logFrequency[word];
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
