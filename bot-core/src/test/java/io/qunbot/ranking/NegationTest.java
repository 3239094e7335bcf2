package io.qunbot.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NegationTest {

    @ParameterizedTest
    @ValueSource(strings = {"不能退款", "钱没到账", "还未发货", "别再发了", "登录不上"})
    void denies(String text) {
        assertThat(Negation.in(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"能不能退款", "有没有发票", "不错", "特别好", "没问题", "差不多", "不得不退款", "怎么退款", ""})
    void doesNotDeny(String text) {
        assertThat(Negation.in(text)).isFalse();
    }
}
