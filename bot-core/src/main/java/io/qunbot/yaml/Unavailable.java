package io.qunbot.yaml;

/** Thrown for a word that the language has and this version does not. */
final class Unavailable extends RuntimeException {

    private final String word;

    Unavailable(String word) {
        super(word, null, false, false);
        this.word = word;
    }

    String word() {
        return word;
    }
}
