package io.qunbot.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qunbot.yaml.Mistake;
import org.junit.jupiter.api.Test;

class KeywordTest {

    @Test
    void comparesInSimplifiedSmallLettersWithoutSpaces() {
        assertThat(Keyword.parse("WiFi 密碼").words()).isEqualTo("wifi密码");
    }

    @Test
    void keepsItsCourtesy() {
        assertThat(Keyword.parse("客服电话谢谢").words()).isEqualTo("客服电话谢谢");
    }

    @Test
    void needsALetterADigitOrAnEmoji() {
        assertThatThrownBy(() -> Keyword.parse("??[微笑]")).isInstanceOf(Mistake.class);
    }

    @Test
    void onlyWithoutWordsItsEmojiCount() {
        assertThat(Keyword.parse("👍🏻!").words()).isEqualTo("👍");
        assertThat(Keyword.parse("👍").isPicture()).isTrue();
        assertThat(Keyword.parse("好👍").words()).isEqualTo("好");
        assertThat(Keyword.parse("好👍").isPicture()).isFalse();
    }
}
