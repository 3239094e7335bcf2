package io.qunbot.chat;

import java.util.Optional;

/** Speaks on one channel. Blocking, bounded in time; called from the outbox's threads only. */
@FunctionalInterface
public interface Gateway {

    /**
     * Sends one posting.
     *
     * @throws GatewayException
     *             when it was not sent, or it is not known whether it was
     */
    Receipt deliver(Posting posting) throws GatewayException;

    /** How many messages of the channel's budget a posting takes: a long text leaves in several pieces. */
    default int messages(Posting posting) {
        return 1;
    }

    /**
     * Whether the same posting may be asked for again when it is not known whether it was sent: the channel
     * recognises it by itself and says it once.
     */
    default boolean knowsAgain(Posting posting) {
        return false;
    }

    /** What follows the tasks that it gave to colleagues; empty for a channel that gives none. */
    default Optional<Tasks> tasks() {
        return Optional.empty();
    }
}
