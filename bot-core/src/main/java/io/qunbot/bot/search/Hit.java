package io.qunbot.bot.search;

import java.util.List;

/**
 * Something that was found.
 *
 * @param seq its place in the journal, by which it is named; for words that left later, the event's they came from
 * @param group the conversation's id
 * @param groupName as the group was called then, else as it was called first; empty when nobody knows
 * @param from a member's id, or {@code bot}
 * @param at ISO 8601 with the zone's offset
 * @param recalled whether it was taken back by whoever said it
 * @param origin what made the bot say it, and what became of it; empty for what people said
 * @param before what was said before it, oldest first, if that was asked for
 * @param after what was said after it
 */
public record Hit(long seq, String group, String groupName, String from, String fromName, String at, String type,
        String text, boolean recalled, Origin origin, List<Hit> before, List<Hit> after) {

    /**
     * Where words of the bot come from.
     *
     * @param rule {@code plugin/rule}, several with commas
     * @param version of the rules that were in force; empty when that is too long ago
     * @param outcome what became of them, with the reason if there is one
     */
    public record Origin(String rule, String version, String outcome) {

        public static final Origin NONE = new Origin("", "", "");
    }

    public Hit {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
