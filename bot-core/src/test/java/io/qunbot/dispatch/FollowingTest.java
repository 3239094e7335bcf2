package io.qunbot.dispatch;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Event;
import io.qunbot.simulation.ScriptedChat;
import io.qunbot.simulation.Simulation;
import io.qunbot.simulation.Turned;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FollowingTest {

    private static String profile(String id, String groups, String owner) {
        return """
                profile: %s
                goal: 跟着人走
                value: [放心]
                groups: [%s]
                staff: { owner: %s }
                plugins:
                  shadow: { name: %s }
                """.formatted(id, groups, owner, id);
    }

    private static Map<String, String> rules(String nurture, String conversion) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("rules/nurture.yaml", profile("nurture", nurture, "zhou"));
        files.put("rules/conversion.yaml", profile("conversion", conversion, "wu"));
        return files;
    }

    private static Simulation bot() {
        return Simulation.of(List.of(new ShadowPlugin()), rules("{ id: 甲群 }", "{ rest: true }"));
    }

    @Test
    void whatFollowsAMemberSeesRealChangesUnderTheRulesOfTheGroup() {
        try (Simulation bot = bot()) {
            bot.group("甲群").says("李雷", "标 问价")
                    .expectsTold("zhou", "nurture +[问价] -[] shadow/mark 甲群 共1 [问价] {} 0")
                    .says("李雷", "标 问价").expectsNothing().restarts()
                    .says("李雷", "看").expects("[问价] {points=10} 10");
            bot.group("乙群").says("李雷", "减 问价")
                    .expectsTold("wu", "conversion +[] -[问价] shadow/unmark 乙群 共2 [] {points=10} 10")
                    .says("李雷", "看").expects("[] {points=20} 20").says("韩梅梅", "看").expects("[] {} 0");
        }
    }

    @Test
    void theEvidenceNamesTheMessage() {
        try (Simulation bot = bot()) {
            bot.group("甲群").says("李雷", "标 问价");

            Event.Tagged tagged = bot.turns().stream().map(Turned::event).filter(Event.Tagged.class::isInstance)
                    .map(Event.Tagged.class::cast).findFirst().orElseThrow();
            Event said = bot.turns().getFirst().event();
            assertThat(tagged.origin().event()).isEqualTo(said.id());
            assertThat(tagged.origin().seq()).isPositive();
            assertThat(tagged.profile()).isEqualTo("nurture");
        }
    }

    @Test
    void alarmsAndEventsComeBackUnderTheRulesThatAskedLast() {
        try (Simulation bot = bot()) {
            bot.group("甲群").says("李雷", "标 问价").expectsTold("zhou", "*").restarts().waits(ofMinutes(61))
                    .expectsTold("zhou", "nurture 提醒 李雷 甲群")
                    .says("李雷", "发 你好").expectsTold("zhou", "nurture 收到 你好 甲群");
            bot.group("乙群").says("李雷", "标 加急").expectsTold("wu", "*").waits(ofMinutes(61))
                    .expectsTold("wu", "conversion 提醒 李雷 乙群");
        }
    }

    @Test
    void factsFromAGroupArriveToo() {
        try (Simulation bot = bot()) {
            bot.group("甲群").says("李雷", "知 stage 有意向").expectsNothing().says("李雷", "看").expects("[] {stage=有意向} 0");
        }
    }

    @Test
    void aGroupThatMovesToOtherRulesLosesNothing() {
        try (Simulation bot = bot()) {
            ScriptedChat chat = bot.group("甲群").says("李雷", "标 问价").expectsTold("zhou", "*");

            bot.reload(rules("{ id: 乙群 }", "{ rest: true }"));

            chat.says("李雷", "看").expects("[问价] {points=10} 10").waits(ofMinutes(61))
                    .expectsTold("zhou", "nurture 提醒 李雷 甲群")
                    .says("李雷", "标 加急")
                    .expectsTold("wu", "conversion +[加急] -[] shadow/mark 甲群 共2 [加急, 问价] {points=10} 10")
                    .waits(ofHours(2)).expectsTold("wu", "conversion 提醒 李雷 甲群");
        }
    }
}
