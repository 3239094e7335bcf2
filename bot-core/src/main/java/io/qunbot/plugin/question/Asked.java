package io.qunbot.plugin.question;

import io.qunbot.chat.EventId;
import java.time.Instant;

/**
 * A message in which somebody asked.
 *
 * @param event which one it was
 * @param at the message's own time, in milliseconds of the epoch
 * @param words as colleagues may read them; foreign text
 */
public record Asked(EventId event, long at, String words) {

    public Instant time() {
        return Instant.ofEpochMilli(at);
    }
}
