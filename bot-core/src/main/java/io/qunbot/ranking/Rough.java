package io.qunbot.ranking;

/**
 * A first look at an entry: enough to tell the few that deserve a second.
 *
 * @param entry its position in the catalogue
 * @param meaning the best cosine of the meanings
 * @param letters the best cosine of the letters
 */
record Rough(int entry, double meaning, double letters) {

    static Rough of(int entry, Item item, Sentence asked) {
        double meaning = -1;
        for (Sentence variant : item.ask()) {
            meaning = Math.max(meaning, asked.meaning().cosine(variant.meaning()));
        }
        return of(entry, item, asked, meaning);
    }

    static Rough of(int entry, Item item, Sentence asked, double meaning) {
        double letters = 0;
        for (Sentence variant : item.ask()) {
            letters = Math.max(letters, asked.letters().cosine(variant.letters()));
        }
        return new Rough(entry, meaning, letters);
    }

    double score() {
        return meaning + letters;
    }
}
