package io.qunbot.chat;

import java.time.Instant;

/**
 * What a channel hands out with an event for answers to it, such as a request's id or an address to post to.
 *
 * @param value opaque; may be a secret, so it is never logged
 * @param expires when the channel stops taking it
 */
public record Ticket(String value, Instant expires) {

    @Override
    public String toString() {
        return "Ticket[until " + expires + "]";
    }
}
