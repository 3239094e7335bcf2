package io.qunbot.bot.search;

import java.time.Instant;

/**
 * What somebody looks for.
 *
 * @param words in any script, width and case; empty for everything
 * @param group an id or a name; empty for all
 * @param who a member's id or name, or {@code bot}; empty for all
 * @param type of messages, as {@link Hit#type} calls it; empty for all
 * @param since inclusive
 * @param until exclusive
 * @param most how many at once, 1 to 1000
 * @param page where the page before ended; empty for the first
 * @param context how many messages of the conversation are shown around each, 0 to 20
 */
public record Wish(String words, String group, String who, String type, Instant since, Instant until, int most,
        String page, int context) {}
