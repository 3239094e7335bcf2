package io.qunbot.chat;

import java.time.Instant;

/** Turns the journal's bytes back into the event they were. Pure: the same input gives an equal event. */
@FunctionalInterface
public interface Decoder {

    /**
     * Decodes a payload.
     *
     * @param received when it came; stands in for the event's own time where the payload has none
     * @throws IllegalArgumentException when the bytes are no event of this channel
     */
    Event decode(String channel, byte[] payload, Instant received);
}
