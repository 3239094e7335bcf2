package io.qunbot.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.plugin.Plugin;
import io.qunbot.plugins.reply.ReplyPlugin;
import io.qunbot.plugins.welcome.WelcomePlugin;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.Reading;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One mistake in a plugin's settings must not hide those that only the plugin itself can see. */
class AllMistakesTest {

    private static final Map<String, Plugin<?>> PLUGINS = Map.of("reply", new ReplyPlugin(), "welcome",
            new WelcomePlugin());

    @Test
    void aWrongValueDoesNotHideAnUnknownPostOrVariable() {
        assertThat(mistakes("""
                profile: bad
                goal: 试
                value: [答疑]
                repley: 3
                groups: [{ rest: true }]
                staff: { owner: zhangsan }
                plugins:
                  welcome:
                    merge: 30
                    say: "欢迎 {{nmaes}}"
                  reply:
                    cooldown: 两分钟
                    rules:
                      - { id: a, when: { any: [开发票] }, say: "在这里开" }
                      - { id: a, when: { any: [退款] }, say: "在这里退" }
                      - { id: b, when: { regex: '(' }, say: "好" }
                      - { id: c, when: { any: [价格] }, tell: { who: ower, text: "{{nmae}} 问价" } }
                """)).containsExactlyInAnyOrder("4 R001", "9 R006", "10 R201", "12 R006", "15 R212", "16 R006",
                "17 R217",
                "17 R201");
    }

    @Test
    void nobodyIsBlamedForWhatCouldNotBeRead() {
        assertThat(mistakes("""
                profile: bad
                goal: 试
                value: [答疑]
                groups: [{ rest: true }]
                staff: { owner: { is: zhangsan } }
                plugins:
                  reply:
                    rules:
                      - { id: c, when: { any: [价格] }, tell: { who: owner, text: "{{name}} 问价" } }
                """)).isNotEmpty().allSatisfy(mistake -> assertThat(mistake).startsWith("5 "));
    }

    private static String[] mistakes(String text) {
        Reading reading = new BookReader(PLUGINS, _ -> Optional.empty())
                .read(new TreeMap<>(Map.of("rules/bad.yaml", text.getBytes(StandardCharsets.UTF_8))));
        assertThat(reading.broken()).containsExactly("rules/bad.yaml");
        return reading.problems().stream().map(each -> each.place().line() + " " + each.code()).toArray(String[]::new);
    }
}
