package io.qunbot.chat;

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
}
