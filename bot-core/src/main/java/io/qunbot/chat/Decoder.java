package io.qunbot.chat;

import java.time.Instant;
import java.util.Optional;

/**
 * Turns the journal's bytes back into the event they were. Pure: the same bytes and
 * time give an equal event.
 */
@FunctionalInterface
public interface Decoder {

    /**
     * @param received
     *            when the bytes arrived, as the journal keeps it: the time of an event that gives none
     * @throws IllegalArgumentException
     *             when the bytes are no event of this channel
     */
    Event decode(String channel, byte[] payload, Instant received);

    /**
     * Whether a channel only listens in on conversations: they belong to the channels that something can be said on.
     */
    default boolean overhears(String channel) {
        return false;
    }

    /** Whether there are channels that only listen in, so that a message may come twice. */
    default boolean overhears() {
        return false;
    }

    /** What answers an event of this channel later, where the channel gives such a thing. */
    default Optional<Ticket> ticket(String channel, byte[] payload, Instant received) {
        return Optional.empty();
    }
}
