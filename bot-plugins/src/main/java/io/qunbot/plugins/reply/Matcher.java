package io.qunbot.plugins.reply;

import io.qunbot.keywords.Catalogue;
import io.qunbot.plugins.reply.Verdict.Kind;
import io.qunbot.plugins.reply.effect.Refusal;
import io.qunbot.yaml.Words;
import java.util.List;
import java.util.Optional;

/** A condition made ready: its keywords are numbers in the index. Immutable. */
final class Matcher {

    private static final Refusal NO_QUESTION = Refusal.by("when.ask",
            () -> new Words("不像提问(ask: true)", "it does not look like a question (ask: true)"));

    private final Condition condition;
    private final List<Term> is;
    private final List<Term> any;
    private final List<Term> all;
    private final List<Term> none;
    private final Kind kind;
    private final boolean unconditional;

    Matcher(Condition condition, Terms terms, Catalogue catalogue) {
        this.condition = condition;
        is = terms.numbered(condition.is(), catalogue);
        any = terms.numbered(condition.any(), catalogue);
        all = terms.numbered(condition.all(), catalogue);
        none = terms.numbered(condition.none(), catalogue);
        kind = kind();
        unconditional = condition.isForAnybody();
    }

    private Kind kind() {
        if (!is.isEmpty()) {
            return Kind.IS;
        }
        return condition.regex().isPresent() ? Kind.REGEX : Kind.KEYWORD;
    }

    /** What it says of every message that turns nothing down and in which this keyword occurs; no match when that depends. */
    Verdict certain(int keyword) {
        boolean simple = unconditional && is.isEmpty() && all.isEmpty() && none.isEmpty()
                && condition.regex().isEmpty();
        for (Term term : simple ? any : List.<Term>of()) {
            if (term.forms().size() == 1 && term.forms().getFirst().number() == keyword) {
                return new Verdict(Kind.KEYWORD, term.length(), term.keyword().typed(), Refusal.NONE);
            }
        }
        return Verdict.NO_MATCH;
    }

    Verdict test(Message message) {
        Search search = new Search(message);
        if (!search.finds()) {
            return Verdict.NO_MATCH;
        }
        Refusal veto = search.veto();
        return veto.isNone() || condition.isAnchored() ? search.verdict(veto) : Verdict.NO_MATCH;
    }

    /** How near a message comes that does not meet it; empty when it is nowhere near. */
    Optional<NearMiss> missed(Message message) {
        return new NearMisses(message).of(condition, is, any, all);
    }

    /** One message against the condition. */
    private final class Search {

        private final Message message;
        private Optional<Term> longest = Optional.empty();
        private Optional<String> typed = Optional.empty();
        private String refusal = "";

        Search(Message message) {
            this.message = message;
        }

        boolean finds() {
            return findsWhole() && findsAny() && findsAll() && findsPattern();
        }

        private boolean findsWhole() {
            for (Term term : is) {
                if (term.isAllOf(message)) {
                    longest = Optional.of(term);
                    return true;
                }
            }
            return is.isEmpty();
        }

        /** Of those that occur the longest that is meant; one that is turned down only when no other occurs. */
        private boolean findsAny() {
            Optional<Term> meant = Optional.empty();
            String turnedDown = "";
            for (Term term : any) {
                if (term.occursIn(message)) {
                    String words = refusal(term);
                    meant = words.isEmpty() ? longer(meant, term) : meant;
                    turnedDown = words.isEmpty() ? turnedDown : words;
                }
            }
            longest = meant.isPresent() ? longer(longest, meant.get()) : longest;
            refusal = meant.isPresent() ? refusal : turnedDown;
            return any.isEmpty() || meant.isPresent() || !turnedDown.isEmpty();
        }

        private boolean findsAll() {
            for (Term term : all) {
                if (!term.occursIn(message)) {
                    return false;
                }
                String words = refusal(term);
                refusal = words.isEmpty() ? refusal : words;
                longest = longer(longest, term);
            }
            return true;
        }

        private String refusal(Term term) {
            return condition.negated() ? "" : term.refusal(message);
        }

        private boolean findsPattern() {
            typed = condition.regex().flatMap(pattern -> pattern.find(message.text().line()));
            return typed.isPresent() || condition.regex().isEmpty();
        }

        private static Optional<Term> longer(Optional<Term> one, Term other) {
            return one.isPresent() && one.get().length() >= other.length() ? one : Optional.of(other);
        }

        /** Why it does not hold after all; whoever says nothing but the keyword asks for it. */
        Refusal veto() {
            for (Term unwanted : none) {
                if (unwanted.occursIn(message)) {
                    return unwanted(unwanted);
                }
            }
            if (!refusal.isEmpty()) {
                return turnedDown(refusal);
            }
            if (unconditional) {
                return Refusal.NONE;
            }
            boolean bare = longest.isPresent() && longest.get().isAllOf(message);
            return condition.ask() && !bare && !message.asks() ? NO_QUESTION : message.situation().veto(condition);
        }

        private static Refusal unwanted(Term term) {
            return Refusal.by("when.none", term.place(), () -> new Words("出现了“" + term.keyword() + "”(none)",
                    "'" + term.keyword() + "' occurs (none)"));
        }

        private static Refusal turnedDown(String words) {
            return Refusal.by("",
                    () -> new Words("说的是“" + words + "”,不是要它", "it says '" + words + "': it turns it down"));
        }

        Verdict verdict(Refusal veto) {
            String keyword = longest.map(term -> term.keyword().typed()).orElse("");
            return new Verdict(kind, longest.map(Term::length).orElse(0), typed.orElse(keyword), veto);
        }
    }
}
