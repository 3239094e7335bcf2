package io.qunbot.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.text.Normalizer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators and members may well write, too. */
class StrangeInputTest {

    private static final List<Entry> ODD = List.of(new Entry("nothing", List.of(), List.of()),
            new Entry("signs", List.of("???", "😂"), List.of("!!!")),
            new Entry("unknown", List.of("龘靐齉", "qxzvw"), List.of("……")),
            new Entry("rare", List.of("𠮷野家几点开门"), List.of()),
            new Entry("invoice", List.of("！！！", "怎么开发票"), List.of()));

    private final Ranker odd = Ranker.of(ODD);

    @Test
    void anEntryWithoutALetterIsNeverMeantAndHarmsNoOther() {
        assertThat(best(odd, "发票怎么开").getFirst()).satisfies(best -> {
            assertThat(best.id()).isEqualTo("invoice");
            assertThat(best.variant()).isEqualTo("怎么开发票");
        });
        assertThat(best(odd, "???")).isEmpty();
        assertThat(best(odd, "怎么")).extracting(Candidate::id).doesNotContain("nothing", "signs");
    }

    @Test
    void whatNoTableKnowsIsFoundByItsLetters() {
        assertThat(best(odd, "龘靐齉").getFirst()).extracting(Candidate::id, Candidate::confidence)
                .containsExactly("unknown", 1.0);
        assertThat(best(odd, "𠮷野家开门了没").getFirst().id()).isEqualTo("rare");
        assertThat(best(odd, "𠮷野家几点开门").getFirst().confidence()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"龘", "qxzvwq", "\ud842", "\udfb7\ud842", "𠮷", "1", "的", "。"})
    void anyMessageHasAProbability(String message) {
        assertThat(best(odd, message)).allSatisfy(each -> assertThat(each.confidence()).isBetween(0.0, 1.0));
        assertThat(Club.best(message)).allSatisfy(each -> assertThat(each.confidence()).isBetween(0.0, 1.0));
    }

    @Test
    void anEmptyCatalogueKnowsNothing() {
        assertThat(best(Ranker.of(List.of()), "怎么开发票")).isEmpty();
        assertThat(best(Ranker.of(ODD.subList(0, 2)), "怎么开发票")).isEmpty();
    }

    @Test
    void aLongMessageIsRankedToo() {
        String message = "群里的各位老师下午好我想请教一下关于开发票的事情".repeat(171).substring(0, 4096);
        assertThat(best(odd, message)).hasSizeBetween(1, 5);
        assertThat(Club.best("𠮷1a".repeat(1024))).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void tenThousandEntriesAreRankedToo() {
        List<String> words = Club.entries().stream().flatMap(entry -> entry.ask().stream()).toList();
        List<Entry> entries = IntStream.range(0, 10_000).mapToObj(i -> new Entry("entry " + i,
                List.of(words.get(i % words.size()) + "第" + i + "分店"), List.of())).toList();
        Ranker ranker = Ranker.of(entries);
        assertThat(best(ranker, entries.get(4321).ask().getFirst()).getFirst()).extracting(Candidate::id,
                Candidate::confidence).containsExactly("entry 4321", 1.0);
        assertThat(ranker.indexBytes()).isBetween(10_000L, 10_000_000L);
    }

    private static List<Candidate> best(Ranker ranker, String message) {
        return ranker.rank(Normalizer.normalize(message), _ -> true).best();
    }
}
