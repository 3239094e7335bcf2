package io.qunbot.chat;

/**
 * What makes two deliveries the same event.
 *
 * @param channel the channel it came through, {@code clock} for alarms, {@code bot} for the bot's own
 * @param key the channel's message id; without one the SHA-256 of the exact decrypted bytes, in hex
 */
public record EventId(String channel, String key) {}
