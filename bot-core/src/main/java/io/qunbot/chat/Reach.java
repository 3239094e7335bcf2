package io.qunbot.chat;

import java.util.Optional;

/** Where the bot can speak first, without being asked in the same exchange. Thread-safe. */
@FunctionalInterface
public interface Reach {

    /** Why the bot can't speak in a conversation and what is possible instead; empty when it can. */
    Optional<String> whyNot(Chat chat);
}
