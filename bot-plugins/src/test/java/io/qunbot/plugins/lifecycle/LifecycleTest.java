package io.qunbot.plugins.lifecycle;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.ChatKind;
import io.qunbot.chat.MemberId;
import io.qunbot.plugins.leads.LeadsPlugin;
import io.qunbot.plugins.reply.ReplyPlugin;
import io.qunbot.simulation.ScriptedChat;
import io.qunbot.simulation.Simulation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every bot begins on Thursday, 2026-12-03, at nine in Shanghai. */
class LifecycleTest {

    private static Simulation bot(String back) {
        return Simulation.of(List.of(new ReplyPlugin(), new LifecyclePlugin(), new LeadsPlugin()),
                Map.of("rules/test.yaml",
                        """
                                profile: test
                                goal: 认识客户
                                value: [放心]
                                groups: [{ rest: true }]
                                staff: { owner: zhou, manager: lin }
                                plugins:
                                  lifecycle:
                                    stages: [新加, 有互动, 有意向, 市场认可, 老朋友]
                                    back: %s
                                    move:
                                      - { to: 新加, when: { joined: true } }
                                      - { to: 有互动, when: { tag: 打过招呼, stage: 新加 } }
                                      - { to: 老朋友, when: { stage: 有互动, tag: 打过招呼, after: 90d } }
                                      - { to: 市场认可, when: { points: 60 }, invite: { to: test, way: 试用-12月, who: manager } }
                                      - { to: 有意向, when: { points: 30 }, tell: { who: manager, text: "{{name}} 有意向:{{quote}}" } }
                                  leads: { qualified: { score: 90 }, hand: { who: owner } }
                                  reply:
                                    rules:
                                      - { id: hello, when: { is: 大家好 }, tag: 打过招呼 }
                                      - { id: price, when: { any: [多少钱] }, score: 30 }
                                      - { id: demo, when: { any: [试用] }, score: 30 }
                                      - { id: cold, when: { any: [再说吧] }, stage: 有互动 }
                                """
                                .formatted(back)));
    }

    private static Optional<String> stage(Simulation bot) {
        return bot.person(new MemberId("李雷")).stage();
    }

    @Test
    void movesByJoiningTagsAndPoints() {
        try (Simulation bot = bot("ask")) {
            ScriptedChat group = bot.group("一群").joins("李雷");
            assertThat(stage(bot)).contains("新加");
            group.says("李雷", "大家好");
            assertThat(stage(bot)).contains("有互动");
            bot.group("二群").joins("李雷");
            assertThat(stage(bot)).contains("有互动");
            group.restarts().says("韩梅梅", "大家好").says("李雷", "多少钱").redelivers()
                    .expectsTold("lin", "李雷 有意向:多少钱");
            assertThat(stage(bot)).contains("有意向");
        }
    }

    @Test
    void somebodyMovesOnWhoHasStayedLongEnoughAndDoneWhatItTakes() {
        try (Simulation bot = bot("ask")) {
            ScriptedChat group = bot.group("一群").joins("李雷").joins("韩梅梅").says("李雷", "大家好").waits(ofDays(30));
            assertThat(stage(bot)).contains("有互动");
            group.restarts().waits(ofDays(60));
            assertThat(stage(bot)).contains("老朋友");
            assertThat(bot.person(new MemberId("韩梅梅")).stage()).contains("新加");
            group.says("韩梅梅", "大家好").waits(ofDays(89));
            assertThat(bot.person(new MemberId("韩梅梅")).stage()).contains("有互动");
            group.waits(ofDays(2));
            assertThat(bot.person(new MemberId("韩梅梅")).stage()).contains("老朋友");
        }
    }

    @Test
    void goingBackIsForTheColleagueInChargeToDecide() {
        try (Simulation bot = bot("ask")) {
            ScriptedChat group = bot.group("一群").says("李雷", "多少钱").expectsTold("lin", "*").says("李雷", "再说吧")
                    .expectsTold("zhou", "李雷 要从“有意向”退回到“有互动”(reply/cold,因为说了“再说吧”)。同意请回“接了”,不同意请回“退回”。")
                    .says("李雷", "再说吧").restarts();
            assertThat(stage(bot)).contains("有意向");
            bot.chat("sim:zhou", ChatKind.DIRECT).says("zhou", "退回");
            group.expectsTold("zhou", "好的,李雷 还在“有意向”。").waits(ofMinutes(5)).says("李雷", "那再说吧").expectsTold("zhou", "*");
            bot.chat("sim:zhou", ChatKind.DIRECT).says("zhou", "接了");
            group.expectsTold("zhou", "好的,李雷 现在在“有互动”。").waits(ofHours(1));
            assertThat(stage(bot)).contains("有互动");
        }
    }

    @Test
    void somebodyIsInvitedByAColleague() {
        try (Simulation bot = bot("ask")) {
            bot.group("一群").says("李雷", "多少钱").expectsTold("lin", "李雷 有意向:多少钱").says("李雷", "能试用吗")
                    .expectsTold("lin",
                            "请邀请 李雷 进 test 的群。还没有入群码“试用-12月”,请先建一个:./qunbot join-way add test --state 试用-12月;*");
            assertThat(stage(bot)).contains("市场认可");
        }
    }

    @Test
    void goingBackMayBeFreeOrNeverHappen() {
        try (Simulation free = bot("free"); Simulation never = bot("never")) {
            free.group("一群").says("李雷", "多少钱").says("李雷", "再说吧");
            never.group("一群").says("李雷", "多少钱").says("李雷", "再说吧");
            assertThat(stage(free)).contains("有互动");
            assertThat(stage(never)).contains("有意向");
        }
    }

    @Test
    void whyADealCameToNothingIsCountedByTheReasonsOfTheOperator() {
        try (Simulation bot = Simulation.of(List.of(new LifecyclePlugin()), Map.of("rules/test.yaml",
                """
                        profile: test
                        goal: 认识客户
                        value: [放心]
                        groups: [{ rest: true }]
                        staff: { owner: zhou, manager: lin }
                        plugins:
                          lifecycle:
                            stages: [新加, 已成交, 未成交]
                            move: [{ to: 新加, when: { joined: true } }, { to: 未成交, when: { deal: lost }, tell: { who: manager, text: "{{name}} 没成" } }]
                            lost: { reasons: [价格, 功能, 功能不合] }
                        """))) {
            ScriptedChat group = bot.group("一群").joins("李雷", "韩梅梅");
            group.says("zhou", "!deal 李雷 lost 价格太高").expectsTold("zhou", "记下了*").expectsTold("lin", "李雷 没成")
                    .says("zhou", "!deal 韩梅梅 lost 功能不合适").expectsTold("zhou", "记下了*").expectsTold("lin", "韩梅梅 没成")
                    .says("zhou", "!deal 李雷 lost 搬家").expectsTold("zhou", "记下了*")
                    .expectsTold("zhou", "李雷 没成的原因记成“其他”了。下次可以写:价格、功能、功能不合");
            assertThat(bot.leads().figures("test", Instant.EPOCH).lost()).containsOnly(Map.entry("价格", 1L),
                    Map.entry("功能不合", 1L), Map.entry("其他", 1L));
            assertThat(stage(bot)).contains("未成交");
        }
    }
}
