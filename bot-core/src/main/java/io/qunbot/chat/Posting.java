package io.qunbot.chat;

import java.util.List;
import java.util.Optional;

/**
 * One thing that one gateway is asked to send.
 *
 * @param id unique for good; the same thing asked for again has the same
 * @param chat where it is said; for {@code to} the conversation that it is about
 * @param to the colleagues who are told, each in the conversation with the app or bot; empty to say it in {@code chat}
 * @param ticket what answers the event that caused it, where the channel gives one
 */
public record Posting(long id, Chat chat, List<MemberId> to, Body body, Optional<Ticket> ticket) {

    public Posting {
        to = List.copyOf(to);
    }

    /**
     * Names it to a channel that wants every card named once and for all: ids begin anew with a new data folder, and
     * then other words have them.
     */
    public String key() {
        return id + "-" + Integer.toHexString(31 * chat.id().value().hashCode() + body.plain().hashCode());
    }
}
