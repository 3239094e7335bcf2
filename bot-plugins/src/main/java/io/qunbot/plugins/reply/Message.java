package io.qunbot.plugins.reply;

import io.qunbot.text.Normalized;
import io.qunbot.text.Question;
import java.util.Optional;

/** A message, the keywords that occur in it, and whether it asks; the last is found out once, if at all. */
final class Message {

    private final Normalized text;
    private final IntSet found;
    private Optional<Boolean> asks = Optional.empty();

    Message(Normalized text, IntSet found) {
        this.text = text;
        this.found = found;
    }

    Normalized text() {
        return text;
    }

    boolean has(int keyword) {
        return found.has(keyword);
    }

    boolean asks() {
        if (asks.isEmpty()) {
            asks = Optional.of(Question.looksLike(text));
        }
        return asks.get();
    }
}
