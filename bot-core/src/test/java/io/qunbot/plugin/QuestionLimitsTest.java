package io.qunbot.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Content;
import io.qunbot.text.Normalized;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionLimitsTest {

    @Test
    void aQuestionIsReadAsItIsCompared() {
        assertThat(QuestionLimits.USUAL.read(new Content.Text("請問 發票怎麼開?"))).map(Normalized::core)
                .contains("发票怎么开");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "😂😂", "?", "在", "[红包] 发票怎么开", "#接龙 1. 老陈", "转一篇文章:https://example.com/p/1",
            "老王的聊天记录\n老王:断网了还能收银吗"})
    void whatAsksNothingIsNotRead(String typed) {
        assertThat(QuestionLimits.USUAL.read(new Content.Text(typed))).isEmpty();
    }

    @Test
    void lengthIsCountedInCharactersWithoutMentionsAndPictures() {
        assertThat(QuestionLimits.USUAL.read(new Content.Text("问".repeat(120) + "😂"))).isPresent();
        assertThat(QuestionLimits.USUAL.read(new Content.Text("问".repeat(121)))).isEmpty();
        assertThat(QuestionLimits.USUAL.read(new Content.Text("断网了怎么办" + " ".repeat(4096)))).isEmpty();
    }

    @Test
    void picturesAndFilesAskNothing() {
        assertThat(QuestionLimits.USUAL.read(new Content.Image("https://example.com/1.png"))).isEmpty();
        assertThat(QuestionLimits.USUAL.read(new Content.Voice("断网了怎么办", ""))).isPresent();
    }
}
