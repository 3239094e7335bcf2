package io.qunbot.chat;

import java.time.Instant;

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
}
