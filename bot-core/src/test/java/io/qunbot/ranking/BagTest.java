package io.qunbot.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BagTest {

    private final Rareness rareness = Rareness.in(List.of("的发票", "的确", "的话", "不是的"), Grams::letters);

    @Test
    void theSameTermsAreTheSame() {
        assertThat(bag("发票").cosine(bag("发票"))).isEqualTo(1, within(1e-6));
        assertThat(bag("发票").cosine(bag("合同"))).isZero();
        assertThat(bag("发票发票").terms()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void rareTermsCountMore() {
        assertThat(bag("的票").cosine(bag("票"))).isGreaterThan(bag("的票").cosine(bag("的")));
        assertThat(bag("的票").coveredBy(bag("票的"))).isBetween(0.3, 0.99);
    }

    @Test
    void whatIsCoveredDependsOnTheSide() {
        assertThat(bag("发票").coveredBy(bag("怎么开发票"))).isEqualTo(1, within(1e-6));
        assertThat(bag("怎么开发票").coveredBy(bag("发票"))).isLessThan(0.5);
    }

    @Test
    void anEmptyOneIsLikeNothing() {
        assertThat(bag("").cosine(bag("发票"))).isZero();
        assertThat(bag("").coveredBy(bag("发票"))).isZero();
    }

    @Test
    void severalGoTogether() {
        Bag union = Bag.union(List.of(bag("发票"), bag("发货")), rareness);
        assertThat(bag("发票").coveredBy(union)).isEqualTo(1, within(1e-6));
        assertThat(bag("发货").coveredBy(union)).isEqualTo(1, within(1e-6));
    }

    private Bag bag(String text) {
        return Bag.of(Grams.letters(text), rareness);
    }
}
