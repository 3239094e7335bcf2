package io.qunbot.plugin;

import io.qunbot.chat.MemberId;
import java.time.Instant;

/**
 * A message as it stands in the archive.
 *
 * @param group how the conversation is called now, its id when nobody knows; foreign text, as are the words
 */
public record Quoted(MemberId by, Instant at, String group, String words) {}
