package io.qunbot.ranking;

import io.qunbot.text.Normalized;
import io.qunbot.text.Normalizer;
import io.qunbot.text.Question;

/** Makes texts ready for comparison. Immutable. */
final class Reader {

    private final WordVectors vectors;
    private final Rareness letters;
    private final Rareness sounds;

    Reader(WordVectors vectors, Rareness letters, Rareness sounds) {
        this.vectors = vectors;
        this.letters = letters;
        this.sounds = sounds;
    }

    Sentence readTyped(String typed) {
        return read(Normalizer.normalize(typed));
    }

    Sentence read(Normalized message) {
        String text = message.core();
        Tokens tokens = Segmenter.cut(text, vectors);
        return new Sentence(text, tokens, Meaning.of(tokens, vectors), Bag.of(Grams.letters(text), letters),
                Bag.of(Grams.sounds(text), sounds), Form.of(text), Negation.in(text), numbers(text),
                Question.looksLike(message));
    }

    /** How rare letters and pairs of them are. */
    Rareness letters() {
        return letters;
    }

    int dimensions() {
        return vectors.dimensions();
    }

    private static String numbers(String text) {
        StringBuilder numbers = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character >= '0' && character <= '9') {
                numbers.append(character);
            } else if (!numbers.isEmpty() && numbers.charAt(numbers.length() - 1) != ' ') {
                numbers.append(' ');
            }
        }
        return numbers.toString().strip();
    }
}
