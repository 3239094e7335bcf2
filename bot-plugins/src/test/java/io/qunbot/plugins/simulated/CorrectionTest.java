package io.qunbot.plugins.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.pipeline.Note;
import io.qunbot.simulation.ScriptedChat;
import io.qunbot.simulation.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A colleague calls an answer wrong. */
class CorrectionTest {

    private static final String RULES = "rules: [{ id: invoice, when: { any: [开发票] }, say: 在订单里 }]";

    private static Simulation bot() {
        return Shipped.bot(Questions.reply(RULES, "{ file: faq/test.yaml, quiet_after: 0 }"), Questions.FAQ);
    }

    @ParameterizedTest
    @ValueSource(strings = {"!wrong", "!错了", "\uff01错", "@小灶\u2005 !Wrong"})
    void theSameQuestionIsNotAnsweredThatWayAnyMoreInAnyGroupOfTheProfile(String command) {
        try (Simulation bot = bot()) {
            ScriptedChat chat = bot.group("甲群").says("李雷", "怎么改菜价").expects("在商品里改。").says("zhou.min", command)
                    .expectsNothing().expectsTold("zhou.min", "记下了:*test/price*");
            chat.says("李雷", "请问怎么改菜价?").expectsNothing().restarts().says("李雷", "怎么改菜價").expectsNothing()
                    .says("李雷", "调价怎么操作").expects("在商品里改。");
            bot.group("乙群").says("李雷", "怎么改菜价").expectsNothing();
        }
    }

    @Test
    void aRuleIsCorrectedLikeAQuestion() {
        try (Simulation bot = bot()) {
            bot.group("甲群").says("李雷", "能开发票吗").expects("在订单里").says("zhou.min", "!wrong").says("李雷", "能开发票吗")
                    .expectsNothing().says("李雷", "怎么开发票").expects("在订单里");
            assertThat(bot.trace()).extracting(Note::why).contains("同事说 invoice 答错了", "同事说过这样答不对(!wrong)");
        }
    }

    @Test
    void anEarlierAnswerIsMeantByQuotingIt() {
        try (Simulation bot = bot()) {
            bot.group("甲群").says("李雷", "怎么改菜价").expects("在商品里改。").says("李雷", "断网了还能收银吗").expects("能,*")
                    .says("zhou.min", "「机器人:在商品里改。」\n- - - - - -\n!wrong").says("李雷", "断网了还能收银吗").expects("能,*")
                    .says("李雷", "怎么改菜价").expectsNothing()
                    .says("zhou.min", "「李雷:吃了吗」\n- - - - - -\n!wrong").says("李雷", "断网了还能收银吗").expects("能,*");
        }
    }

    @Test
    void onlyAColleagueCanSaySo() {
        try (Simulation bot = bot()) {
            bot.group("甲群").says("李雷", "怎么改菜价").expects("在商品里改。").says("李雷", "!wrong").says("李雷", "怎么改菜价")
                    .expects("在商品里改。").says("zhou.min", "他说错了!").says("李雷", "怎么改菜价").expects("在商品里改。");
        }
    }

    @Test
    void withNothingToCorrectNothingHappens() {
        try (Simulation bot = bot()) {
            bot.group("甲群").says("zhou.min", "!wrong").expectsNothing().says("李雷", "怎么改菜价").expects("在商品里改。");
            assertThat(bot.trace()).extracting(Note::why).contains("最近没有可以改正的回答");
        }
    }
}
