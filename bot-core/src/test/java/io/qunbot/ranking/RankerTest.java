package io.qunbot.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.text.Normalizer;
import java.util.List;
import java.util.function.IntPredicate;
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

    private Candidate best(String text, IntPredicate open) {
        return ranker.rank(Normalizer.normalize(text), open).best().getFirst();
    }
}
