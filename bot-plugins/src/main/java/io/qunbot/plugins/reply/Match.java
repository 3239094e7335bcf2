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

    /** What holds, the higher priority, then what is more exact, then the longer keyword, then the earlier rule. */
    static final Comparator<Match> BEST_FIRST = Match::compare;

    private static int compare(Match one, Match other) {
        if (one.holds() != other.holds()) {
            return one.holds() ? -1 : 1;
        }
        if (one.rule().priority() != other.rule().priority()) {
            return Integer.compare(other.rule().priority(), one.rule().priority());
        }
        if (one.verdict().kind() != other.verdict().kind()) {
            return other.verdict().kind().compareTo(one.verdict().kind());
        }
        int longer = Integer.compare(other.verdict().length(), one.verdict().length());
        return longer != 0 ? longer : Integer.compare(one.order(), other.order());
    }

    Rule rule() {
        return located.value();
    }

    boolean holds() {
        return verdict.holds();
    }

    /** What an operator knows it by: its id, or where it stands. */
    String name() {
        return rule().name().isEmpty() ? located.place().toString() : rule().name() + " (" + located.place() + ")";
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
