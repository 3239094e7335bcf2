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

    /** What answers an event of this channel later, where the channel gives such a thing. */
    default Optional<Ticket> ticket(String channel, byte[] payload, Instant received) {
        return Optional.empty();
    }
}
