package io.qunbot.plugins.reply;

import static io.qunbot.plugins.reply.Rules.all;
import static io.qunbot.plugins.reply.Rules.any;
import static io.qunbot.plugins.reply.Rules.is;
import static io.qunbot.plugins.reply.Rules.none;
import static io.qunbot.plugins.reply.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.keywords.Card;
import io.qunbot.keywords.Kind;
import io.qunbot.keywords.RuleIndex;
import io.qunbot.text.Normalized;
import io.qunbot.text.Normalizer;
import io.qunbot.text.Synonyms;
import io.qunbot.yaml.Located;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

/** The matcher fires exactly the rules that a search and a plain loop say, whatever is written. */
class RuleBookTest {

    private static final String[] LETTERS = {"发", "票", "開", "怎", "么", "不", "用", "a", "B", "1", "三", "百", "块", "𠮷"};

    @Test
    void keywordsFireWhatASearchFinds() throws IOException {
        Random random = new Random(20261205);
        List<Located<Rule>> rules = rules(random, 500, i -> rule("r" + i, any(text(random, 1, 4), text(random, 1, 4))));
        RuleBook book = new RuleBook(rules);
        try (RuleIndex index = RuleIndex.of(cards(rules))) {
            IndexSearcher searcher = new IndexSearcher(index.reader());
            for (int round = 0; round < 3_000; round++) {
                String text = text(random, 0, 10);
                Normalized message = Normalizer.normalize(text);
                assertThat(touched(book, message)).as(text).isEqualTo(searched(searcher, message.words()))
                        .isEqualTo(looped(rules, message));
            }
        }
    }

    @Test
    void conditionsHoldWhereAPlainReadingSaysSo() {
        Random random = new Random(20261206);
        List<Located<Rule>> rules = rules(random, 300, i -> switch (random.nextInt(3)) {
            case 0 -> rule("r" + i, all(text(random, 1, 2), text(random, 1, 2)));
            case 1 -> rule("r" + i, is(text(random, 1, 3)), any(text(random, 2, 3)));
            default -> rule("r" + i, none(any(text(random, 1, 2)), text(random, 1, 2)));
        });
        RuleBook book = new RuleBook(rules);
        for (int round = 0; round < 3_000; round++) {
            Normalized message = Normalizer.normalize(text(random, 0, 6));
            Set<String> fired = new TreeSet<>();
            matches(book, message).stream()
                    .filter(match -> !match.verdict().veto().words().get().zh().startsWith("出现了"))
                    .forEach(match -> fired.add(match.rule().name()));
            assertThat(fired).as(message.words()).isEqualTo(looped(rules, message));
        }
    }

    @Test
    void theWinnerIsTheSameInAnyOrderOfFinding() {
        Random random = new Random(20261207);
        List<Located<Rule>> rules = rules(random, 300,
                i -> rule("r" + i, any(text(random, 1, 3)), is(text(random, 1, 3)))
                        .priority(random.nextInt(3)));
        RuleBook book = new RuleBook(rules);
        for (int round = 0; round < 1_000; round++) {
            List<Match> matches = matches(book, Normalizer.normalize(text(random, 1, 6)));
            assertThat(matches).isSortedAccordingTo(Match.BEST_FIRST);
            assertThat(matches.stream().map(Match::order)).doesNotHaveDuplicates();
        }
    }

    @Test
    void manyHitsAreAsManyMatches() {
        List<Located<Rule>> rules = rules(new Random(1), 5_000, i -> rule("r" + i, any("发票")));
        assertThat(matches(new RuleBook(rules), Normalizer.normalize("发票"))).hasSize(5_000);
    }

    private static List<Match> matches(RuleBook book, Normalized message) {
        return book.match(message, Situation.ANY);
    }

    /** Negation takes nothing away here: a match that is turned down was found all the same. */
    private static Set<String> touched(RuleBook book, Normalized message) {
        Set<String> ids = new TreeSet<>();
        matches(book, message).forEach(match -> ids.add(match.rule().name()));
        return ids;
    }

    private static Set<String> searched(IndexSearcher searcher, String words) throws IOException {
        List<BytesRef> parts = new ArrayList<>();
        for (int start = 0; start < words.length(); start++) {
            for (int end = start + 1; end <= words.length(); end++) {
                if (!Character.isLowSurrogate(words.charAt(start))
                        && !Character.isHighSurrogate(words.charAt(end - 1))) {
                    parts.add(new BytesRef(words.substring(start, end)));
                }
            }
        }
        Set<String> ids = new TreeSet<>();
        StoredFields fields = searcher.storedFields();
        for (ScoreDoc hit : searcher.search(new TermInSetQuery(Kind.ANY.field(), parts), 1_000).scoreDocs) {
            ids.add(fields.document(hit.doc).get(RuleIndex.RULE));
        }
        return ids;
    }

    private static Set<String> looped(List<Located<Rule>> rules, Normalized message) {
        Set<String> ids = new TreeSet<>();
        for (Located<Rule> rule : rules) {
            if (rule.value().when().stream().anyMatch(when -> holds(when.value(), message))) {
                ids.add(rule.value().name());
            }
        }
        return ids;
    }

    private static boolean holds(Condition when, Normalized message) {
        boolean is = when.is().isEmpty() || when.is().stream().anyMatch(word -> message.is(word.value().words()));
        boolean any = when.any().isEmpty()
                || when.any().stream().anyMatch(word -> message.words().contains(word.value().words()));
        return is && any && when.all().stream().allMatch(word -> message.words().contains(word.value().words()))
                && when.none().stream().noneMatch(word -> message.words().contains(word.value().words()));
    }

    private static List<Card> cards(List<Located<Rule>> rules) {
        return rules.stream().map(rule -> new Terms(rule.value().when().getFirst().value(), Synonyms.NONE)
                .card(rule.value().name())).toList();
    }

    private static List<Located<Rule>> rules(Random random, int count, IntFunction<Rules.Draft> draft) {
        Rules rules = new Rules();
        IntStream.range(0, count).forEach(i -> rules.with(draft.apply(i).says("答" + random.nextInt())));
        return rules.settings().rules();
    }

    private static String text(Random random, int least, int most) {
        StringBuilder text = new StringBuilder();
        for (int letters = least + random.nextInt(most - least + 1); letters > 0; letters--) {
            text.append(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return text.toString();
    }
}
