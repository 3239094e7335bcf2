package io.qunbot.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OverlapTest {

    @Test
    void lettersInTheSameOrderCount() {
        assertThat(Overlap.inOrder("开发票", "开发票")).isEqualTo(1);
        assertThat(Overlap.inOrder("怎么开票", "怎样开发票")).isEqualTo(2.0 * 3 / 9, within(1e-9));
        assertThat(Overlap.inOrder("票开", "开票")).isEqualTo(0.5);
    }

    @Test
    void aRunHasNoGaps() {
        assertThat(Overlap.inOneRun("我要开发票", "开发票的事")).isEqualTo(0.6, within(1e-9));
        assertThat(Overlap.inOneRun("开票", "开发票")).isEqualTo(0.5);
    }

    @Test
    void nothingOverlapsWithNothing() {
        assertThat(Overlap.inOrder("", "开发票")).isZero();
        assertThat(Overlap.inOneRun("", "")).isZero();
    }
}
