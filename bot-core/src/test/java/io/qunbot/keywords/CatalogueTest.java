package io.qunbot.keywords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final String[] LETTERS = {"发", "票", "开", "怎", "么", "a", "1", "😂", "𠮷"};

    @Test
    void aWordTriggersItsCards() {
        Catalogue catalogue = Catalogue.of(List.of(card("a", Map.of(Kind.TRIGGER, List.of("发票", "开票"))),
                card("b", Map.of(Kind.TRIGGER, List.of("发票"), Kind.NONE, List.of("不用")))));
        assertThat(catalogue.triggered()[catalogue.number("发票")]).containsExactly(0, 1);
        assertThat(catalogue.triggered()[catalogue.number("开票")]).containsExactly(0);
        assertThat(catalogue.triggered()[catalogue.number("不用")]).isEmpty();
        assertThatThrownBy(() -> catalogue.number("合同")).hasMessageContaining("合同");
    }

    @Test
    void theIndexHoldsRulesByTheirWords() throws IOException {
        try (RuleIndex index = RuleIndex.of(List.of(card("a", Map.of(Kind.ANY, List.of("发票"))),
                card("b", Map.of(Kind.ALL, List.of("发票")))))) {
            IndexSearcher searcher = new IndexSearcher(index.reader());
            ScoreDoc[] hits = searcher.search(new TermQuery(new Term(Kind.ALL.field(), "发票")), 10).scoreDocs;
            StoredFields fields = searcher.storedFields();
            assertThat(hits).hasSize(1);
            assertThat(fields.document(hits[0].doc).get(RuleIndex.RULE)).isEqualTo("b");
        }
    }

    @Test
    void noCardsAreNoTrouble() {
        assertThat(Catalogue.of(List.of()).triggered()).isEmpty();
    }

    /** The words that occur in a text trigger exactly the cards that a search for all its parts finds. */
    @Test
    void agreesWithASearchForAllPartsOfAText() throws IOException {
        Random random = new Random(20261210);
        List<Card> cards = IntStream.range(0, 400)
                .mapToObj(i -> card("r" + i, Map.of(Kind.TRIGGER, List.of(text(random, 1, 4), text(random, 1, 4)))))
                .toList();
        Catalogue catalogue = Catalogue.of(cards);
        try (RuleIndex index = RuleIndex.of(cards)) {
            IndexSearcher searcher = new IndexSearcher(index.reader());
            for (int round = 0; round < 2_000; round++) {
                String text = text(random, 0, 8);
                assertThat(triggered(catalogue, text)).as(text).isEqualTo(searched(searcher, text));
            }
        }
    }

    private static Collection<Integer> triggered(Catalogue catalogue, String text) {
        Collection<Integer> cards = new TreeSet<>();
        catalogue.words().find(text,
                (word, start) -> IntStream.of(catalogue.triggered()[word]).forEach(cards::add));
        return cards;
    }

    private static Collection<Integer> searched(IndexSearcher searcher, String text) throws IOException {
        List<BytesRef> parts = new ArrayList<>();
        for (int start = 0; start < text.length(); start++) {
            for (int end = start + 1; end <= text.length(); end++) {
                if (!Character.isLowSurrogate(text.charAt(start)) && !Character.isHighSurrogate(text.charAt(end - 1))) {
                    parts.add(new BytesRef(text.substring(start, end)));
                }
            }
        }
        Collection<Integer> cards = new TreeSet<>();
        for (ScoreDoc hit : searcher.search(new TermInSetQuery(Kind.TRIGGER.field(), parts), 1_000).scoreDocs) {
            cards.add(hit.doc);
        }
        return cards;
    }

    private static Card card(String rule, Map<Kind, List<String>> words) {
        return new Card(rule, words);
    }

    private static String text(Random random, int least, int most) {
        StringBuilder text = new StringBuilder();
        for (int letters = least + random.nextInt(most - least + 1); letters > 0; letters--) {
            text.append(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return text.toString();
    }
}
