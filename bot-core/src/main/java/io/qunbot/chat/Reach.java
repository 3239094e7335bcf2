package io.qunbot.chat;

import java.util.List;
import java.util.Optional;

/** Where the bot can speak first, without being asked in the same exchange. Thread-safe. */
@FunctionalInterface
public interface Reach {

    /** Why the bot can't speak in a conversation and what is possible instead; empty when it can. */
    Optional<String> whyNot(Chat chat);

    /** The channel by which colleagues are told, away from the conversation; empty when there is none. */
    default Optional<String> teller() {
        return Optional.empty();
    }

    /** The channel by which owners of customer groups get tasks to confirm; empty when there is none. */
    default Optional<String> tasker() {
        return Optional.empty();
    }

    /** What an answer in the same exchange costs of what WeCom takes of the channel. */
    default List<Charge> passive(Chat chat) {
        return List.of();
    }
}
