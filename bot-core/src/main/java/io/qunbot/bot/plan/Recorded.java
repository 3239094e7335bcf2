package io.qunbot.bot.plan;

import io.qunbot.chat.Event;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened in a conversation.
 *
 * @param seq its place in the archive
 * @param firstName what the conversation was called when it was first known
 * @param at when it came
 */
record Recorded(long seq, Event.InChat event, Optional<String> firstName, Instant at) {}
