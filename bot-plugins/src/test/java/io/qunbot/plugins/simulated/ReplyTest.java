package io.qunbot.plugins.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.ChatKind;
import io.qunbot.simulation.ScriptedChat;
import io.qunbot.simulation.Simulation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReplyTest {

    @Test
    void anInvoiceIsExplainedOnceInTwoMinutesAfterARestartToo() {
        try (Simulation bot = Shipped.bot()) {
            bot.group("城南店服务群").says("李雷", "发票怎么开?").expects("*我的-订单-开票*").redelivers()
                    .waits(Duration.ofMinutes(1)).says("韩梅梅", "怎么開發票").expectsNothing().restarts()
                    .says("韩梅梅", "发票怎么开").expectsNothing().waits(Duration.ofSeconds(61))
                    .says("韩梅梅", "发票怎么开").expects("*我的-订单-开票*");
        }
    }

    @Test
    void oneGroupsAnswerDoesNotSilenceAnother() {
        try (Simulation bot = Shipped.bot()) {
            bot.group("城南店服务群").says("李雷", "发票怎么开?").expects("*开票*");
            bot.group("城北店服务群").says("李雷", "发票怎么开?").expects("*开票*");
        }
    }

    @Test
    void whatColleaguesSayTriggersNothing() {
        try (Simulation bot = Shipped.bot()) {
            bot.group("城南店服务群").says("zhou.min", "发票怎么开我写在公告里了").says("fang.hui", "发票怎么开?").expectsNothing();
        }
    }

    @Test
    void anEmergencyIsAnsweredToldAndTagged() {
        try (Simulation bot = Shipped.bot()) {
            bot.group("城南店服务群").says("李雷", "收不了款了,急!").expects("影响营业的急事*400-000-0000*").expectsTold("wu.shishi",
                    "【影响营业】李雷:*收不了款*");
            assertThat(bot.tagsOf("李雷")).containsExactly("影响营业");
            bot.group("城北店服务群").says("李雷", "你好").expectsNothing();
            assertThat(bot.tagsOf("李雷")).containsExactly("影响营业");
        }
    }

    @Test
    void aRenewalIsTheOwnersBusiness() {
        try (Simulation bot = Shipped.bot()) {
            bot.group("城南店服务群").says("李雷", "我们合同快到期了,续费怎么办?").expectsNothing()
                    .expectsTold("zhou.min", "李雷 问到了续费:*");
            assertThat(bot.tagsOf("李雷")).containsExactly("续费意向");
        }
    }

    @Test
    void chatterIsLeftAlone() {
        try (Simulation bot = Shipped.bot()) {
            ScriptedChat chat = bot.group("城南店服务群");
            for (String line : new String[]{"早上好", "哈哈哈", "刚去财务开发票回来,堵车", "[红包] 发票", "👍", "今天天气不错", "好的"}) {
                chat.says("李雷", line).expectsNothing();
            }
        }
    }

    @Test
    void theSameQuestionIsAnsweredOneToOne() {
        try (Simulation bot = Shipped.bot()) {
            bot.chat("app:李雷", ChatKind.DIRECT).says("李雷", "发票怎么开?").expects("*开票*");
        }
    }

    @Test
    void inACustomerGroupTheWordsAreKeptForAColleague() {
        try (Simulation bot = Shipped.bot()) {
            bot.chat("城南店服务群", ChatKind.CUSTOMER).says("李雷", "发票怎么开?").expectsNothing().expectsUnsaid("*开票*");
        }
    }

    @Test
    void severalTextsTakeTurnsAcrossARestart() {
        try (Simulation bot = Shipped.bot("""
                reply:
                  cooldown: 0s
                  rules:
                    - { id: library, when: { any: [往期资料] }, say: [甲, 乙, 丙] }
                """)) {
            bot.group("资料群").says("李雷", "往期资料").expects("甲").says("李雷", "往期资料").expects("乙").restarts()
                    .says("李雷", "往期资料").expects("丙").says("李雷", "往期资料").expects("甲");
        }
    }
}
