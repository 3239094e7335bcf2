package io.qunbot.plugins.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.simulation.ScriptedChat;
import io.qunbot.simulation.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What nobody asked for, in quiet hours, for people who asked to be left alone, and beyond the operator's limits. */
class QuietTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static Simulation bot(String fields, String plugins) {
        return Simulation.of(Shipped.plugins(), Map.of("rules/test.yaml", """
                profile: test
                goal: 有人接住
                value: [专属顾问]
                groups: [{ rest: true }]
                staff: { owner: zhou.min }
                """ + fields + "\nplugins:\n" + plugins.indent(2)));
    }

    /** Lets time pass until it is so late in Shanghai. */
    private static ScriptedChat until(Simulation bot, ScriptedChat chat, String time) {
        Instant now = bot.now();
        Instant at = now.atZone(ZONE).with(LocalTime.parse(time)).toInstant();
        return chat.waits(Duration.between(now, at.isAfter(now) ? at : at.plus(Duration.ofDays(1))));
    }

    @Test
    void whoeverJoinsInTheNightIsWelcomedOnceInTheMorning() {
        try (Simulation bot = bot("quiet: [\"22:00-08:30\"]", "welcome: { merge: 30s, say: \"欢迎 {{names}}!\" }")) {
            ScriptedChat chat = bot.group("群");
            until(bot, chat, "21:59:50").joins("王五");
            until(bot, chat, "23:30").joins("赵六").restarts();
            until(bot, chat, "07:00").joins("孙七").leaves("赵六").redelivers().expectsNothing();
            until(bot, chat, "08:29:59").expectsNothing();
            until(bot, chat, "08:30").expects("欢迎 王五、孙七!").waits(Duration.ofHours(2)).expectsNothing();
        }
    }

    @Test
    void aWelcomeWithoutMergingWaitsToo() {
        try (Simulation bot = bot("quiet: [\"22:00-08:30\"]", "welcome: { merge: 0s, say: \"欢迎 {{names}}!\" }")) {
            ScriptedChat chat = bot.group("群");
            until(bot, chat, "23:00").joins("王五").joins("赵六").expectsNothing();
            until(bot, chat, "08:30").expects("欢迎 王五、赵六!").expectsNothing();
        }
    }

    @Test
    void whoAsksInTheNightIsAnswered() {
        try (Simulation bot = bot("quiet: [\"22:00-08:30\"]",
                "reply: { wait: 60s, rules: [{ id: a, when: { any: [发票怎么开] }, say: 在这里开 }] }")) {
            ScriptedChat chat = bot.group("群");
            until(bot, chat, "23:00").says("李雷", "发票怎么开").waits(Duration.ofMinutes(2)).expects("在这里开");
        }
    }

    @Test
    void whoOptedOutIsNotWelcomedAnywhere() {
        String plugins = """
                optout: { is: [退订, 别@我], back: [恢复], say: 好的 }
                welcome: { merge: 30s, say: "欢迎 {{names}}!" }
                """;
        try (Simulation bot = bot("", plugins)) {
            bot.group("甲群").says("王五", "退订").expects("好的").says("赵六", "退订单").expectsNothing();
            assertThat(bot.tagsOf("王五")).containsExactly("退订");
            ScriptedChat other = bot.group("乙群").joins("王五").waits(Duration.ofMinutes(1)).expectsNothing()
                    .joins("王五", "赵六").waits(Duration.ofMinutes(1)).expects("欢迎 赵六!");
            bot.group("甲群").says("王五", "恢复");
            other.joins("王五").waits(Duration.ofMinutes(1)).expects("欢迎 王五!");
        }
    }

    @Test
    void aGroupHearsNoMoreThanItsOperatorLikes() {
        String reply = "reply: { cooldown: 0s, rules: [{ id: a, when: { any: [发票] }, say: 发票在这里 },"
                + " { id: b, when: { any: [合同] }, say: 合同在那里 }] }";
        try (Simulation bot = bot("limits: { say: 3/1h, same: 2/1d }", reply)) {
            ScriptedChat chat = bot.group("群");
            Duration pause = Duration.ofMinutes(10);
            chat.says("李雷", "发票").expects("发票在这里").waits(pause).says("韩梅梅", "发票").expects("发票在这里").waits(pause)
                    .says("李雷", "发票").expectsNothing().restarts().says("韩梅梅", "合同").expects("合同在那里").waits(pause)
                    .says("李雷", "合同").expectsNothing().waits(Duration.ofHours(1)).says("李雷", "合同")
                    .expects("合同在那里");
        }
    }

    @Test
    void twoBotsDoNotTalkForLong() {
        try (Simulation bot = bot("", "reply: { cooldown: 0s, rules: [{ id: a, when: { any: [您好] }, say: 您好 }] }")) {
            ScriptedChat chat = bot.group("群");
            for (int turn = 1; turn <= 3; turn++) {
                chat.says("另一个机器人", "您好").expects("您好").waits(Duration.ofSeconds(1));
            }
            chat.says("另一个机器人", "您好").expectsNothing().waits(Duration.ofSeconds(1)).says("李雷", "您好").expects("您好");
        }
    }
}
