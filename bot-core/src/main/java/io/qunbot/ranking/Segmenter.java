package io.qunbot.ranking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Cuts a text into the words that together are the most common (a unigram model, by Viterbi). */
final class Segmenter {

    private static final float UNKNOWN = -18;
    /** What an unknown character or number says: a lot, since it is rare. */
    private static final float UNKNOWN_WEIGHT = 0.9f;

    private final WordVectors vectors;

    Segmenter(WordVectors vectors) {
        this.vectors = vectors;
    }

    /** @param text letters and digits only */
    List<Token> cut(String text) {
        int length = text.length();
        float[] best = new float[length + 1];
        int[] from = new int[length + 1];
        int[] word = new int[length + 1];
        for (int end = 1; end <= length; end++) {
            best[end] = Float.NEGATIVE_INFINITY;
        }
        for (int start = 0; start < length; start++) {
            if (best[start] == Float.NEGATIVE_INFINITY) {
                continue;
            }
            extend(text, start, best, from, word);
        }
        List<Token> tokens = new ArrayList<>();
        for (int end = length; end > 0; end = from[end]) {
            tokens.add(token(text.substring(from[end], end), word[end]));
        }
        Collections.reverse(tokens);
        return tokens;
    }

    private void extend(String text, int start, float[] best, int[] from, int[] word) {
        int run = run(text, start);
        if (run > start + 1) {
            offer(start, run, vectors.find(text, start, run), best, from, word);
            return;
        }
        int last = Math.min(text.length(), start + WordVectors.LONGEST);
        for (int end = start + 1; end <= last; end++) {
            int found = vectors.find(text, start, end);
            if (found >= 0 || end == start + 1) {
                offer(start, end, found, best, from, word);
            }
        }
    }

    private void offer(int start, int end, int found, float[] best, int[] from, int[] word) {
        float score = best[start] + (found < 0 ? UNKNOWN : vectors.logFrequency(found));
        if (score > best[end]) {
            best[end] = score;
            from[end] = start;
            word[end] = found;
        }
    }

    /** Where a run of Latin letters, or of digits, ends that begins here. */
    private static int run(String text, int start) {
        int end = start;
        boolean digits = isDigit(text.charAt(start));
        while (end < text.length() && text.charAt(end) < 0x250 && isDigit(text.charAt(end)) == digits) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private Token token(String text, int word) {
        return new Token(text, word, word < 0 ? UNKNOWN_WEIGHT : vectors.rarity(word));
    }
}
