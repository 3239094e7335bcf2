package io.qunbot.plugins.reply;

import io.qunbot.text.KeywordIndex;
import io.qunbot.text.Normalized;
import io.qunbot.yaml.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All rules of a profile. Their keywords are looked for in one pass; only the rules whose words occur
 * are looked at, so that a message about nothing costs the same with ten rules and ten thousand.
 * Immutable.
 */
final class RuleBook {

    /** A matcher and the position of its rule, which has one for each of its conditions. */
    private record Entry(Matcher matcher, int rule) {}

    private final List<Located<Rule>> rules;
    private final List<Entry> entries;
    private final KeywordIndex index;
    /** The entries to try when a keyword occurs, and those to try on every message. */
    private final int[][] byKeyword;
    private final int[] always;

    RuleBook(List<Located<Rule>> rules) {
        this.rules = List.copyOf(rules);
        Terms terms = new Terms();
        entries = entries(rules, terms);
        index = terms.index();
        byKeyword = byKeyword(terms.size());
        always = always();
    }

    /** The rules that hold, the best first; then those that something kept from holding. */
    List<Match> match(Normalized text) {
        IntSet found = new IntSet();
        index.find(text.words(), found);
        if (found.size() == 0 && always.length == 0) {
            return List.of();
        }
        Message message = new Message(text, found);
        Map<Integer, Match> best = new HashMap<>();
        IntSet candidates = candidates(found);
        for (int i = 0; i < candidates.size(); i++) {
            Entry entry = entries.get(candidates.get(i));
            Verdict verdict = entry.matcher().test(message);
            if (!verdict.equals(Verdict.NO_MATCH)) {
                best.merge(entry.rule(), new Match(rules.get(entry.rule()), entry.rule(), verdict), Match::better);
            }
        }
        return best.values().stream().sorted(Match.BEST_FIRST).toList();
    }

    private IntSet candidates(IntSet found) {
        IntSet candidates = new IntSet();
        for (int i = 0; i < found.size(); i++) {
            for (int entry : byKeyword[found.get(i)]) {
                candidates.add(entry);
            }
        }
        for (int entry : always) {
            candidates.add(entry);
        }
        return candidates;
    }

    private static List<Entry> entries(List<Located<Rule>> rules, Terms terms) {
        List<Entry> entries = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            for (Located<Condition> condition : rules.get(rule).value().when()) {
                if (!condition.value().isEmpty()) {
                    entries.add(new Entry(new Matcher(condition.value(), terms), rule));
                }
            }
        }
        return List.copyOf(entries);
    }

    private int[][] byKeyword(int keywords) {
        IntSet[] sets = Stream.generate(IntSet::new).limit(keywords).toArray(IntSet[]::new);
        for (int entry = 0; entry < entries.size(); entry++) {
            for (Term trigger : entries.get(entry).matcher().triggers()) {
                sets[trigger.number()].add(entry);
            }
        }
        return Stream.of(sets).map(IntSet::toArray).toArray(int[][]::new);
    }

    private int[] always() {
        IntSet set = new IntSet();
        for (int entry = 0; entry < entries.size(); entry++) {
            if (entries.get(entry).matcher().triggers().isEmpty()) {
                set.add(entry);
            }
        }
        return set.toArray();
    }
}
