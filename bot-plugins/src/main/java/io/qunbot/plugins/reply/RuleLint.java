package io.qunbot.plugins.reply;

import io.qunbot.plugin.Keyword;
import io.qunbot.plugin.Sample;
import io.qunbot.text.Normalizer;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for rules that surprise: that fire on idle chat, never fire, or never win. Tries them on the very book that answers. */
final class RuleLint {

    private final List<Located<Rule>> rules;
    private final RuleBook book;
    private final Sample sample;
    private final Problems findings;

    /** The lines that a keyword of a rule fired on. */
    private record Fired(Match match, List<String> lines) {}

    RuleLint(List<Located<Rule>> rules, RuleBook book, Sample sample, Problems findings) {
        this.rules = rules;
        this.book = book;
        this.sample = sample;
        this.findings = findings;
    }

    void run() {
        for (int rule = 0; rule < rules.size(); rule++) {
            oneCharacter(rules.get(rule).value());
            beaten(rule);
        }
        fired(sample.idle()).values().forEach(this::tooBroad);
        if (!sample.heard().isEmpty()) {
            neverHit();
        }
        sample.tested().ifPresent(this::untested);
    }

    /** A rule counts as tested when its words occur in a test, whether it wins there or not. */
    private void untested(List<String> lines) {
        Set<Integer> met = new HashSet<>();
        lines.forEach(line -> book.match(Normalizer.normalize(line), Situation.ANY)
                .forEach(match -> met.add(match.order())));
        for (int rule = 0; rule < rules.size(); rule++) {
            if (!met.contains(rule)) {
                findings.warn("R331", rules.get(rule).place(),
                        new Words("没有一个测试用到这条规则", "no test meets this rule"),
                        new Words(
                                "在 rules/tests/ 里加一句,例如 - \"09:00 李雷: " + Names.example(rules.get(rule).value()) + "\"",
                                "add a line to rules/tests/, such as - \"09:00 李雷: "
                                        + Names.example(rules.get(rule).value()) + "\""));
            }
        }
    }

    private void oneCharacter(Rule rule) {
        rule.when().stream().map(Located::value)
                .flatMap(when -> Stream.concat(when.any().stream(), when.all().stream()))
                .filter(RuleCheck::isOneCharacter).forEach(keyword -> RuleCheck.tooShort(keyword, findings));
    }

    /** A rule without a keyword that ever wins is one finding, others one for each such keyword. */
    private void beaten(int rule) {
        Map<Located<Keyword>, Match> beaten = new LinkedHashMap<>();
        int keywords = 0;
        boolean others = false;
        for (Located<Condition> when : rules.get(rule).value().when()) {
            List<Located<Keyword>> words = when.value().is().isEmpty() ? when.value().any() : when.value().is();
            others = others || words.isEmpty();
            keywords += words.size();
            boolean whole = !when.value().is().isEmpty();
            words.forEach(word -> winner(word.value(), rule, whole).ifPresent(match -> beaten.put(word, match)));
        }
        if (!others && keywords > 0 && beaten.size() == keywords) {
            shadowed(rules.get(rule), beaten.values().iterator().next());
        } else {
            beaten.forEach(this::collision);
        }
    }

    /**
     * Who wins wherever the keyword occurs: a rule that asks for nothing else, and that matches the bare
     * keyword better than the rule itself. More words around it take nothing from such a rule.
     */
    private Optional<Match> winner(Keyword keyword, int rule, boolean whole) {
        for (Match match : book.match(Normalizer.normalize(keyword.typed()), Situation.ANY)) {
            if (match.order() == rule) {
                return Optional.empty();
            }
            if (match.holds() && match.rule().stops() && isAlwaysThere(match, whole)) {
                return Optional.of(match);
            }
        }
        return Optional.empty();
    }

    private static boolean isAlwaysThere(Match match, boolean whole) {
        Rule rule = match.rule();
        boolean anywhere = rule.in().isEmpty() && rule.from().isEmpty() && rule.until().isEmpty();
        boolean sure = match.verdict().kind() == Verdict.Kind.KEYWORD
                || (whole && match.verdict().kind() == Verdict.Kind.IS);
        return anywhere && sure && rule.when().stream().map(Located::value).allMatch(Condition::asksForWordsOnly);
    }

    private void shadowed(Located<Rule> rule, Match winner) {
        findings.warn("R225", rule.place(),
                new Words("这条规则永远赢不了:有它的词的地方,总是 " + winner.name() + " 先",
                        "this rule never wins: wherever its words occur, " + winner.name() + " comes first"),
                new Words("删掉它,或者给它更长的词、更高的 priority",
                        "remove it, or give it longer words or a higher priority"));
    }

    private void collision(Located<Keyword> keyword, Match winner) {
        findings.warn("R223", keyword.place(),
                new Words(
                        "“" + keyword.value() + "”在这里不起作用:" + winner.name() + " 的“" + winner.verdict().match() + "”总是先",
                        "'" + keyword.value() + "' has no effect here: '" + winner.verdict().match() + "' of "
                                + winner.name() + " always comes first"),
                new Words("只在一条规则里写它", "write it in one rule only"));
    }

    /** The lines on which a keyword of a rule makes it hold, by rule and keyword. */
    private Map<String, Fired> fired(List<String> lines) {
        Map<String, Fired> fired = new LinkedHashMap<>();
        for (String line : lines) {
            for (Match match : book.match(Normalizer.normalize(line), Situation.ANY)) {
                if (match.holds()) {
                    fired.computeIfAbsent(match.order() + " " + keyword(match),
                            _ -> new Fired(match, new ArrayList<>())).lines().add(line);
                }
            }
        }
        return fired;
    }

    /** What a pattern found is never the same. */
    private static String keyword(Match match) {
        return match.verdict().kind() == Verdict.Kind.REGEX ? "" : match.verdict().match();
    }

    private void tooBroad(Fired fired) {
        if (keywordOf(fired.match()).filter(RuleCheck::isOneCharacter).isPresent()) {
            return; // that it is too short says it all
        }
        String word = fired.match().verdict().match();
        int lines = fired.lines().size();
        String example = fired.lines().getFirst();
        findings.warn("R224", keywordOf(fired.match()).map(Located::place).orElse(fired.match().located().place()),
                new Words("“" + word + "”在 " + sample.idle().size() + " 句闲聊里会答 " + lines + " 句,例如:" + example,
                        "'" + word + "' fires on " + lines + " of " + sample.idle().size() + " lines of idle chat: "
                                + example),
                new Words("写长一点,或者加 ask: true、none", "make it longer, or add ask: true or none"));
    }

    private static Optional<Located<Keyword>> keywordOf(Match match) {
        return match.rule().when().stream().map(Located::value)
                .flatMap(when -> Stream.of(when.is(), when.any(), when.all()).flatMap(List::stream))
                .filter(keyword -> keyword.value().typed().equals(match.verdict().match())).findFirst();
    }

    private void neverHit() {
        Set<Integer> hit = new HashSet<>();
        fired(sample.heard()).values().forEach(fired -> hit.add(fired.match().order()));
        for (int rule = 0; rule < rules.size(); rule++) {
            if (!hit.contains(rule)) {
                findings.warn("R226", rules.get(rule).place(),
                        new Words("存档里的 " + sample.heard().size() + " 句话,没有一句用到这条规则",
                                "none of the " + sample.heard().size() + " archived messages meets this rule"),
                        new Words("看看群里的人是怎么问的,把他们的说法加进来", "see how people ask, and add their words"));
            }
        }
    }
}
