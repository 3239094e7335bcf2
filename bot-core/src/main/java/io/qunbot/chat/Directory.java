package io.qunbot.chat;

import java.util.Optional;
import java.util.OptionalInt;

/** What is known about groups and people beyond what their messages say. Thread-safe, never blocks. */
public interface Directory {

    /** Knows nobody. */
    Directory EMPTY = new Directory() {
    };

    default Optional<String> nameOf(MemberId member) {
        return Optional.empty();
    }

    default Optional<String> nameOf(ChatId chat) {
        return Optional.empty();
    }

    /** How many members a conversation has. */
    default OptionalInt sizeOf(ChatId chat) {
        return OptionalInt.empty();
    }
}
