package io.qunbot.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.text.Normalizer;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RankerTest {

    private final Ranker ranker = Ranker.of(List.of(
            new Entry("offline", List.of("断网了还能收银吗", "没网能点单吗"), List.of("断网怎么报修")),
            new Entry("price", List.of("怎么改菜价", "调价怎么操作"), List.of()),
            new Entry("refund", List.of("怎么给客人退款"), List.of())));

    @Test
    void theWayOfAskingThatComesNearestDecides() {
        assertThat(best("断网还能不能收银", _ -> true)).satisfies(candidate -> {
            assertThat(candidate.entry()).isZero();
            assertThat(candidate.variant()).isEqualTo("断网了还能收银吗");
            assertThat(candidate.confidence()).isBetween(Mode.CAREFUL.answer(), 1.0);
            assertThat(candidate.evidence()).isNotEmpty();
        });
        assertThat(best("请问调价怎么操作?", _ -> true)).extracting(Candidate::entry, Candidate::confidence)
                .containsExactly(1, 1.0);
    }

    @Test
    void whatIsClosedMakesWay() {
        assertThat(best("怎么改菜价", entry -> entry != 1).entry()).isEqualTo(2);
        assertThat(ranker.rank(Normalizer.normalize("怎么改菜价"), _ -> false).best()).isEmpty();
    }

    @Test
    void whatIsClosedHidesNothing() {
        List<Entry> entries = IntStream.range(0, 200)
                .mapToObj(i -> new Entry("closed " + i, List.of("怎么开发票" + i), List.of())).toList();
        Ranker full = Ranker.of(Stream.concat(entries.stream(),
                Stream.of(new Entry("open", List.of("在哪里能开票"), List.of()))).toList());
        assertThat(full.rank(Normalizer.normalize("怎么开发票"), entry -> entry == 200).best()).singleElement()
                .extracting(Candidate::id).isEqualTo("open");
    }

    @Test
    void whatLooksLikeAnExceptionIsNotMeant() {
        assertThat(best("断网怎么报修", _ -> true).confidence()).isLessThan(Mode.CAREFUL.offer());
    }

    @Test
    void strangersShareNothing() {
        assertThat(best("hello", _ -> true).confidence()).isLessThan(Mode.BALANCED.offer());
        assertThat(ranker.rank(Normalizer.normalize(""), _ -> true).best()).isEmpty();
    }

    @Test
    void theOppositeIsLessLikely() {
        assertThat(confidence("还能给客人退款吗", "怎么给客人退款")).isGreaterThan(confidence("不能给客人退款吗", "怎么给客人退款"));
    }

    @Test
    void anotherNumberIsLessLikely() {
        assertThat(confidence("3号桌怎么结账呢", "3号桌怎么结账")).isGreaterThan(confidence("8号桌怎么结账呢", "3号桌怎么结账"));
    }

    @Test
    void aProductNobodyKnowsIsFoundByItsName() {
        assertThat(Ranker.of(List.of(new Entry("qx", List.of("qx7000怎么装"), List.of()),
                new Entry("wz", List.of("wz7000怎么装"), List.of())))
                .rank(Normalizer.normalize("QX7000 如何安装"), _ -> true).best().getFirst().id()).isEqualTo("qx");
    }

    private static double confidence(String message, String ask) {
        return Ranker.of(List.of(new Entry("only", List.of(ask), List.of()), new Entry("other", List.of("营业到几点"),
                List.of()))).rank(Normalizer.normalize(message), entry -> entry == 0).best().getFirst().confidence();
    }

    private Candidate best(String text, IntPredicate open) {
        return ranker.rank(Normalizer.normalize(text), open).best().getFirst();
    }
}
