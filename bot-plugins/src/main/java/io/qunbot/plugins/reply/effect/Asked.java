package io.qunbot.plugins.reply.effect;

import io.qunbot.chat.EventId;
import io.qunbot.chat.MemberId;

/**
 * What was asked and by whom: all that an answer needs, so that it can be given later, too.
 *
 * @param words as typed; foreign text
 * @param match what of them was found
 * @param event the message
 * @param fingerprint what the same question has in common however it is typed
 */
public record Asked(MemberId by, String words, String match, EventId event, String fingerprint) {}
