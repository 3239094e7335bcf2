package io.qunbot.plugins.reply;

import io.qunbot.plugin.Keyword;
import io.qunbot.plugin.Pattern;
import io.qunbot.plugins.reply.Verdict.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A condition made ready: its keywords are numbers in the index. Immutable. */
final class Matcher {

    private final List<Term> is;
    private final List<Term> any;
    private final List<Term> all;
    private final List<Term> none;
    private final Optional<Pattern> regex;
    private final boolean ask;
    private final List<Term> triggers;

    Matcher(Condition condition, Terms terms) {
        is = terms.of(condition.is());
        any = terms.of(condition.any());
        all = terms.of(condition.all());
        none = terms.of(condition.none());
        regex = condition.regex();
        ask = condition.ask();
        triggers = triggers(terms);
    }

    /**
     * The keywords of which one occurs in every message that this can match; empty when there are
     * none, so that every message has to be tried.
     */
    List<Term> triggers() {
        return triggers;
    }

    private List<Term> triggers(Terms terms) {
        if (!is.isEmpty()) {
            return is;
        }
        if (!all.isEmpty()) {
            return longest(all).stream().toList();
        }
        if (!any.isEmpty()) {
            return any;
        }
        return regex.map(pattern -> Literal.of(pattern.source())).filter(literal -> !literal.isEmpty())
                .map(literal -> List.of(terms.of(Keyword.parse(literal))))
                .orElse(List.of());
    }

    Verdict test(Message message) {
        Optional<Term> exact = is.stream().filter(term -> message.text().is(term.words())).findFirst();
        Optional<Term> found = longest(any.stream().filter(term -> message.has(term.number())).toList());
        boolean missing = (exact.isEmpty() && !is.isEmpty()) || (found.isEmpty() && !any.isEmpty())
                || !all.stream().allMatch(term -> message.has(term.number()));
        if (missing) {
            return Verdict.NO_MATCH;
        }
        Optional<String> typed = regex.flatMap(pattern -> pattern.find(message.text().line()));
        if (regex.isPresent() && typed.isEmpty()) {
            return Verdict.NO_MATCH;
        }
        Optional<Term> term = longest(Stream.of(exact.stream(), found.stream(), all.stream())
                .flatMap(terms -> terms).toList());
        String match = typed.or(() -> term.map(keyword -> keyword.keyword().typed())).orElse("");
        int length = term.map(keyword -> keyword.words().length()).orElse(0);
        return new Verdict(kind(), length, match, veto(message, term));
    }

    /** Why it does not hold after all; whoever says nothing but the keyword asks for it. */
    private String veto(Message message, Optional<Term> term) {
        Optional<Term> unwanted = none.stream().filter(candidate -> message.has(candidate.number())).findFirst();
        if (unwanted.isPresent()) {
            return "出现了“" + unwanted.get().keyword() + "”";
        }
        boolean bare = term.isPresent() && message.text().is(term.get().words());
        return ask && !bare && !message.asks() ? "不像提问" : "";
    }

    private Kind kind() {
        if (!is.isEmpty()) {
            return Kind.IS;
        }
        return regex.isPresent() ? Kind.REGEX : Kind.KEYWORD;
    }

    private static Optional<Term> longest(List<Term> terms) {
        return terms.stream().max(Comparator.comparingInt(term -> term.words().length()));
    }
}
