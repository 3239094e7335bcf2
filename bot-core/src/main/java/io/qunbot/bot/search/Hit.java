package io.qunbot.bot.search;

import java.util.List;

/**
 * Something that was found.
 *
 * @param seq its place in the journal, by which it is named; for words that left later, the event's they came from
 * @param group the conversation's id
 * @param groupName as the directory knows it; empty when it does not
 * @param from a member's id, or {@code bot}
 * @param at ISO 8601 with the zone's offset
 * @param recalled whether it was taken back by whoever said it
 * @param before what was said before it, oldest first, if that was asked for
 * @param after what was said after it
 */
public record Hit(long seq, String group, String groupName, String from, String fromName, String at, String type,
        String text, boolean recalled, List<Hit> before, List<Hit> after) {

    public Hit {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
