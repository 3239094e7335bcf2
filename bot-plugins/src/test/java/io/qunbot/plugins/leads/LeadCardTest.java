package io.qunbot.plugins.leads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Body;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Source;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeadCardTest {

    private static final Map<String, Object> VALUES = Map.of("name", "李雷", "score", 55, "stage", "市场认可", "groups",
            "一群、二群", "tags", "问过费用", "due", "12-19 09:00", "opening", "您好");

    private static Located<String> located(String text) {
        return new Located<>(text, new Place(new Source("rules/test.yaml", ""), 1, 1, 1));
    }

    private static Body.Asking card(List<String> lines, String... reasons) {
        Hand hand = new Hand(List.of(located("顾问")), Duration.ofDays(1),
                List.of(reasons).stream().map(LeadCardTest::located).toList(), List.of(), Optional.empty(),
                Optional.empty());
        return new LeadCard(hand, VALUES, lines).asking("全部");
    }

    @Test
    void tellsWhoAndWhyAndAsksForOneOfItsButtons() {
        Body.Asking asking = card(List.of("+20 问过费用", "+30 reply/demo"), "时机未到");

        assertThat(asking.card().title()).isEqualTo("线索:李雷 55 分");
        assertThat(asking.card().text()).isEqualTo("+20 问过费用\n+30 reply/demo");
        assertThat(asking.card().facts()).extracting(Body.Fact::value).containsExactly("市场认可", "一群、二群", "问过费用",
                "12-19 09:00 前");
        assertThat(asking.quote()).isEqualTo(new Body.Fact("建议开场", "您好"));
        assertThat(asking.card().buttons()).extracting(Body.Button::key).containsExactly("taken", "returned:时机未到");
        assertThat(asking.plain()).isEqualTo("全部");
    }

    @Test
    void whatDoesNotFitIsCountedAndNothingIsTorn() {
        List<String> lines = IntStream.rangeClosed(1, 40).mapToObj(i -> "+5 依据" + i + ":“𠮷野家的第 " + i + " 家店要开了”")
                .toList();

        String text = card(lines).card().text();

        assertThat(text.getBytes(UTF_8).length).isLessThanOrEqualTo(512);
        List<String> shown = text.lines().toList();
        assertThat(lines).containsAll(shown.subList(0, shown.size() - 1));
        assertThat(shown.getLast()).isEqualTo("还有 " + (41 - shown.size()) + " 条:./qunbot member 李雷");
    }

    @Test
    void aSingleLineThatIsTooLongIsCutBetweenCharacters() {
        String text = card(List.of("𠮷".repeat(400), "另一条")).card().text();

        assertThat(text.getBytes(UTF_8).length).isLessThanOrEqualTo(512).isGreaterThan(490);
        assertThat(text).startsWith("𠮷").endsWith("…\n还有 1 条:./qunbot member 李雷").doesNotContain("\ufffd");
    }

    @Test
    void sixButtonsAtMostAndNoneWithAKeyThatWecomRefuses() {
        assertThat(card(List.of()).card().buttons()).extracting(Body.Button::text).containsExactly("接了", "退回");
        assertThat(card(List.of(), "一", "二", "三", "四", "五", "六", "七").card().buttons()).hasSize(6);
        assertThat(card(List.of(), String.join("", Collections.nCopies(400, "长"))).card().buttons()).hasSize(1);
    }
}
