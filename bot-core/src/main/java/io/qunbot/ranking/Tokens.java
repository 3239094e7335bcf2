package io.qunbot.ranking;

/** The words of a text, in order. Immutable. */
final class Tokens {

    private final String text;
    private final int[] ends;
    private final int[] words;
    private final float[] weights;

    /**
     * @param ends where each word ends in the text
     * @param words their numbers in the table of vectors, -1 when unknown there
     * @param weights 0..1, how much each says
     */
    Tokens(String text, int[] ends, int[] words, float[] weights) {
        this.text = text;
        this.ends = ends;
        this.words = words;
        this.weights = weights;
    }

    int count() {
        return ends.length;
    }

    String text(int token) {
        return text.substring(token == 0 ? 0 : ends[token - 1], ends[token]);
    }

    boolean isKnown(int token) {
        return words[token] >= 0;
    }

    int word(int token) {
        return words[token];
    }

    float weight(int token) {
        return weights[token];
    }

    /** The weight of all together. */
    double says() {
        double sum = 0;
        for (float weight : weights) {
            sum += weight;
        }
        return sum;
    }
}
