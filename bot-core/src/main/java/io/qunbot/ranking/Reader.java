package io.qunbot.ranking;

import io.qunbot.text.Normalized;
import io.qunbot.text.Normalizer;
import io.qunbot.text.Question;
import java.util.List;

/** Makes texts ready for comparison. Immutable. */
final class Reader {

    private final WordVectors vectors;
    private final Segmenter segmenter;
    private final Rareness letters;
    private final Rareness sounds;

    Reader(WordVectors vectors, Rareness letters, Rareness sounds) {
        this.vectors = vectors;
        this.segmenter = new Segmenter(vectors);
        this.letters = letters;
        this.sounds = sounds;
    }

    Sentence readTyped(String typed) {
        return read(Normalizer.normalize(typed));
    }

    Sentence read(Normalized message) {
        String text = message.core();
        List<Token> tokens = segmenter.cut(text);
        return new Sentence(text, tokens, meaning(tokens), Bag.of(Grams.letters(text), letters::of),
                Bag.of(Grams.sounds(text), sounds::of), Form.of(text), Negation.in(text), numbers(text),
                Question.looksLike(message));
    }

    double rareness(int letters) {
        return this.letters.of(letters);
    }

    private Meaning meaning(List<Token> tokens) {
        float[] sum = new float[vectors.dimensions()];
        for (Token token : tokens) {
            if (token.isKnown()) {
                vectors.add(token.word(), token.weight(), sum);
            }
        }
        return Meaning.of(sum);
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
