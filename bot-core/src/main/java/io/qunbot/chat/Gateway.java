package io.qunbot.chat;

/** Speaks on one channel. Blocking; called from the outbox's threads only. */
@FunctionalInterface
public interface Gateway {

    /**
     * Says {@code text} in {@code chat}.
     *
     * @throws GatewayException
     *             when it was not said, or it is not known whether it was
     */
    void say(Chat chat, String text) throws GatewayException;
}
