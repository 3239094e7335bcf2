package io.qunbot.plugins.sla;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Content;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.MemberId;
import io.qunbot.plugins.reply.ReplyPlugin;
import io.qunbot.simulation.ScriptedChat;
import io.qunbot.simulation.Simulation;
import io.qunbot.simulation.Utterance;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every bot begins on Thursday, 2026-12-03, at nine in Shanghai. */
class SlaPluginTest {

    private static final String LADDER = "{ first_reply: 5m, hours: \"09:00-21:00\", else: [owner, backup, manager] }";

    private static Map<String, String> rules(String sla) {
        return Map.of("rules/test.yaml", """
                profile: test
                goal: 有人接
                value: [有人接]
                groups: [{ rest: true }]
                staff: { owner: zhou, backup: xu, manager: lin, 发票: fang }
                hours: ["MON-SUN 00:00-24:00"]
                plugins:
                  reply:
                    rules:
                      - id: urgent
                        when: { any: [收不了款] }
                        say: 先切离线收银
                      - id: invoice
                        when: { any: [发票] }
                        say: 在订单里开
                        wait: 1m
                      - id: late
                        when: { any: [没收到] }
                        then: stop
                        tell: { who: 发票, text: "查 {{quote}}", within: 10m, else: owner }
                  sla: %s
                """.formatted(sla));
    }

    private static Simulation bot(String sla) {
        return Simulation.of(List.of(new ReplyPlugin(), new SlaPlugin()), rules(sla));
    }

    @Test
    void oneColleagueAfterTheOtherIsToldOnceWhateverHappensToTheProcess() {
        try (Simulation bot = bot(LADDER)) {
            bot.group("一群").says("李雷", "会员折扣从哪天起算?").redelivers().waits(ofMinutes(5))
                    .expectsTold("zhou", "【等了 5 分钟】*李雷:会员折扣从哪天起算?*").restarts().redelivers()
                    .waits(ofMinutes(5)).expectsTold("xu", "【等了 10 分钟】*")
                    .restarts().waits(ofMinutes(5)).expectsTold("lin", "【等了 15 分钟】*")
                    .waits(ofDays(3)).expectsNothing();
        }
    }

    @Test
    void whatIsAnsweredInOneGroupStaysSoThroughRestartsWhileTheOtherClimbs() {
        try (Simulation bot = bot(LADDER)) {
            ScriptedChat one = bot.group("一群").says("李雷", "会员折扣从哪天起算?");
            ScriptedChat other = bot.group("二群").says("韩梅梅", "怎么改桌号?");
            one.restarts().waits(ofMinutes(5)).expectsTold("zhou", "*会员折扣*");
            other.expectsTold("zhou", "*怎么改桌号*");
            one.restarts().says("xu", "我来看").restarts().waits(ofMinutes(5)).expectsNothing();
            other.expectsTold("xu", "*怎么改桌号*").restarts().waits(ofMinutes(5)).expectsTold("lin", "*怎么改桌号*")
                    .restarts().waits(ofDays(3)).expectsNothing();
            one.expectsNothing();
        }
    }

    @Test
    void aColleaguesWordsEndItForEverybodyAndCommandsAndStickersDoNot() {
        try (Simulation bot = bot(LADDER)) {
            bot.group("一群").says("李雷", "会员折扣从哪天起算?").says("韩梅梅", "怎么改桌号?").says("zhou", "!wrong")
                    .says("zhou", new Content.Unknown("emotion"), false).waits(ofMinutes(4)).says("xu", "我来看")
                    .waits(ofDays(1)).expectsNothing();
        }
    }

    @Test
    void whereOnlyAQuotationCountsTheOthersStillWait() {
        try (Simulation bot = bot(LADDER.replace("first_reply", "ends: [quote], first_reply"))) {
            bot.group("一群").says("李雷", "会员折扣从哪天起算?").says("韩梅梅", "怎么改桌号?").says("zhou", "我来看")
                    .says("zhou", "「李雷:会员折扣从哪天起算?」\n- - - - - - -\n从注册那天")
                    .waits(ofMinutes(5)).expectsTold("zhou", "*韩梅梅:怎么改桌号?*").waits(ofMinutes(1))
                    .says("xu", "「韩梅梅:怎么改桌号?」\n- - - - - - -\n设置里").waits(ofDays(1)).expectsNothing();
        }
    }

    @Test
    void theBotsOwnAnswerEndsItOnlyWhereTheRulesSaySo() {
        try (Simulation bot = bot(LADDER)) {
            bot.group("一群").says("李雷", "发票怎么开?").waits(ofMinutes(1)).expects("在订单里开").waits(ofMinutes(5))
                    .expectsTold("zhou", "*发票怎么开*");
        }
        try (Simulation bot = bot(LADDER.replace("first_reply", "ends: [staff, bot], first_reply"))) {
            bot.group("一群").says("李雷", "发票怎么开?").waits(ofMinutes(1)).expects("在订单里开").waits(ofDays(1))
                    .expectsNothing();
        }
    }

    @Test
    void whatWasTakenBackOrSettledNobodyHasToAnswer() {
        try (Simulation bot = bot(LADDER)) {
            ScriptedChat chat = bot.group("一群").says("李雷", "怎么改桌号?").says("李雷", "没事了,找到了")
                    .says("韩梅梅", new Content.Text("会员折扣从哪天起算?"), false);
            chat.waits(ofMinutes(5)).expectsTold("zhou", "*韩梅梅*");
            chat.waits(ofSeconds(30)).leaves("韩梅梅").waits(ofDays(1)).expectsNothing();
        }
        try (Simulation bot = bot(LADDER)) {
            Chat place = new Chat(new ChatId("一群"), ChatKind.INTERNAL, "simulation");
            EventId id = new EventId("simulation", "q1");
            MemberId who = new MemberId("李雷");
            bot.group("一群").happens(new Event.Said(id, bot.now(), place, who, new Content.Text("怎么改桌号?"), false))
                    .happens(new Event.Recalled(new EventId("simulation", "r1"), bot.now(), place, who, "q1"))
                    .waits(ofDays(1)).expectsNothing();
        }
    }

    @Test
    void thanksAndSmallTalkBeginNothing() {
        try (Simulation bot = bot(LADDER)) {
            bot.group("一群").says("李雷", "谢谢!").says("李雷", "好的").says("李雷", "今天天气不错").says("zhou", "大家有什么问题?")
                    .waits(ofDays(1)).expectsNothing();
        }
    }

    @Test
    void theClockBeginsWithTheMessagesOwnTime() {
        try (Simulation bot = bot(LADDER)) {
            Chat place = new Chat(new ChatId("一群"), ChatKind.INTERNAL, "simulation");
            ScriptedChat chat = bot.group("一群").waits(ofHours(1));
            chat.happens(new Event.Said(new EventId("simulation", "q1"), bot.now().minus(ofMinutes(3)), place,
                    new MemberId("李雷"), new Content.Text("怎么改桌号?"), false)).waits(ofMinutes(2))
                    .expectsTold("zhou", "【等了 5 分钟】*");
        }
    }

    @Test
    void whatIsUrgentCountsAtNightWithATimeOfItsOwn() {
        try (Simulation bot = bot(LADDER.replace("first_reply: 5m",
                "first_reply: 5m, urgent: { rule: urgent, first_reply: 3m, always: true }"))) {
            bot.group("一群").waits(ofHours(14)).says("李雷", "怎么改桌号?").says("韩梅梅", "收不了款了").expects("先切离线收银")
                    .waits(ofMinutes(3)).expectsTold("zhou", "【急,等了 3 分钟】*韩梅梅*").waits(ofMinutes(1))
                    .says("xu", "「韩梅梅:收不了款了」\n- - -\n在看").waits(ofHours(6)).expectsNothing();
        }
    }

    @Test
    void whomARuleToldHasItsTimeFirstAndNobodyBelowIsToldAgain() {
        try (Simulation bot = bot(LADDER)) {
            bot.group("一群").says("李雷", "发票还没收到,怎么回事?").expectsTold("fang", "查*").waits(ofMinutes(10))
                    .expectsTold("zhou", "查*").waits(ofMinutes(10)).expectsTold("xu", "【等了 20 分钟】*")
                    .waits(ofMinutes(5)).expectsTold("lin", "【等了 25 分钟】*").waits(ofDays(1)).expectsNothing();
        }
    }

    @Test
    void otherTermsCountFromTheReloadOnAndNothingIsLostMeanwhile() {
        try (Simulation bot = bot(LADDER)) {
            ScriptedChat chat = bot.group("一群").says("李雷", "怎么改桌号?").waits(ofMinutes(1));
            bot.reload(rules("off"));
            chat.waits(ofMinutes(10)).expectsNothing();
            bot.reload(rules(LADDER.replace("5m", "30m")));
            chat.waits(ofMinutes(18)).expectsNothing().waits(ofMinutes(1)).expectsTold("zhou", "【等了 30 分钟】*");
        }
    }

    @Test
    void whoAsksAgainWaitsAgainAndInTheEndItIsToldThatNothingIsSettled() {
        try (Simulation bot = bot(LADDER.replace("first_reply", "resolve: 24h, first_reply"))) {
            bot.group("一群").says("李雷", "怎么改桌号?").waits(ofMinutes(1)).says("xu", "设置里").waits(ofHours(1))
                    .says("李雷", "还是不行").waits(ofMinutes(5)).expectsTold("zhou", "*还是不行*").says("xu", "我问问技术")
                    .waits(ofHours(24)).expectsTold("zhou", "【还没解决】*").waits(ofDays(9)).expectsNothing();
        }
        try (Simulation bot = bot(LADDER.replace("first_reply", "resolve: 24h, first_reply"))) {
            bot.group("一群").says("李雷", "怎么改桌号?").waits(ofMinutes(1)).says("xu", "设置里").says("李雷", "好的,谢谢")
                    .waits(ofDays(9)).expectsNothing();
        }
    }

    @Test
    void oneSummaryIsOfAllGroupsOfTheProfile() {
        try (Simulation bot = bot(LADDER.replace("first_reply",
                "report: { who: manager, at: \"每周一 10:00\" }, first_reply"))) {
            bot.group("一群").says("李雷", "怎么改桌号?").waits(ofMinutes(2)).says("xu", "设置里");
            bot.group("二群").says("韩梅梅", "会员折扣从哪天起算?").waits(ofMinutes(7)).expectsTold("zhou", "*").says("xu", "注册那天")
                    .waits(ofDays(5));
            List<Utterance> told = bot.utterances().stream().filter(Utterance::isTell)
                    .filter(each -> each.text().startsWith("【服务小结】")).toList();
            assertThat(told).singleElement().satisfies(each -> {
                assertThat(each.to()).containsExactly(new MemberId("lin"));
                assertThat(each.text()).contains("共 问题 2", "超时 1", "一群:问题 1,首答中位 2 分钟", "二群:问题 1");
            });
        }
    }

    @Test
    void noGroupRemembersMoreThanItCanFollow() {
        try (Simulation bot = bot(LADDER)) {
            ScriptedChat chat = bot.group("一群");
            for (int i = 0; i < 200; i++) {
                chat.says("客户" + i, "怎么改桌号?");
            }
            chat.waits(ofMinutes(6));
            assertThat(bot.utterances().stream().filter(Utterance::isTell)).hasSizeLessThanOrEqualTo(60);
        }
    }

    @Test
    void expertsAreToldInTheirOrderAndTheNextOneAfterWithin() {
        Map<String, String> rules = Map.of("rules/test.yaml", """
                profile: vip
                goal: 有人接
                value: [有人接]
                groups: [{ id: 一群, with: { staff: { 发票: [wang, li] } } }, { rest: true }]
                staff: { owner: zhou, 发票: [li, wang] }
                plugins:
                  reply:
                    rules:
                      - id: late
                        when: { any: [没收到] }
                        tell: { who: 发票, turn: true, text: "查 {{quote}}", within: 10m, else: owner }
                """);
        try (Simulation bot = Simulation.of(List.of(new ReplyPlugin(), new SlaPlugin()), rules)) {
            bot.group("一群").says("李雷", "发票没收到").expectsTold("wang", "查*").waits(ofMinutes(10))
                    .expectsTold("li", "查*").restarts().waits(ofMinutes(10)).expectsTold("zhou", "查*").waits(ofDays(1))
                    .expectsNothing();
        }
        try (Simulation bot = Simulation.of(List.of(new ReplyPlugin(), new SlaPlugin()), rules)) {
            bot.group("二群").says("李雷", "发票没收到").expectsTold("li", "查*").waits(ofMinutes(10))
                    .expectsTold("wang", "查*").says("wang", "我来").waits(ofDays(1)).expectsNothing();
        }
    }
}
