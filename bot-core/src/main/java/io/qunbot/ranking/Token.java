package io.qunbot.ranking;

/**
 * A word of a sentence.
 *
 * @param word its number in the table of vectors, -1 when unknown there
 * @param weight 0..1, how much it says
 */
record Token(String text, int word, float weight) {

    boolean isKnown() {
        return word >= 0;
    }
}
