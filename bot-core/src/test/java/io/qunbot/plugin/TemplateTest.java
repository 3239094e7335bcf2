package io.qunbot.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qunbot.yaml.Located;
import io.qunbot.yaml.Mistake;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Source;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    private static final Place PLACE = new Place(new Source("rules/a.yaml", "say: x"), 1, 6, 1);

    @Test
    void putsValuesInTheirPlaces() {
        assertThat(Template.parse("{{ name }} 请找 {{staff.发票}},<{{n}}>").fill(
                Map.of("name", "李雷&", "staff", Map.of("发票", "方慧"), "n", 3)))
                .isEqualTo("李雷& 请找 方慧,<3>");
    }

    @Test
    void aListPrintsAsLinesOrAsItsSectionSays() {
        Map<String, List<String>> values = Map.of("value", List.of("答疑", "小课"));
        assertThat(Template.parse("在这里:\n{{value}}").fill(values)).isEqualTo("在这里:\n· 答疑\n· 小课");
        assertThat(Template.parse("在这里:\n{{#value}}* {{.}}\n{{/value}}好。").fill(values))
                .isEqualTo("在这里:\n* 答疑\n* 小课\n好。");
    }

    @Test
    void aSentenceWithAnUnknownValueFallsAway() {
        assertThat(Template.parse("欢迎 {{names}}!您是第 {{number}} 位成员。在这里:\n{{value}}")
                .fill(Map.of("names", "李雷", "value", List.of("答疑"))))
                .isEqualTo("欢迎 李雷!在这里:\n· 答疑");
        assertThat(Template.parse("第一行\n共 {{number}} 位\n第三行").fill(Map.of())).isEqualTo("第一行\n第三行");
        assertThat(Template.parse("你好\n找 {{staff.发票}}!!").fill(Map.of("staff", Map.of()))).isEqualTo("你好");
        assertThat(Template.parse("找 {{staff.发票}}").fill(Map.of())).isEmpty();
    }

    @Test
    void knowsItsVariables() {
        assertThat(Template.parse("{{name}} {{#value}}{{.}}{{-index}}{{/value}} {{staff.发票}} {{^tags}}-{{/tags}}")
                .variables())
                .containsExactlyInAnyOrder("name", "value", "staff.发票", "tags");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{{name", "{{name} x", "name}}", "{{#value}}", "{{/value}}", "{{}}", "{{>other}}",
            "\uff5b\uff5bname\uff5d\uff5d"})
    void refusesWhatIsNoTemplate(String text) {
        assertThatThrownBy(() -> Template.parse(text)).isInstanceOf(Mistake.class);
    }

    @Test
    void asksWhetherAnotherVariableWasMeant() {
        Problems problems = new Problems();
        Template.check(new Located<>(Template.parse("{{nmae}} {{quote}}"), PLACE), Set.of("name", "quote"), problems);
        assertThat(problems.all()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).isEqualTo(PLACE);
            assertThat(problem.message().zh()).contains("{{nmae}}");
            assertThat(problem.help().zh()).contains("{{name}}");
        });
    }

    @Test
    void namesWhatThereIsWhenNothingIsNear() {
        Problems problems = new Problems();
        Template.check(new Located<>(Template.parse("{{x}}{{价格表}}"), PLACE), Set.of("name", "quote"), problems);
        assertThat(problems.all()).extracting(Problem::code).containsExactly("R201", "R201");
        assertThat(problems.all().getFirst().help().en()).contains("name quote");
    }
}
