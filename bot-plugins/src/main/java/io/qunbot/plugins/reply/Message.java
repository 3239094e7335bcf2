package io.qunbot.plugins.reply;

import io.qunbot.text.Negation;
import io.qunbot.text.Normalized;
import io.qunbot.text.Question;
import io.qunbot.text.Sounds;
import java.util.Optional;

/** A message and the keywords that occur in it; the rest is found out once, if at all. */
final class Message {

    private final Normalized text;
    private final Situation situation;
    private final IntSet found;
    private final Negation negation;
    private Optional<Boolean> asks = Optional.empty();

    Message(Normalized text, Situation situation, IntSet found) {
        this.text = text;
        this.situation = situation;
        this.found = found;
        this.negation = Negation.in(text);
    }

    Normalized text() {
        return text;
    }

    Situation situation() {
        return situation;
    }

    boolean has(int keyword) {
        return found.has(keyword);
    }

    boolean is(Form form) {
        if (form.sounds()) {
            return Sounds.of(text.words()).equals(form.text()) || Sounds.of(text.core()).equals(form.text());
        }
        return text.is(form.text()) || (text.words().isEmpty() && text.line().pictures().equals(form.text()));
    }

    /** Whether it may turn something down. */
    boolean refuses() {
        return !negation.isEmpty();
    }

    /** The words that turn down what occurs; empty when it is meant. */
    String refusal(Form form) {
        if (negation.isEmpty()) {
            return "";
        }
        String words = form.sounds() ? written(form.text()) : form.text();
        return negation.of(words);
    }

    /** What was written where it sounds like this; words and sounds are of the same length. */
    private String written(String sounds) {
        int start = Sounds.of(text.words()).indexOf(sounds);
        return text.words().substring(start, start + sounds.length());
    }

    boolean asks() {
        if (asks.isEmpty()) {
            asks = Optional.of(Question.looksLike(text));
        }
        return asks.get();
    }
}
