package io.qunbot.dispatch;

import io.qunbot.chat.Decoder;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.LaneId;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads every row of the journal back: those of channels and the bot's own. Thread-safe as the channels' is. */
record JournalDecoder(Decoder channels) implements Decoder {

    private static final Logger log = LoggerFactory.getLogger(JournalDecoder.class);

    @Override
    public Event decode(String channel, byte[] payload, Instant received) {
        return InternalEvents.owns(channel)
                ? InternalEvents.decode(channel, payload)
                : foreign(channel, payload, received);
    }

    /** What a channel does not understand any more, since its kind was changed, must not keep the bot from starting. */
    private Event foreign(String channel, byte[] payload, Instant received) {
        try {
            return channels.decode(channel, payload, received);
        } catch (IllegalArgumentException unreadable) {
            log.warn("an event of channel {} cannot be read any more: {}", channel, unreadable.getMessage());
            return new Event.Unknown(new EventId(channel, ""), received, LaneId.ofChannel(channel), "unreadable");
        }
    }
}
