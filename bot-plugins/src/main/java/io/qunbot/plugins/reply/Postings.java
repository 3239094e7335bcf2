package io.qunbot.plugins.reply;

import io.qunbot.plugins.reply.effect.Refusal;
import io.qunbot.yaml.Located;
import java.util.List;

/**
 * What to try when a keyword occurs, in flat arrays: with very many rules time goes into looking at objects
 * all over the memory, so that those which need nothing but the keyword are decided without any.
 */
final class Postings {

    private static final int BITS = 26;
    private static final int MASK = (1 << BITS) - 1;
    private static final int LONGEST = (1 << (Long.SIZE - 2 * BITS - 1)) - 1;
    private static final long NOT_CERTAIN = -1;

    private final List<Located<Rule>> rules;
    private final int[] starts;
    private final int[] matchers;
    /** How the keyword was written, where it is all that counts. */
    private final String[] typed;
    /** There: the length of the keyword, so that longer is smaller, the rule, and this place; else negative. */
    private final long[] ranks;

    Postings(int[][] triggered, Matcher[] all, int[] ruleOfMatcher, List<Located<Rule>> rules) {
        this.rules = rules;
        starts = new int[triggered.length + 1];
        for (int keyword = 0; keyword < triggered.length; keyword++) {
            starts[keyword + 1] = starts[keyword] + triggered[keyword].length;
        }
        matchers = new int[starts[triggered.length]];
        typed = new String[matchers.length];
        ranks = new long[matchers.length];
        for (int keyword = 0; keyword < triggered.length; keyword++) {
            int at = starts[keyword];
            for (int matcher : triggered[keyword]) {
                fill(at++, matcher, ruleOfMatcher[matcher], all[matcher].certain(keyword));
            }
        }
    }

    private void fill(int at, int matcher, int rule, Verdict verdict) {
        boolean usual = rules.get(rule).value().priority() == 0 && Math.max(rule, at) <= MASK;
        matchers[at] = matcher;
        typed[at] = verdict.match();
        int shorter = LONGEST - Math.min(verdict.length(), LONGEST);
        ranks[at] = usual && verdict.matches() ? (long) shorter << (2 * BITS) | (long) rule << BITS | at : NOT_CERTAIN;
    }

    int start(int keyword) {
        return starts[keyword];
    }

    int end(int keyword) {
        return starts[keyword + 1];
    }

    int matcher(int at) {
        return matchers[at];
    }

    /** Whether the keyword alone decides, unless the message turns something down. */
    boolean isCertain(int at) {
        return ranks[at] != NOT_CERTAIN;
    }

    /** A number for what is certain: the better match is the smaller one. */
    long rank(int at) {
        return ranks[at];
    }

    static int rule(long rank) {
        return (int) (rank >>> BITS) & MASK;
    }

    Match match(long rank) {
        int length = LONGEST - (int) (rank >>> (2 * BITS));
        Verdict verdict = new Verdict(Verdict.Kind.KEYWORD, length, typed[(int) rank & MASK], Refusal.NONE);
        return new Match(rules.get(rule(rank)), rule(rank), verdict);
    }
}
