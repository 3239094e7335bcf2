package io.qunbot.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Content;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageFormTest {

    @ParameterizedTest
    @CsvSource({
            "#接龙 周五聚餐 1. 老陈,CHAIN",
            "接龙:羽毛球 1 老陈,CHAIN",
            "[接龙] 周五 1. 老陈,CHAIN",
            "[红包] 恭喜发财,RED_PACKET",
            "[聊天记录] 老王:断网了还能收银吗,RECORD",
            "[链接] 一家小面馆,ARTICLE",
            "转一篇文章:https://example.com/p/5566,ARTICLE",
            "https://example.com/a,ARTICLE",
            "[表情],STICKER",
            "[动画表情],STICKER",
            "😂😂,STICKER",
            "[拍一拍] 我拍了拍老陈的肩膀,NUDGE",
            "[小程序] 本周团购,MINI_PROGRAM",
            "[文件] 节目单.docx,FILE",
            "[微笑]发票怎么开,WORDS",
            "接龙到几号了,WORDS",
            "https://example.com/a 打不开怎么办,WORDS",
            "发票怎么开,WORDS"})
    void knowsTheFormOfAText(String text, MessageForm form) {
        assertThat(MessageForm.of(new Content.Text(text))).isEqualTo(form);
    }

    @Test
    void knowsTheFormOfOtherContent() {
        assertThat(MessageForm.of(new Content.Link("t", "d", "u"))).isEqualTo(MessageForm.ARTICLE);
        assertThat(MessageForm.of(new Content.Unknown("redpacket"))).isEqualTo(MessageForm.RED_PACKET);
        assertThat(MessageForm.of(new Content.Voice("发票怎么开", ""))).isEqualTo(MessageForm.WORDS);
        assertThat(MessageForm.of(new Content.Mixed(List.of(new Content.Image(""), new Content.Text("怎么开")))))
                .isEqualTo(MessageForm.WORDS);
        assertThat(MessageForm.of(new Content.Image(""))).isEqualTo(MessageForm.FILE);
    }
}
