package io.qunbot.outbox;

import io.qunbot.store.OutboxRow;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Words that leave as one message: mostly alone; in the morning all that waited for the same colleagues. Each keeps
 * its own outcome.
 *
 * @param words the first of them gives the message its id
 */
record Parcel(List<OutboxRow> words) {

    Parcel {
        words = List.copyOf(words);
    }

    static Parcel of(OutboxRow words) {
        return new Parcel(List.of(words));
    }

    OutboxRow head() {
        return words.getFirst();
    }

    boolean isOne() {
        return words.size() == 1;
    }

    Parcel each(UnaryOperator<OutboxRow> change) {
        return new Parcel(words.stream().map(change).toList());
    }
}
