package io.qunbot.plugins.reply;

import io.qunbot.keywords.Card;
import io.qunbot.keywords.Catalogue;
import io.qunbot.text.KeywordIndex;
import io.qunbot.text.Normalized;
import io.qunbot.text.Sounds;
import io.qunbot.text.Synonyms;
import io.qunbot.yaml.Located;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All rules of a profile. Their keywords are looked for in one pass; only the rules whose words occur
 * are looked at, so that a message about nothing costs the same with ten rules and ten thousand.
 * Immutable.
 */
final class RuleBook {

    /** A condition of a rule, which has one for each alternative. */
    private record Entry(int rule, Condition condition, Terms terms) {}

    private final List<Located<Rule>> rules;
    private final Matcher[] matchers;
    private final int[] ruleOf;
    private final KeywordIndex index;
    private final boolean bySound;
    private final boolean byPicture;
    /** The matchers to try when a keyword occurs, and those to try on every message. */
    private final Postings postings;
    private final int[] always;

    RuleBook(List<Located<Rule>> rules) {
        this(rules, Synonyms.NONE);
    }

    RuleBook(List<Located<Rule>> rules, Synonyms synonyms) {
        this.rules = List.copyOf(rules);
        List<Entry> entries = entries(rules, synonyms);
        List<Card> cards = entries.stream().map(entry -> entry.terms().card(name(entry.rule()))).toList();
        Catalogue catalogue = Catalogue.of(cards);
        index = catalogue.words();
        matchers = entries.stream().map(entry -> new Matcher(entry.condition(), entry.terms(), catalogue))
                .toArray(Matcher[]::new);
        ruleOf = entries.stream().mapToInt(Entry::rule).toArray();
        postings = new Postings(catalogue.triggered(), matchers, ruleOf, this.rules);
        always = always(cards);
        bySound = entries.stream().anyMatch(entry -> entry.condition().homophone());
        byPicture = entries.stream().anyMatch(entry -> entry.terms().hasPicture());
    }

    /** The rules that hold, the best first; then those that something kept from holding. */
    List<Match> match(Normalized text, Situation situation) {
        IntSet found = found(text);
        if (found.size() == 0 && always.length == 0) {
            return List.of();
        }
        Message message = new Message(text, situation, found);
        Matches matches = new Matches(postings);
        IntSet tried = new IntSet();
        for (int i = 0; i < found.size(); i++) {
            int keyword = found.get(i);
            for (int at = postings.start(keyword); at < postings.end(keyword); at++) {
                if (postings.isCertain(at) && !message.refuses()) {
                    matches.addCertain(at);
                } else {
                    tryOnce(postings.matcher(at), message, tried, matches);
                }
            }
        }
        for (int matcher : always) {
            tryOnce(matcher, message, tried, matches);
        }
        return matches.bestFirst();
    }

    private void tryOnce(int matcher, Message message, IntSet tried, Matches matches) {
        if (tried.add(matcher)) {
            Verdict verdict = matchers[matcher].test(message);
            if (verdict.matches()) {
                int rule = ruleOf[matcher];
                matches.add(new Match(rules.get(rule), rule, verdict));
            }
        }
    }

    /** What of the rules a message nearly meets, the nearest first, and how many there are. */
    List<Missed> missed(Normalized text, List<Match> matches) {
        Message message = new Message(text, Situation.ANY, found(text));
        Set<Integer> met = matches.stream().map(Match::order).collect(Collectors.toSet());
        List<Missed> missed = new ArrayList<>();
        for (int matcher = 0; matcher < matchers.length; matcher++) {
            int rule = ruleOf[matcher];
            if (!met.contains(rule)) {
                matchers[matcher].missed(message)
                        .ifPresent(miss -> missed.add(new Missed(rules.get(rule), rule, miss)));
            }
        }
        missed.sort(Comparator.comparingInt((Missed each) -> each.why().nearness()).reversed());
        return missed;
    }

    /** A rule that is nearly met. */
    record Missed(Located<Rule> located, int order, NearMiss why) {}

    int size() {
        return rules.size();
    }

    private IntSet found(Normalized text) {
        IntSet found = new IntSet();
        index.find(text.words(), found);
        if (bySound) {
            index.find(Sounds.of(text.words()), found);
        }
        if (byPicture) {
            index.find(text.line().pictures(), found);
        }
        return found;
    }

    private static List<Entry> entries(List<Located<Rule>> rules, Synonyms synonyms) {
        List<Entry> entries = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            for (Located<Condition> condition : rules.get(rule).value().when()) {
                if (!condition.value().isEmpty()) {
                    entries.add(new Entry(rule, condition.value(), new Terms(condition.value(), synonyms)));
                }
            }
        }
        return List.copyOf(entries);
    }

    private static int[] always(List<Card> cards) {
        return IntStream.range(0, cards.size()).filter(card -> cards.get(card).triggers().isEmpty()).toArray();
    }

    private String name(int rule) {
        String name = rules.get(rule).value().name();
        return name.isEmpty() ? "#" + rule : name;
    }
}
