package io.qunbot.simulation;

import java.time.Instant;

/**
 * Words that somebody says to a bot.
 *
 * @param chat the group, empty for a one-to-one conversation; an application has no other
 * @param id the message id; the same id again is a redelivery
 */
public record Saying(String chat, String member, String text, String id, Instant at) {}
