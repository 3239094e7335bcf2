package io.qunbot.ranking;

import java.util.Arrays;

/** Cuts a text into the words that together are the most common (a unigram model, by Viterbi). */
final class Segmenter {

    private static final float UNKNOWN = -18;
    /** What an unknown character or number says: a lot, since it is rare. */
    private static final float UNKNOWN_WEIGHT = 0.9f;
    /** Characters below it are Latin letters and digits. */
    private static final char LATIN = 0x250;

    private final WordVectors vectors;
    private final String text;
    /** The best that can be reached at each place, from which place, and by which word. */
    private final float[] best;
    private final int[] from;
    private final int[] word;

    private Segmenter(String text, WordVectors vectors) {
        this.vectors = vectors;
        this.text = text;
        best = new float[text.length() + 1];
        from = new int[text.length() + 1];
        word = new int[text.length() + 1];
        Arrays.fill(best, 1, best.length, Float.NEGATIVE_INFINITY);
    }

    /** @param text letters and digits only */
    static Tokens cut(String text, WordVectors vectors) {
        Segmenter segmenter = new Segmenter(text, vectors);
        for (int start = 0; start < text.length(); start++) {
            if (segmenter.best[start] > Float.NEGATIVE_INFINITY) {
                segmenter.extend(start);
            }
        }
        return segmenter.tokens();
    }

    private void extend(int start) {
        int run = run(start);
        if (run > start + 1) {
            offer(start, run, vectors.find(text, start, run));
            return;
        }
        int last = Math.min(text.length(), start + WordVectors.LONGEST);
        for (int end = start + 1; end <= last; end++) {
            int found = vectors.find(text, start, end);
            if (found >= 0 || end == start + 1) {
                offer(start, end, found);
            }
        }
    }

    private void offer(int start, int end, int found) {
        float score = best[start] + (found < 0 ? UNKNOWN : vectors.logFrequency(found));
        if (score > best[end]) {
            best[end] = score;
            from[end] = start;
            word[end] = found;
        }
    }

    /** Where a run of Latin letters, or of digits, ends that begins here. */
    private int run(int start) {
        int end = start;
        boolean digits = isDigit(text.charAt(start));
        while (end < text.length() && text.charAt(end) < LATIN && isDigit(text.charAt(end)) == digits) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private Tokens tokens() {
        int count = 0;
        for (int end = text.length(); end > 0; end = from[end]) {
            count++;
        }
        int[] ends = new int[count];
        int[] words = new int[count];
        float[] weights = new float[count];
        for (int end = text.length(); end > 0; end = from[end]) {
            count--;
            ends[count] = end;
            words[count] = word[end];
            weights[count] = word[end] < 0 ? UNKNOWN_WEIGHT : vectors.rarity(word[end]);
        }
        return new Tokens(text, ends, words, weights);
    }
}
