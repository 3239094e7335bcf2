package io.qunbot.plugins.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.profile.BookReader;
import io.qunbot.yaml.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mistake is told with its code, its line and its column. */
class WelcomeCheckTest {

    private static List<String> problems(String entry, String welcome) {
        String text = """
                profile: test
                goal: 认识新人
                value: [有人认识]
                groups: [{ rest: true }]
                staff: { owner: zhou.min, 顾问: [chen.yu] }
                """ + entry + "plugins:\n  welcome:\n" + welcome.indent(4);
        return new BookReader(Map.of("welcome", new WelcomePlugin()), _ -> Optional.empty())
                .read(new TreeMap<>(Map.of("rules/test.yaml", text.getBytes(StandardCharsets.UTF_8)))).problems()
                .stream().map(WelcomeCheckTest::print).toList();
    }

    private static String print(Problem problem) {
        return problem.code() + " " + problem.place().line() + ":" + problem.place().column();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "say: [欢迎, { text: 早上好, from: '06:00', until: '09:00' }] | R410 8:15",
            "say: [{ text: 欢迎, inviter: [顾向] }] | R410 8:11",
            "{ say: 欢迎, max: 0/1h } | R411 8:21",
            "ritual: { introduce: { within: 24h } } | R412 8:26",
            "ritual: { introduce: { within: 30d, tag: 好 } } | R412 8:26",
            "ritual: { introduce: { tag: 好, echo: +1 } } | R412 8:26",
            "ritual: { introduce: { tag: 好, like: { regex: '.*' } } } | R413 8:42",
            "ritual: { introduce: { thanks: '{{nmae}}' } } | R201 8:36",
            "follow: [{ day: 0, say: 在吗 }] | R416 8:21",
            "follow: [{ day: 1, say: 在吗 }, { day: 1, say: 在呢 }] | R416 8:42",
            "follow: [{ day: 1 }] | R416 8:14",
            "follow: [{ day: 1, tell: { who: 老板, text: 在吗 } }] | R217 8:37"})
    void aMistakeIsToldWhereItStands(String welcome, String problem) {
        assertThat(problems("", welcome)).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "entry: { code: 开花 } | R414 6:8",
            "entry: { form: {}, tag: 好 } | R414 6:16",
            "entry: { before: '{{brnad}}' } | R201 6:18",
            "entry: { else: { tag: 待核实 } } | R415 6:16",
            "entry: { code: 开花, else: { farewell: 再见 } } | R415 6:26"})
    void soAreThoseOfTheEntry(String entry, String problem) {
        assertThat(problems(entry + "\n", "say: 欢迎")).containsExactly(problem);
    }

    @Test
    void anEntryThatNobodyChecksIsTold() {
        String text = "profile: test\ngoal: 认识\nvalue: [认识]\ngroups: [{ rest: true }]\nentry: { code: 开花, tag: 好 }\n";
        assertThat(new BookReader(Map.of(), _ -> Optional.empty())
                .read(new TreeMap<>(Map.of("rules/test.yaml", text.getBytes(StandardCharsets.UTF_8)))).problems()
                .stream().map(WelcomeCheckTest::print)).containsExactly("R417 5:8");
    }

    @Test
    void whatIsRightIsNoProblem() {
        assertThat(problems(
                "entry: { before: 只聊餐饮, require: [老板], code: 开花, else: { tell: { who: owner, text: '{{names}}' } } }\n",
                """
                        max: 3/1h
                        say: [{ text: "又见面了", back: true }, { text: "{{inviter}} 请来的", inviter: [顾问, 成员] }, "第 {{numbers}} 位"]
                        ritual: { introduce: { like: { regex: '我是.{2,9}店' }, thanks: "{{name}}", remind_as: once } }
                        follow: { time: "10:00", unless: [已成交], days: [{ day: 1, say: "{{names}}" }] }
                        """))
                .isEmpty();
    }
}
