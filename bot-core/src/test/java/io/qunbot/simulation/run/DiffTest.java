package io.qunbot.simulation.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.transcript.Wording;
import org.junit.jupiter.api.Test;

class DiffTest {

    @Test
    void theDifferingPartIsMarkedOnBothSides() {
        assertThat(diff("发票在「开户」申请", "发票在「开票」申请")).isEqualTo(new Diff("发票在「开【户】」申请", "发票在「开【票】」申请"));
        assertThat(diff("好的", "好的。")).isEqualTo(new Diff("好的【】", "好的【。】"));
    }

    @Test
    void ofAPatternThePieceThatIsMissed() {
        assertThat(diff("*订单-开户*", "在「我的-订单-开票」申请"))
                .isEqualTo(new Diff("*订单-开【户】*", "在「我的-订单-开【票】」申请"));
        assertThat(diff("*天气*", "在「我的-订单-开票」申请")).isEqualTo(new Diff("*【天气】*", "在「我的-订单-开票」申请"));
        assertThat(diff("欢迎*", "您好")).isEqualTo(new Diff("【欢迎】*", "您好"));
        assertThat(diff("*一*二*", "一、三")).isEqualTo(new Diff("*一*【二】*", "一、三"));
    }

    private static Diff diff(String wording, String said) {
        return Diff.of(new Wording(wording), said);
    }
}
