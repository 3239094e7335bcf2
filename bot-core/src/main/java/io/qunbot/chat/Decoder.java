package io.qunbot.chat;

/**
 * Turns the journal's bytes back into the event they were. Pure: the same bytes give an equal
 * event.
 */
@FunctionalInterface
public interface Decoder {

    /**
     * @throws IllegalArgumentException
     *             when the bytes are no event of this channel
     */
    Event decode(String channel, byte[] payload);
}
