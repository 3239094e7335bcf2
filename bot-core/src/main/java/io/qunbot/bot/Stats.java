package io.qunbot.bot;

import io.qunbot.bot.member.Tally;
import java.util.List;
import java.util.Map;

/**
 * How a profile's rules are used.
 *
 * @param since ISO 8601, UTC
 * @param groups how many conversations have this profile
 * @param events what happened in them since then
 * @param used rules that made the bot speak, those used most first
 * @param idle rules that did not
 * @param judged what colleagues made of drafts, and thought of what was only watched, by rule
 * @param ways how many joined its groups by which join way since then, the most first
 * @param steps how many newcomers took each step since then, in the order of the steps; empty without a ritual
 * @param unanswered questions without an answer, alike ones together, those asked most first
 * @param care how soon questions are taken up
 * @param leads what became of leads that were handed over since then, by what spoke for them
 */
public record Stats(String profile, String title, String since, int groups, long events, List<Rule> used,
        List<Rule> idle, List<Judged> judged, List<Way> ways, List<Step> steps, List<Unanswered.Group> unanswered,
        List<Tally> segments, Care care, List<Leads.Share> leads) {

    /** How many newcomers came this far: {@code joined}, {@code welcomed}, {@code introduced}, {@code reminded}, {@code introduced.after}. */
    public record Step(String name, long members) {}

    /**
     * How soon somebody took up what members asked.
     *
     * @param open how many wait now
     * @param median of first answers, in seconds of business time; -1 when there is none
     * @param most in which nine of ten first answers came; -1 when there is none
     * @param by how many each colleague answered, by account
     */
    public record Care(long asked, long late, long unresolved, long open, long median, long most,
            Map<String, Long> by) {}

    /** How many members joined by a QR code with this state. */
    public record Way(String state, long joined) {}

    /**
     * What became of the words of a rule that somebody looked at.
     *
     * @param used drafts that were sent as they were, and watched words that were called right
     * @param changed what was said in other words
     * @param wrong what was not to be said
     * @param late drafts that nobody took in time, or that a colleague's own answer made needless
     */
    public record Judged(String name, long used, long changed, long wrong, long late) {}

    /**
     * A rule, a question or a text.
     *
     * @param where its file and line; empty when it is not in the rules any more
     * @param hits how often it made the bot speak, to the conversation or to a colleague
     * @param last when it did last, ISO 8601, UTC; empty when it did not
     */
    public record Rule(String name, String where, long hits, String last) {}
}
