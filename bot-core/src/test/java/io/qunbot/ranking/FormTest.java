package io.qunbot.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {

    @ParameterizedTest
    @CsvSource({"怎么退款, HOW", "为什么退不了, WHY", "年卡多少钱, HOW_MUCH", "在哪里停车, WHERE", "什么时候开门, WHEN", "找谁报修, WHO",
            "能退吗, WHETHER", "要带什么, WHAT", "谢谢, NONE", "为什么什么时候都退不了, WHEN"})
    void theMostTellingQuestionWordDecides(String text, Form form) {
        assertThat(Form.of(text)).isEqualTo(form);
    }
}
