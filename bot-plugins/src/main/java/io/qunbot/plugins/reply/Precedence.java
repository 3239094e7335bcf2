package io.qunbot.plugins.reply;

import io.qunbot.yaml.Words;

/** Says why one rule goes before another, in the order of {@link Match#BEST_FIRST}. */
final class Precedence {

    private Precedence() {}

    static Words of(Match winner, Match loser) {
        Words why = why(winner, loser);
        String name = winner.key();
        return new Words("让给了规则 " + name + ":" + why.zh(), "rule " + name + " goes first: " + why.en());
    }

    private static Words why(Match winner, Match loser) {
        Verdict won = winner.verdict();
        Verdict lost = loser.verdict();
        if (winner.rule().priority() != loser.rule().priority()) {
            return new Words("priority " + winner.rule().priority() + " 大于 " + loser.rule().priority(),
                    "priority " + winner.rule().priority() + " against " + loser.rule().priority());
        }
        if (won.kind() != lost.kind()) {
            return new Words(name(won.kind()) + " 先于 " + name(lost.kind()), name(won.kind()) + " before "
                    + name(lost.kind()));
        }
        return won.length() == lost.length()
                ? new Words("它写在前面", "it is written first")
                : new Words("它的“" + won.match() + "”比“" + lost.match() + "”长",
                        "its '" + won.match() + "' is longer than '" + lost.match() + "'");
    }

    private static String name(Verdict.Kind kind) {
        return switch (kind) {
            case IS -> "is";
            case REGEX -> "regex";
            case KEYWORD, NOTHING -> "any/all";
        };
    }
}
