package io.qunbot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTextTest {

    static List<Body> bodies() {
        return List.of(Body.text("好"), Body.text(""), Body.text("{\"form\":\"card\",\"plain\":\"x\"}"),
                new Body.Text("好", List.of(Body.ALL)), new Body.Markdown("**好** <a>"), new Body.MarkdownV2("|a|"),
                new Body.Image("a.png", "图"), new Body.Document("a.pdf", "文件"),
                new Body.News(List.of(new Body.Article("标题", "描述", "https://example.com", ""))),
                new Body.Card("标题", "内容", List.of(new Body.Fact("群", "一群")),
                        List.of(new Body.Button("k", "好", Body.Look.QUIET)),
                        new Body.Target("https://example.com", "")));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void readsBackWhatItWrote(Body body) {
        assertThat(BodyText.read(BodyText.write(body))).isEqualTo(body);
    }

    @Test
    void keepsPlainWordsAsTheyAre() {
        assertThat(BodyText.write(Body.text("发票怎么开?"))).isEqualTo("发票怎么开?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"form\":\"hologram\",\"plain\":\"词\",\"body\":{}}",
            "{\"form\":\"card\",\"plain\":\"词\"}",
            "{\"form\":\"card\",\"plain\":\"词\",\"body\":{\"title\":5}}"})
    void saysTheWordsOfWhatItDoesNotKnow(String stored) {
        assertThat(BodyText.read(stored).plain()).isEqualTo("词");
    }
}
