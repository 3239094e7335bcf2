package io.qunbot.chat;

/** What a channel asked colleagues to send, by the reference of its receipt. Blocks; thread-safe. */
public interface Tasks {

    /**
     * How it stands.
     *
     * @param chat where it was to be said
     * @return {@link Outcome#QUEUED_FOR_CONFIRMATION} as long as nothing was sent, then {@link Outcome#SENT}
     * @throws GatewayException with {@link GatewayException.Remedy#DROP} when it will never be sent there
     */
    Receipt follow(ChatId chat, String reference) throws GatewayException;

    /** Reminds the colleague, as often as the channel allows it. */
    void remind(String reference) throws GatewayException;

    /** Takes it back, unless it was sent. */
    void cancel(String reference) throws GatewayException;
}
