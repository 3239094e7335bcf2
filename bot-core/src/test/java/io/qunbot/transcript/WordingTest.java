package io.qunbot.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void withoutASignItIsTheWholeText() {
        assertThat(new Wording("好的").fits("好的")).isTrue();
        assertThat(new Wording("好的").fits("好的。")).isFalse();
        assertThat(new Wording("第一行 第二行").fits(" 第一行\n第二行 ")).isTrue();
    }

    @Test
    void aStarIsAnything() {
        assertThat(new Wording("欢迎 *!*").fits("欢迎 王五!\n有问题直接说")).isTrue();
        assertThat(new Wording("*开票*").fits("开票")).isTrue();
        assertThat(new Wording("一*三").fits("一二")).isFalse();
        assertThat(new Wording("a.b*").fits("axb")).isFalse();
    }

    @Test
    void aTildeIsAPart() {
        assertThat(new Wording("~开票").fits("在「我的-订单-开票」申请")).isTrue();
        assertThat(new Wording("~ 开票").fits("开票")).isTrue();
        assertThat(new Wording("~开户").fits("开票")).isFalse();
        assertThat(new Wording("~我的*申请").fits("请在「我的-订单」申请。")).isTrue();
    }
}
