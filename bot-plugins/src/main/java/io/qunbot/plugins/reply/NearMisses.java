package io.qunbot.plugins.reply;

import io.qunbot.plugin.Pattern;
import io.qunbot.text.Sounds;
import io.qunbot.yaml.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds out how near a message comes to a condition that it does not meet. For whoever explains. */
final class NearMisses {

    private static final int SHOWN = 4;
    private static final int LEAST_SOUNDS = 2;

    private final Message message;

    NearMisses(Message message) {
        this.message = message;
    }

    /** Empty when nothing of the condition is there. */
    Optional<NearMiss> of(Condition condition, List<Term> is, List<Term> any, List<Term> all) {
        boolean anyThere = any.isEmpty() || any.stream().anyMatch(this::isThere);
        boolean allThere = all.stream().allMatch(this::isThere);
        if (!is.isEmpty()) {
            return whole(is).or(() -> sounds(is, condition));
        }
        if (!allThere || !anyThere) {
            return missing(all).or(() -> other(any, all)).or(() -> sounds(any, condition))
                    .or(() -> sounds(all, condition));
        }
        return condition.regex().flatMap(pattern -> pattern(pattern, length(any) + length(all)));
    }

    /** A pattern is near when what all its matches hold is there, or when nothing is known of them. */
    private Optional<NearMiss> pattern(Pattern pattern, int words) {
        String literal = Literal.of(pattern.source());
        return message.text().words().contains(literal)
                ? Optional.of(new NearMiss(null, "when.regex", words + literal.length(),
                        new Words("正则没有对上:" + pattern, "the pattern does not match: " + pattern)))
                : Optional.empty();
    }

    private boolean isThere(Term term) {
        return term.occursIn(message);
    }

    private int length(List<Term> terms) {
        return terms.stream().filter(this::isThere).mapToInt(Term::length).sum();
    }

    private Optional<NearMiss> whole(List<Term> is) {
        return is.stream().filter(this::isThere).findFirst().map(term -> new NearMiss(term.place(), "", term.length(),
                new Words("出现了“" + term.keyword() + "”,但要整句就是它(is)",
                        "'" + term.keyword() + "' occurs, but the whole message has to be it (is)")));
    }

    /** Some of `all` are there, and others are not. */
    private Optional<NearMiss> missing(List<Term> all) {
        int there = length(all);
        return all.stream().filter(term -> there > 0 && !isThere(term)).findFirst()
                .map(term -> new NearMiss(term.place(), "", there,
                        new Words("有“" + names(all, true) + "”,缺“" + names(all, false) + "”(all)",
                                "'" + names(all, true) + "' is there, '" + names(all, false) + "' is not (all)")));
    }

    /** All of `all` are there, and none of `any`. */
    private Optional<NearMiss> other(List<Term> any, List<Term> all) {
        boolean there = !all.isEmpty() && all.stream().allMatch(this::isThere);
        return there && !any.isEmpty()
                ? Optional.of(new NearMiss(any.getFirst().place(), "", length(all),
                        new Words("有“" + names(all, true) + "”,还要有其中一个:" + names(any, false) + "(any)",
                                "'" + names(all, true) + "' is there, one of these is not: " + names(any, false)
                                        + " (any)")))
                : Optional.empty();
    }

    private String names(List<Term> terms, boolean there) {
        List<Term> some = terms.stream().filter(term -> isThere(term) == there).toList();
        return some.stream().limit(SHOWN).map(term -> term.keyword().typed()).collect(Collectors.joining("、"))
                + (some.size() > SHOWN ? "…" : "");
    }

    /** It sounds like a keyword, and sounds do not count. */
    private Optional<NearMiss> sounds(List<Term> terms, Condition condition) {
        String heard = Sounds.of(message.text().words());
        return terms.stream().filter(term -> !condition.homophone() && term.length() >= LEAST_SOUNDS)
                .filter(term -> !isThere(term) && heard.contains(Sounds.of(term.keyword().words()))).findFirst()
                .map(term -> new NearMiss(term.place(), "", term.length(),
                        new Words("听起来像“" + term.keyword() + "”,写上 homophone: true 才算",
                                "it sounds like '" + term.keyword() + "', which counts with homophone: true only")));
    }
}
