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

    @Test
    void severalThingsAndSettledCardsAreKept() {
        Body several = new Body.Several(List.of(Body.text("模板给您"), new Body.Document("materials/a.xlsx", "[文件] a.xlsx"),
                new Body.News(List.of(new Body.Article("说明", "", "https://a.cn", "")))));
        Body settled = new Body.Settled(new Body.Card("草稿", "", List.of(), List.of(), Body.Target.NONE),
                List.of(new MemberId("zhang")), "已记下");
        assertThat(BodyText.read(BodyText.write(several))).isEqualTo(several);
        assertThat(BodyText.read(BodyText.write(settled))).isEqualTo(settled);
        assertThat(several.plain()).isEqualTo("模板给您\n[文件] a.xlsx\n说明\nhttps://a.cn");
    }
}
