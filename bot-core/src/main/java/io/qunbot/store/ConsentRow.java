package io.qunbot.store;

import io.qunbot.chat.ChatId;
import io.qunbot.chat.MemberId;
import java.time.Instant;

/** Somebody agreed that what they say in a conversation is archived, or did not, from a time on. */
public record ConsentRow(ChatId chat, MemberId member, Instant at, boolean agreed) {}
