package io.qunbot.plugins.reply;

import io.qunbot.plugins.reply.effect.Effect;
import io.qunbot.yaml.Located;
import java.util.Comparator;

/**
 * A rule that a message meets, or barely misses.
 *
 * @param order the rule's position in the file
 */
record Match(Located<Rule> located, int order, Verdict verdict) {

    /** The higher priority, then what is more exact, then the longer keyword, then the earlier rule. */
    static final Comparator<Match> BEST_FIRST = Comparator
            .comparing(Match::holds, Comparator.reverseOrder())
            .thenComparing(match -> match.rule().priority(), Comparator.reverseOrder())
            .thenComparing(match -> match.verdict().kind(), Comparator.reverseOrder())
            .thenComparing(match -> match.verdict().length(), Comparator.reverseOrder())
            .thenComparingInt(Match::order);

    static Match better(Match one, Match other) {
        return BEST_FIRST.compare(one, other) <= 0 ? one : other;
    }

    Rule rule() {
        return located.value();
    }

    boolean holds() {
        return verdict.holds();
    }

    /** What the plugin remembers this rule by. */
    String key() {
        return key(rule(), order);
    }

    private static String key(Rule rule, int order) {
        return rule.name().isEmpty() ? "#" + order : rule.name();
    }

    /** What a rule does once it is meant. */
    static Effect effect(Located<Rule> located, int order) {
        return located.value().effect(key(located.value(), order), located.place());
    }
}
