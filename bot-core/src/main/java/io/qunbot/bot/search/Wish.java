package io.qunbot.bot.search;

import io.qunbot.search.ArchiveIndex.Order;
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
 * @param oldestFirst whether they come in the order in which they were said, as in an export
 */
public record Wish(String words, String group, String who, String type, Instant since, Instant until, int most,
        String page, int context, boolean oldestFirst) {

    /** No message is newer. */
    public static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    Order order() {
        return oldestFirst ? Order.OLDEST_FIRST : Order.NEWEST_FIRST;
    }

    /** The newest first. */
    public Wish(String words, String group, String who, String type, Instant since, Instant until, int most,
            String page, int context) {
        this(words, group, who, type, since, until, most, page, context, false);
    }

    /** The same in one conversation, from its beginning. */
    public Wish in(String conversation) {
        return new Wish(words, conversation, who, type, since, until, most, "", context, oldestFirst);
    }

    /** The same from where a page ended. */
    public Wish from(String end) {
        return new Wish(words, group, who, type, since, until, most, end, context, oldestFirst);
    }
}
