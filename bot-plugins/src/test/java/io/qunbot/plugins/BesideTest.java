package io.qunbot.plugins;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.MemberId;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugins.leads.LeadsPlugin;
import io.qunbot.plugins.lifecycle.LifecyclePlugin;
import io.qunbot.plugins.reply.ReplyPlugin;
import io.qunbot.plugins.sla.SlaPlugin;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.Reading;
import io.qunbot.simulation.Simulation;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.Severity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Plugins whose order is of no matter may be written beside {@code plugins:}. */
class BesideTest {

    private static final List<Plugin<?>> PLUGINS = List.of(new ReplyPlugin(), new SlaPlugin(), new LifecyclePlugin(),
            new LeadsPlugin());

    private static final String RULES = """
            profile: test
            goal: 测试
            value: [放心]
            groups: [{ rest: true }]
            staff: { owner: zhou, manager: lin, 顾问: [chen, luo], backup: luo }
            lifecycle:
              stages: [新加, 有互动, 有意向, 市场认可, 销售认可, 已成交, 新手期, 成长期, 复购, 续费]
              move: [{ to: 有意向, when: { tag: 想试用 } }, { to: 新手期, when: { deal: won }, tell: { who: manager, text: 请建服务群 } }]
              back: ask
            leads:
              score: { 问过费用: 20, 想试用: 30, 已自我介绍: 5 }
              qualified: { score: 50, evidence: 3 }
              hand: { who: 顾问, within: 1d, return: [时机未到, 不是目标客户] }
              decay: { after: 30d, by: 10 }
            sla: { first_reply: 5m, hours: "09:00-21:00", urgent: { rule: urgent, first_reply: 3m, always: true }, ends: [staff, quote], resolve: 24h, else: [owner, backup, manager], report: { who: manager, at: "每周一 10:00" } }
            plugins:
              reply:
                rules:
                  - { id: urgent, when: { any: [收不了款] }, say: 马上, tag: 急 }
                  - { id: try, when: { any: [想试用] }, say: 好的, tag: 想试用 }
            """;

    private static Reading read(Map<String, String> files) {
        TreeMap<String, byte[]> bytes = new TreeMap<>();
        files.forEach((file, text) -> bytes.put(file, text.getBytes(StandardCharsets.UTF_8)));
        return new BookReader(PLUGINS.stream().collect(Collectors.toMap(Plugin::name, Function.identity())),
                _ -> Optional.empty()).read(bytes);
    }

    private static boolean isError(Problem problem) {
        return problem.severity() == Severity.ERROR;
    }

    @Test
    void theyRunAsIfTheyWereAmongThem() {
        try (Simulation bot = Simulation.of(PLUGINS, Map.of("rules/test.yaml", RULES))) {
            bot.group("甲群").says("李雷", "我想试用").expects("好的").waits(ofMinutes(5))
                    .expectsTold("zhou", "【等了 5 分钟】*");

            assertThat(bot.person(new MemberId("李雷")).stage()).contains("有意向");
        }
    }

    @Test
    void oneThatIsInheritedIsTheSame() {
        Reading reading = read(Map.of("rules/base.yaml", """
                profile: base
                abstract: true
                sla: { first_reply: 5m, else: [owner] }
                """, "rules/test.yaml", """
                profile: test
                extends: base
                goal: 测试
                value: [放心]
                groups: [{ rest: true }]
                staff: { owner: zhou }
                plugins:
                  sla: { first_reply: 9m }
                """));

        assertThat(reading.problems()).noneMatch(BesideTest::isError);
        assertThat(reading.book().profile("test").orElseThrow().services().where("plugins", "sla", "else")).isPresent();
    }

    @Test
    void mistakesInThemAreNamedWhereTheyStand() {
        assertThat(read(Map.of("rules/test.yaml", RULES.replace("first_reply: 5m", "first_reply: 5分"))).problems())
                .filteredOn(BesideTest::isError).singleElement()
                .satisfies(problem -> assertThat(problem.place().line()).isEqualTo(15));
    }

    @Test
    void oneThatIsWrittenTwiceIsAMistake() {
        assertThat(read(Map.of("rules/test.yaml", RULES + "  sla: off\n")).problems()).filteredOn(BesideTest::isError)
                .extracting(Problem::code).containsExactly("Y021");
    }

    @Test
    void othersBelongAmongThemSinceTheirOrderCounts() {
        assertThat(read(Map.of("rules/test.yaml",
                RULES.replace("plugins:\n", "").replaceAll("(?m)^  ( *reply:| *rules:| *-)", "$1")))
                .problems()).filteredOn(BesideTest::isError).extracting(Problem::code).contains("Y021");
    }
}
