package io.qunbot.ranking;

import java.util.List;

/**
 * A text made ready for comparison.
 *
 * @param letters characters and pairs of them
 * @param sounds syllables and pairs of them
 * @param numbers the runs of digits, in order
 * @param asks whether it looks like a question
 */
record Sentence(String text, List<Token> tokens, Meaning meaning, Bag letters, Bag sounds, Form form, boolean negative,
        String numbers, boolean asks) {

    /** The weight of all words together. */
    double says() {
        double sum = 0;
        for (Token token : tokens) {
            sum += token.weight();
        }
        return sum;
    }
}
