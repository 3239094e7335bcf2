package io.qunbot.ranking;

/**
 * A text made ready for comparison.
 *
 * @param letters characters and pairs of them
 * @param sounds syllables and pairs of them
 * @param numbers the runs of digits, in order
 * @param asks whether it looks like a question
 */
record Sentence(String text, Tokens tokens, Meaning meaning, Bag letters, Bag sounds, Form form, boolean negative,
        String numbers, boolean asks) {

    /** How near it comes to another in meaning, letters and sounds. */
    double likeness(Sentence other) {
        return meaning.cosine(other.meaning) + letters.cosine(other.letters) + sounds.cosine(other.sounds);
    }
}
