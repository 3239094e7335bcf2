package io.qunbot.plugins.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Content;
import io.qunbot.pipeline.Note;
import io.qunbot.simulation.ScriptedChat;
import io.qunbot.simulation.Simulation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Answers that wait, so that a colleague may be faster. */
class WaitTest {

    private static final String RULES = """
            wait: 60s
            cooldown: 2m
            rules:
              - { id: invoice, when: { any: [开发票] }, say: ["甲{{quote}}", "乙{{quote}}"], tag: 问发票, tell: { who: owner, text: "{{name}} 问发票" } }
              - { id: urgent, when: { any: [收不了款] }, say: 马上来, wait: 0s }
              - { id: late, when: { any: [今年最后一天] }, say: 还来得及, until: "2026-12-03" }
            """;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static Simulation bot() {
        return Shipped.bot(settings(RULES), Questions.FAQ);
    }

    private static String settings(String rules) {
        return Questions.reply(rules, "{ file: faq/test.yaml, quiet_after: 0 }");
    }

    @Test
    void anAnswerWaitsWhileTellingAndTaggingDoNot() {
        try (Simulation bot = bot()) {
            ScriptedChat chat = bot.group("甲群").says("李雷", "怎么开发票").expectsNothing().expectsTold("zhou.min", "李雷 问发票");
            assertThat(bot.tagsOf("李雷")).containsExactly("问发票");
            chat.waits(Duration.ofSeconds(59)).expectsNothing().waits(Duration.ofSeconds(1)).expects("甲怎么开发票")
                    .waits(Duration.ofHours(1)).expectsNothing();
        }
    }

    @Test
    void aColleagueWhoSpeaksFirstKeepsItFromBeingSaid() {
        try (Simulation bot = bot()) {
            bot.group("甲群").says("李雷", "怎么开发票").waits(Duration.ofSeconds(40)).says("zhou.min", "在我的订单里")
                    .waits(Duration.ofHours(1)).expectsNothing();
            assertThat(bot.trace()).extracting(Note::why).contains("等同事 60 秒", "同事先说话了,不再回答");
            bot.group("乙群").says("李雷", "怎么开发票").says("韩梅梅", "我也想知道").waits(MINUTE).expects("甲怎么开发票");
            bot.group("丙群").says("李雷", "怎么开发票").says("zhou.min", new Content.Image(""), false).waits(MINUTE)
                    .expectsNothing();
        }
    }

    @Test
    void theCooldownCountsFromTheAnswer() {
        try (Simulation bot = bot()) {
            bot.group("甲群").says("李雷", "怎么开发票").waits(Duration.ofSeconds(30)).says("韩梅梅", "怎么开发票啊")
                    .waits(Duration.ofSeconds(30)).expects("甲怎么开发票").waits(Duration.ofSeconds(119)).expectsNothing()
                    .says("韩梅梅", "怎么开发票呀").waits(MINUTE).expectsNothing().says("韩梅梅", "开发票呢").waits(MINUTE)
                    .expects("乙开发票呢");
        }
    }

    @Test
    void whoeverAsksTheBotItselfAndWhatIsUrgentDoNotWait() {
        try (Simulation bot = bot()) {
            bot.group("甲群").mentions("李雷", "怎么开发票").expects("甲怎么开发票").says("李雷", "收不了款了").expects("马上来");
            bot.chat("app:李雷", ChatKind.DIRECT).says("李雷", "怎么开发票").expects("甲*");
        }
    }

    @Test
    void severalAnswersOfOneChatWaitEachForItself() {
        try (Simulation bot = bot()) {
            bot.group("甲群").says("李雷", "怎么开发票").waits(Duration.ofSeconds(20)).says("韩梅梅", "断网了还能收银吗")
                    .waits(Duration.ofSeconds(20)).says("李雷", "怎么改菜价").expectsNothing().waits(Duration.ofSeconds(20))
                    .expects("甲*").expectsNothing().waits(Duration.ofSeconds(20)).expects("能,*").expectsNothing()
                    .waits(Duration.ofSeconds(20)).expects("在商品里改。").waits(Duration.ofHours(1)).expectsNothing();
        }
    }

    @Test
    void aRestartOrARedeliveryInTheMiddleLosesAndDoublesNothing() {
        try (Simulation bot = bot()) {
            bot.group("甲群").says("李雷", "怎么开发票").says("韩梅梅", "怎么改菜价").redelivers().waits(Duration.ofSeconds(30))
                    .restarts().redelivers().waits(Duration.ofSeconds(29)).expectsNothing().restarts()
                    .waits(Duration.ofSeconds(1)).expects("甲怎么开发票").expects("在商品里改。").restarts()
                    .waits(Duration.ofHours(1)).expectsNothing();
        }
    }

    @Test
    void aColleagueIsHeardAcrossARestart() {
        try (Simulation bot = bot()) {
            bot.group("甲群").says("李雷", "怎么开发票").restarts().says("zhou.min", "我来").restarts().waits(MINUTE)
                    .expectsNothing();
        }
    }

    @Test
    void aReloadInTheMiddleLosesNothingButWhatItRemoved() {
        try (Simulation bot = bot()) {
            ScriptedChat kept = bot.group("甲群").says("李雷", "怎么开发票");
            ScriptedChat gone = bot.group("乙群").says("李雷", "断网了还能收银吗");
            bot.reload(Shipped.rules(settings("rules: [{ id: invoice, when: { any: [开发票] }, say: \"改过的{{quote}}\" }]"),
                    Questions.FAQ.replace("id: offline", "id: other")));
            kept.waits(MINUTE).expects("改过的怎么开发票");
            gone.expectsNothing();
            assertThat(bot.trace()).extracting(Note::why).contains("规则已经没有了:test/offline");
        }
    }

    @Test
    void whatIsOverByThenIsNotSaid() {
        try (Simulation bot = bot()) {
            bot.group("甲群").waits(Duration.ofHours(15).minusSeconds(30)).says("李雷", "今年最后一天").waits(MINUTE)
                    .expectsNothing();
            assertThat(bot.trace()).extracting(Note::why).anyMatch(why -> why.startsWith("今天不在这条规则的日期里"));
        }
    }
}
