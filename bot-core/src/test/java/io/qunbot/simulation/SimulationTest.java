package io.qunbot.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qunbot.chat.Action;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The kit for authors of plugins, held to its word. */
class SimulationTest {

    /** A plugin of somebody else's: reminds, tells, tags and counts. */
    private static final class Helper implements Plugin<Helper.Settings> {

        record Settings(String prefix) {}

        record Count(int value) {}

        @Override
        public String name() {
            return "helper";
        }

        @Override
        public Class<Settings> settingsType() {
            return Settings.class;
        }

        @Override
        public Stage create(Settings settings, PluginServices services) {
            return (event, chat) -> switch (event) {
                case Event.Said said -> heard(said, chat, settings.prefix());
                case Event.Rang rang -> Reaction.pass(new Action.Say("时间到:" + rang.payload(), "bell"));
                case Event.Joined joined -> Reaction.pass(new Action.Say("来了 " + joined.count() + " 人", "joined"));
                case Event.Left left -> Reaction.pass(new Action.Say("走了 " + left.members().getFirst(), "left"));
                default -> Reaction.pass();
            };
        }

        private static Reaction heard(Event.Said said, ChatContext chat, String prefix) {
            chat.note(null, "heard " + said.content().words());
            String[] words = said.content().words().split(" ", -1);
            return switch (words[0]) {
                case "提醒" -> Reaction.pass(new Action.Wake(words[2],
                        chat.now().plus(Duration.ofMinutes(Long.parseLong(words[1]))), words[2]));
                case "找" -> Reaction.pass(new Action.Tell(List.of(new MemberId("周敏"), new MemberId("李四")),
                        said.by() + " 找您", "call"));
                case "标" -> Reaction.pass(new Action.Tag(said.by(), List.of(words[1]), List.of(), "tag"));
                case "数" -> count(chat, prefix);
                case "人数" -> Reaction.pass(new Action.Say(prefix + chat.group().size().orElse(0), "size"));
                case "长" -> Reaction.pass(new Action.Say("一\n二\n三", "lines"));
                default -> Reaction.pass();
            };
        }

        private static Reaction count(ChatContext chat, String prefix) {
            int count = chat.memory().get("count", Count.class).map(Count::value).orElse(0) + 1;
            chat.memory().put("count", new Count(count));
            return Reaction.pass(new Action.Say(prefix + count, "count"));
        }
    }

    private static Simulation simulation() {
        return Simulation.of(new Helper(), "{ prefix: \"第\" }");
    }

    @Test
    void aScriptReadsLikeAChat() {
        try (Simulation simulation = simulation()) {
            simulation.group("甲群").says("李雷", "数").expects("第1").redelivers().expectsNothing()
                    .restarts().redelivers().says("韩梅梅", "数").expects("第2").expectsNothing();
            simulation.group("乙群").says("李雷", "数").expects("第1").mentions("李雷", "数").expects("第2");
            simulation.chat("李雷", ChatKind.DIRECT).says("李雷", "数").expects("第1");
        }
    }

    @Test
    void timePassesWhenTheScriptSaysSo() {
        try (Simulation simulation = simulation()) {
            ScriptedChat chat = simulation.group("甲群").says("李雷", "提醒 30 茶").says("李雷", "提醒 10 咖啡")
                    .waits(Duration.ofMinutes(9)).expectsNothing().restarts()
                    .waits(Duration.ofMinutes(1)).expects("时间到:咖啡").waits(Duration.ofDays(1)).expects("时间到:茶")
                    .waits(Duration.ofDays(1)).expectsNothing();

            assertThat(simulation.now()).isEqualTo("2026-12-05T01:10:00Z");
            assertThat(chat).isNotNull();
        }
    }

    @Test
    void peopleComeAndGo() {
        try (Simulation simulation = simulation()) {
            simulation.group("甲群").joins("李雷", "韩梅梅", "王五").expects("来了 3 人").leaves("王五").expects("走了 王五")
                    .says("李雷", "人数").expects("第2");
        }
    }

    @Test
    void aPatternMayLeaveThingsOpen() {
        try (Simulation simulation = simulation()) {
            ScriptedChat chat = simulation.group("甲群");
            chat.says("李雷", "长").expects("一*三").says("李雷", "长").expects("*");
            assertThatThrownBy(() -> chat.says("李雷", "长").expects("一*二")).isInstanceOf(AssertionError.class)
                    .hasMessageContaining("the bot said: 一").hasMessageContaining("expected: 一*二");
        }
    }

    @Test
    void whatColleaguesAreToldIsExpectedByName() {
        try (Simulation simulation = simulation()) {
            ScriptedChat chat = simulation.group("甲群").says("李雷", "找").expectsNothing().expectsTold("李四", "李雷 找您");
            assertThatThrownBy(() -> chat.expectsTold("李四", "*")).isInstanceOf(AssertionError.class)
                    .hasMessageContaining("told nothing");
            assertThatThrownBy(() -> chat.says("李雷", "找").expectsTold("王五", "*")).isInstanceOf(AssertionError.class)
                    .hasMessageContaining("told 周敏,李四 and not 王五");
        }
    }

    @Test
    void tagsAreThereForEverybodyToSee() {
        try (Simulation simulation = simulation()) {
            simulation.group("甲群").says("李雷", "标 续费").says("李雷", "标 沉默").restarts();

            assertThat(simulation.tagsOf("李雷")).containsExactlyInAnyOrder("续费", "沉默");
            assertThat(simulation.tagsOf("韩梅梅")).isEmpty();
        }
    }

    @Test
    void noBotSpeaksInACustomerGroup() {
        try (Simulation simulation = simulation()) {
            simulation.chat("客户群", ChatKind.CUSTOMER).says("李雷", "数").expectsNothing().expectsUnsaid("第1")
                    .joins("王五").expectsNothing().expectsUnsaid("来了 1 人");
        }
    }

    @Test
    void aProfileThatWatchesSaysNothing() {
        try (Simulation simulation = Simulation.of(List.of(new Helper()), Map.of("rules/a.yaml", """
                profile: a
                goal: 看着
                value: [看着]
                mode: watch
                groups: [{ rest: true }]
                plugins: { helper: { prefix: "第" } }
                """))) {
            simulation.group("甲群").says("李雷", "数").expectsNothing().expectsUnsaid("第1");
        }
    }

    @Test
    void anExpectationThatIsNotMetFailsAndShowsTheTrace() {
        try (Simulation simulation = simulation()) {
            ScriptedChat chat = simulation.group("甲群").says("李雷", "你好");
            assertThatThrownBy(() -> chat.expects("你好")).isInstanceOf(AssertionError.class)
                    .hasMessageContaining("the bot said nothing").hasMessageContaining("helper: heard 你好");
            assertThatThrownBy(() -> chat.says("李雷", "数").expectsNothing()).isInstanceOf(AssertionError.class)
                    .hasMessageContaining("第1");
            assertThatThrownBy(() -> chat.expectsUnsaid("*")).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void rulesWithMistakesAreRefusedWithTheProblems() {
        assertThatThrownBy(() -> Simulation.of(new Helper(), "{ prefix: \"第\", sufix: 个 }"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("rules/test.yaml:")
                .hasMessageContaining("sufix");
    }

    @Test
    void aStageThatHangsLosesItsTurnInRealTime() {
        Map<String, String> rules = Map.of("rules/a.yaml", """
                profile: a
                goal: g
                value: [v]
                groups: [{ rest: true }]
                plugins: { hanging: on, helper: { prefix: "第" } }
                """);
        try (Simulation simulation = Simulation.of(List.of(new Hanging(), new Helper()), rules,
                Duration.ofMillis(200))) {
            simulation.group("甲群").says("李雷", "数").expects("第1");
            assertThat(simulation.trace()).anySatisfy(note -> {
                assertThat(note.plugin()).isEqualTo("hanging");
                assertThat(note.failure()).isTrue();
            });
        }
    }

    private static final class Hanging implements Plugin<Hanging.None> {

        record None() {}

        @Override
        public String name() {
            return "hanging";
        }

        @Override
        public Class<None> settingsType() {
            return None.class;
        }

        @Override
        public Stage create(None settings, PluginServices services) {
            return (_, _) -> {
                new CountDownLatch(1).await();
                return Reaction.pass();
            };
        }
    }
}
