package io.qunbot.bot;

import java.util.List;

/**
 * How a profile's rules are used.
 *
 * @param since ISO 8601, UTC
 * @param groups how many conversations have this profile
 * @param events what happened in them since then
 * @param used rules that made the bot speak, those used most first
 * @param idle rules that did not
 * @param unanswered questions without an answer, alike ones together, those asked most first
 */
public record Stats(String profile, String title, String since, int groups, long events, List<Rule> used,
        List<Rule> idle, List<Unanswered.Group> unanswered) {

    /**
     * A rule, a question or a text.
     *
     * @param where its file and line; empty when it is not in the rules any more
     * @param hits how often it made the bot speak, to the conversation or to a colleague
     * @param last when it did last, ISO 8601, UTC; empty when it did not
     */
    public record Rule(String name, String where, long hits, String last) {}
}
