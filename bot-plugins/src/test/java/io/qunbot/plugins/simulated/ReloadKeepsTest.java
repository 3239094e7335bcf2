package io.qunbot.plugins.simulated;

import io.qunbot.chat.ChatKind;
import io.qunbot.simulation.ScriptedChat;
import io.qunbot.simulation.Simulation;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is under way in a chat goes on when the rules are edited. */
class ReloadKeepsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void aCooldownThatRunsGoesOnForTheEditedRule() {
        String rules = "cooldown: 2m\nrules: [{ id: wifi, when: { any: [无线密码] }, say: \"%s\" }]\n";
        try (Simulation bot = Shipped.bot(Questions.reply(rules.formatted("一"), Questions.USUAL), Questions.FAQ)) {
            ScriptedChat chat = bot.group("甲群").says("李雷", "无线密码是多少").expects("一");
            bot.reload(Shipped.rules(Questions.reply(rules.formatted("二"), Questions.USUAL), Questions.FAQ));
            chat.says("李雷", "无线密码是多少").expectsNothing().waits(MINUTE.multipliedBy(2).plusSeconds(1))
                    .says("李雷", "无线密码是多少").expects("二");
        }
    }

    @Test
    void anOfferThatIsOpenIsAnsweredWithTheNewWords() {
        try (Simulation bot = Questions.bot(Questions.STRICT)) {
            ScriptedChat chat = bot.chat("app:李雷", ChatKind.DIRECT).says("李雷", "客人要退款怎么弄").expects("您是想问:*");
            bot.reload(Shipped.rules(Questions.reply("", Questions.STRICT),
                    Questions.FAQ.replace("原路退回。", "原路退回,三天到。")));
            chat.says("李雷", "1").expects("原路退回,三天到。");
        }
    }

    @Test
    void aWelcomeThatGathersIsSaidOnceAsItReadsThen() {
        try (Simulation bot = Simulation.of(Shipped.plugins(), Map.of("rules/test.yaml", welcome("欢迎 {{names}}")))) {
            ScriptedChat chat = bot.group("甲群").joins("王五").waits(Duration.ofSeconds(20));
            bot.reload(Map.of("rules/test.yaml", welcome("你好 {{names}}")));
            chat.joins("赵六").expectsNothing().waits(Duration.ofSeconds(10)).expects("你好 王五、赵六")
                    .waits(Duration.ofHours(1)).expectsNothing();
        }
    }

    private static String welcome(String say) {
        return "profile: test\ngoal: 好\nvalue: [好]\ngroups: [{ rest: true }]\nplugins:\n  welcome: { merge: 30s, say: \""
                + say + "\" }\n";
    }
}
