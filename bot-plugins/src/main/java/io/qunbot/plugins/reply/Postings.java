package io.qunbot.plugins.reply;

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

    private final List<Located<Rule>> rules;
    private final int[] starts;
    private final int[] matchers;
    /** Where the keyword is all that counts: the rule, how the keyword was written, and its length; else 0. */
    private final int[] ruleOf;
    private final String[] typed;
    private final short[] lengths;

    Postings(int[][] triggered, Matcher[] all, int[] ruleOfMatcher, List<Located<Rule>> rules) {
        this.rules = rules;
        starts = new int[triggered.length + 1];
        for (int keyword = 0; keyword < triggered.length; keyword++) {
            starts[keyword + 1] = starts[keyword] + triggered[keyword].length;
        }
        matchers = new int[starts[triggered.length]];
        ruleOf = new int[matchers.length];
        typed = new String[matchers.length];
        lengths = new short[matchers.length];
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
        ruleOf[at] = rule;
        typed[at] = verdict.match();
        lengths[at] = usual ? (short) Math.min(verdict.length(), LONGEST) : 0;
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
        return lengths[at] > 0;
    }

    /** A number for what is certain: the better match is the smaller one, and it knows its rule and its place. */
    long rank(int at) {
        return (long) (LONGEST - lengths[at]) << (2 * BITS) | (long) ruleOf[at] << BITS | at;
    }

    static int rule(long rank) {
        return (int) (rank >>> BITS) & MASK;
    }

    Match match(long rank) {
        int at = (int) rank & MASK;
        Verdict verdict = new Verdict(Verdict.Kind.KEYWORD, LONGEST - (int) (rank >>> (2 * BITS)), typed[at], "");
        return new Match(rules.get(ruleOf[at]), ruleOf[at], verdict);
    }
}
