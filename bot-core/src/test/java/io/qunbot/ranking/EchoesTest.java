package io.qunbot.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EchoesTest {

    @Test
    void theSameWordsComeBackWhole() {
        Echo echo = between("怎么退款", "退款怎么退").there();
        assertThat(echo.covered()).isEqualTo(1, within(1e-6));
        assertThat(echo.strangest()).isZero();
    }

    @Test
    void wordsThatMeanTheSameComeBackInPart() {
        assertThat(between("怎么退钱", "如何退款").there().covered())
                .isGreaterThan(between("怎么游泳", "如何退款").there().covered()).isLessThan(1);
    }

    @Test
    void aWordWithoutACounterpartIsStrange() {
        Echoes echoes = between("怎么退款", "怎么退款到支付宝");
        assertThat(echoes.there().strangest()).isLessThan(0.1);
        assertThat(echoes.back().strangest()).isGreaterThan(0.3);
        assertThat(echoes.back().strange()).isLessThanOrEqualTo(echoes.back().strangest());
    }

    @Test
    void whatWasCutDifferentlyIsForgiven() {
        assertThat(between("qx", "wqxz").there().covered()).isEqualTo(0.95, within(1e-6));
        assertThat(between("qx", "qy").there().covered()).isZero();
    }

    private static Echoes between(String one, String other) {
        Reader reader = Background.shipped().reader();
        return Echoes.between(reader.readTyped(one), reader.readTyped(other), WordVectors.shipped());
    }
}
