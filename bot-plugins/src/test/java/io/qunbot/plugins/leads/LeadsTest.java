package io.qunbot.plugins.leads;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.bot.Leads;
import io.qunbot.bot.report.Part;
import io.qunbot.bot.report.Report;
import io.qunbot.bot.report.Reporter;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.Person;
import io.qunbot.plugins.lifecycle.LifecyclePlugin;
import io.qunbot.plugins.optout.OptoutPlugin;
import io.qunbot.plugins.reply.ReplyPlugin;
import io.qunbot.simulation.ScriptedChat;
import io.qunbot.simulation.Simulation;
import io.qunbot.simulation.VirtualBot;
import io.qunbot.yaml.Words;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every bot begins on Thursday, 2026-12-03, at nine in Shanghai. */
class LeadsTest {

    private static final String LEADS = """
              optout: { is: [退订], back: [恢复] }
              lifecycle:
                stages: [新加, 有意向, 市场认可, 已成交, 新手期]
                move:
                  - { to: 有意向, when: { tag: 问过费用 } }
                  - { to: 已成交, when: { deal: won } }
                  - { to: 新手期, when: { stage: 已成交 }, tell: { who: manager, text: "{{name}} 请建服务群" } }
              leads:
                score: { 问过费用: 20, 已自我介绍: 5 }
                qualified: { score: 50, evidence: 3 }
                hand: { who: 顾问, within: 1d, return: [时机未到, 不是目标客户] }
                decay: { after: 30d, by: 10 }
              reply:
                rules:
                  - { id: price, when: { any: [多少钱] }, tag: 问过费用 }
                  - { id: intro, when: { any: [我是] }, tag: 已自我介绍 }
                  - { id: demo, when: { any: [能不能试用] }, score: 30, stage: 市场认可 }
                  - { id: shops, when: { any: [第二家店] }, score: 15 }
            """;

    private static String profile(String id, String groups) {
        return """
                profile: %s
                goal: 认识客户
                value: [放心]
                groups: [%s]
                staff: { owner: zhou, 顾问: [chen.yu, luo.qi], manager: lin }
                plugins:
                """.formatted(id, groups) + LEADS;
    }

    private static Map<String, String> rules(String nurture, String conversion) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("rules/nurture.yaml", profile("nurture", nurture));
        files.put("rules/conversion.yaml", profile("conversion", conversion));
        return files;
    }

    private static Simulation bot() {
        return Simulation.of(List.of(new ReplyPlugin(), new LeadsPlugin(), new LifecyclePlugin(), new OptoutPlugin()),
                rules("{ rest: true }", "{ id: 试用群 }"));
    }

    private static ScriptedChat alone(Simulation bot, String colleague) {
        return bot.chat("sim:" + colleague, ChatKind.DIRECT);
    }

    private static Person person(Simulation bot, String name) {
        return bot.person(new MemberId(name));
    }

    @Test
    void aLeadIsHandedOverReturnedDecaysAndIsHandedOverAgain() {
        try (Simulation bot = bot()) {
            bot.group("一群").says("李雷", "我是李雷").says("李雷", "系统多少钱").waits(ofDays(8));
            ScriptedChat two = bot.group("二群").says("李雷", "再问问多少钱").restarts().waits(ofDays(7));
            assertThat(person(bot, "李雷").points()).isEqualTo(25);
            assertThat(person(bot, "李雷").stage()).contains("有意向");

            two.says("李雷", "能不能试用").redelivers();
            two.expectsTold("chen.yu", """
                    线索:李雷,55 分。阶段:市场认可。
                    群:一群、二群
                    标签:已自我介绍、问过费用
                    依据:
                    · +5 已自我介绍:“我是李雷”(一群 12-03 09:00)
                    · +20 问过费用:“系统多少钱”(一群 12-03 09:00)
                    · +30 reply/demo:“能不能试用”(二群 12-18 09:00)
                    建议开场:李雷 您好,之前在群里看到您说“能不能试用”,方便时想多了解一下您的情况,看看能帮上什么。
                    请在 12-19 09:00 前答复:跟进请回“接了”,不合适请回“退回 原因”,原因写:时机未到、不是目标客户。""");
            alone(bot, "chen.yu").says("chen.yu", "退回 没空").expectsNothing();
            two.expectsTold("chen.yu", "退回要写一个原因:时机未到、不是目标客户。*").restarts();
            alone(bot, "chen.yu").says("chen.yu", "退回 时机未到").expectsNothing();
            two.expectsTold("chen.yu", "记下了:李雷 退回(时机未到)。*").says("李雷", "多少钱").waits(ofDays(31));
            assertThat(person(bot, "李雷").points()).isEqualTo(45);

            two.says("李雷", "要开第二家店").expectsTold("luo.qi", "线索:李雷,60 分。*");
        }
    }

    @Test
    void theWeeklyReportOfTheProfileTellsWhatBecameOfThem() {
        try (Simulation bot = bot()) {
            qualified(bot);
            alone(bot, "chen.yu").says("chen.yu", "退回 时机未到").expectsNothing();

            Report report = bot.report(new Reporter.Wish("nurture", "", "", ""));

            Part leads = report.parts().stream().filter(part -> part.id().equals("leads")).findFirst().orElseThrow();
            assertThat(leads.facts()).extracting(fact -> fact.name().zh() + " " + fact.value().zh())
                    .containsExactly("交出去 1", "跟进了 0", "退回 1", "成交 0");
            assertThat(leads.tables()).extracting(table -> table.title().zh()).contains("为什么退回");
        }
    }

    @Test
    void silenceGoesToTheNextColleagueAndThenToTheManager() {
        try (Simulation bot = bot()) {
            ScriptedChat group = qualified(bot);
            group.expectsTold("chen.yu", "线索:李雷*").waits(ofHours(23)).restarts().waits(ofHours(2))
                    .expectsTold("luo.qi", "线索:李雷*");
            alone(bot, "chen.yu").says("chen.yu", "接了").expects("没有找到*");
            group.waits(ofHours(25)).expectsTold("lin", "线索:李雷*").waits(ofDays(9));
            assertThat(bot.utterances()).hasSize(4);
        }
    }

    @Test
    void whoeverHasItIsNotAskedAgainAndTheDealEndsIt() {
        try (Simulation bot = bot()) {
            ScriptedChat group = qualified(bot).expectsTold("chen.yu", "线索:李雷*");
            alone(bot, "chen.yu").says("chen.yu", "接了");
            group.expectsTold("chen.yu", "记下了:李雷 由您跟进*").says("李雷", "要开第二家店").waits(ofDays(3));
            assertThat(bot.utterances()).hasSize(2);
        }
    }

    /** A button of the card that has this number. */
    private static Event presses(Simulation bot, String colleague, long card, String key) {
        Chat chat = new Chat(new ChatId("sim:" + colleague), ChatKind.DIRECT, VirtualBot.CHANNEL);
        return new Event.Clicked(new EventId(VirtualBot.CHANNEL, colleague + bot.now() + key), bot.now(), chat,
                new MemberId(colleague), key, card + "-1f", Map.of());
    }

    @Test
    void aPressedButtonAcceptsOnce() {
        try (Simulation bot = bot()) {
            ScriptedChat group = qualified(bot).expectsTold("chen.yu", "线索:李雷*");
            alone(bot, "luo.qi").happens(presses(bot, "luo.qi", 1, "taken")).expects("没有找到要处理的这一条*");
            ScriptedChat chen = alone(bot, "chen.yu").happens(presses(bot, "chen.yu", 1, "taken")).expects("收到:接了");
            group.expectsTold("chen.yu", "记下了:李雷 由您跟进*").waits(ofMinutes(1));
            chen.happens(presses(bot, "chen.yu", 1, "returned:时机未到")).expects("已经答复过:接了");
            group.waits(ofHours(30));
            assertThat(bot.leads().figures("nurture", Instant.EPOCH).all())
                    .isEqualTo(new Leads.Share("", 1, 1, 0, 0, 0));
            assertThat(bot.leads().sheet("", false, Instant.EPOCH).items()).extracting(Leads.Item::state)
                    .containsExactly("accepted");
        }
    }

    @Test
    void aPressedButtonReturnsWithItsReason() {
        try (Simulation bot = bot()) {
            ScriptedChat group = qualified(bot).expectsTold("chen.yu", "线索:李雷*");
            ScriptedChat chen = alone(bot, "chen.yu").happens(presses(bot, "chen.yu", 1, "returned:没空"))
                    .expects("收到:退回(没空)");
            group.expectsTold("chen.yu", "退回要写一个原因:时机未到、不是目标客户。*");
            chen.happens(presses(bot, "chen.yu", 1, "returned:不是目标客户")).expects("收到:退回(不是目标客户)");
            group.expectsTold("chen.yu", "记下了:李雷 退回(不是目标客户)。*");
            assertThat(bot.leads().figures("nurture", Instant.EPOCH).reasons())
                    .containsExactly(Map.entry("不是目标客户", 1L));
        }
    }

    @Test
    void whoeverPressesTooLateHearsWhoHasIt() {
        try (Simulation bot = bot()) {
            ScriptedChat group = qualified(bot).expectsTold("chen.yu", "线索:李雷*").waits(ofHours(25));
            group.expectsTold("luo.qi", "线索:李雷*");
            alone(bot, "chen.yu").happens(presses(bot, "chen.yu", 1, "taken")).expects("已经过了答复时间");
            group.expectsTold("chen.yu", "李雷 这条线索已经过了答复时间,不在您手上了,轮到 luo.qi。");
            assertThat(bot.leads().figures("nurture", Instant.EPOCH).all().accepted()).isZero();
        }
    }

    @Test
    void whatNobodyAnsweredMayStillBeTaken() {
        try (Simulation bot = bot()) {
            ScriptedChat group = qualified(bot).waits(ofHours(25)).waits(ofHours(25)).waits(ofHours(25));
            group.expectsTold("chen.yu", "*").expectsTold("luo.qi", "*").expectsTold("lin", "线索:李雷*");
            alone(bot, "lin").happens(presses(bot, "lin", 3, "taken")).expects("已经过了答复时间");
            group.expectsTold("lin", "记下了:李雷 由您跟进*");
        }
    }

    @Test
    void rulesWhoseLeadsComeBackAreNamed() {
        try (Simulation bot = bot()) {
            for (String member : List.of("李雷", "韩梅梅", "吉姆")) {
                qualified(bot, member);
                alone(bot, "chen.yu").says("chen.yu", "退回 时机未到");
                alone(bot, "luo.qi").says("luo.qi", "退回 时机未到");
            }
            Part leads = bot.report(new Reporter.Wish("nurture", "", "", "")).parts().stream()
                    .filter(part -> part.id().equals("leads")).findFirst().orElseThrow();
            assertThat(leads.warnings()).extracting(Words::zh).contains("靠 reply/demo 交出去的线索 100% 被退回");
            assertThat(leads.tables().getFirst().rows())
                    .contains(List.of("reply/demo", "3", "0", "3", "100%", "0"));
        }
    }

    @Test
    void aColleagueMovesACustomerByHand() {
        try (Simulation bot = bot()) {
            bot.group("一群").says("李雷", "我是李雷").says("李雷", "系统多少钱").says("chen.yu", "!stage 李雷 市场认可")
                    .expectsNothing().expectsTold("chen.yu", "记下了:李雷 → 市场认可");
            assertThat(person(bot, "李雷").stage()).contains("市场认可");
            alone(bot, "chen.yu").says("chen.yu", "!阶段 李雷 新加").expects("记下了:李雷 → 新加").says("chen.yu", "!stage 李雷")
                    .expects("这样写:!stage 客户名 阶段").says("chen.yu", "!deal 没有的人").expects("不认识“没有的人”。*");
            assertThat(person(bot, "李雷").stage()).contains("新加");
        }
    }

    @Test
    void aDealThatWasLostEndsItUntilSomethingNewSpeaksForThem() {
        try (Simulation bot = bot()) {
            ScriptedChat group = qualified(bot).expectsTold("chen.yu", "线索:李雷*");
            alone(bot, "chen.yu").says("chen.yu", "接了").says("chen.yu", "!deal 李雷 lost 太贵").expects("记下了:李雷 没成(太贵)");
            group.expectsTold("chen.yu", "记下了:*").waits(ofDays(1)).says("李雷", "要开第二家店").expectsTold("luo.qi",
                    "线索:李雷,70 分*");
            assertThat(bot.leads().figures("nurture", Instant.EPOCH).all().lost()).isEqualTo(1);
        }
    }

    @Test
    void leadsTakeTurns() {
        try (Simulation bot = bot()) {
            qualified(bot, "李雷").expectsTold("chen.yu", "线索:李雷*");
            ScriptedChat group = bot.group("二群").says("韩梅梅", "我是韩").says("韩梅梅", "多少钱").says("韩梅梅", "能不能试用");
            group.expectsTold("luo.qi", "线索:韩梅梅*");
        }
    }

    @Test
    void whoWantsToBeLeftAloneIsNotHandedOver() {
        try (Simulation bot = bot()) {
            ScriptedChat group = bot.group("一群").says("李雷", "退订");
            qualified(bot);
            assertThat(bot.utterances()).isEmpty();
            group.says("李雷", "恢复").waits(ofMinutes(1)).expectsTold("chen.yu", "线索:李雷*");
        }
    }

    @Test
    void aGroupThatMovesToOtherRulesKeepsItsLeads() {
        try (Simulation bot = bot()) {
            ScriptedChat group = bot.group("一群").says("李雷", "我是李雷").says("李雷", "多少钱");
            bot.reload(rules("{ id: 别的群 }", "{ rest: true }"));
            group.says("李雷", "能不能试用").expectsTold("chen.yu", "线索:李雷,55 分*");
            bot.reload(rules("{ rest: true }", "{ id: 别的群 }"));
            group.waits(ofHours(25)).expectsTold("luo.qi", "线索:李雷*");
            alone(bot, "luo.qi").says("luo.qi", "接了");
            group.expectsTold("luo.qi", "记下了:李雷 由您跟进*");
        }
    }

    @Test
    void whatBecameOfThemIsCountedByEvidenceAndColleague() {
        try (Simulation bot = bot()) {
            ScriptedChat group = qualified(bot);
            assertThat(bot.leads().sheet("nurture", true, Instant.EPOCH).items()).singleElement()
                    .satisfies(item -> {
                        assertThat(item.who()).containsExactly("chen.yu");
                        assertThat(item.stage()).isEqualTo("市场认可");
                        assertThat(item.evidence()).extracting(Leads.Proof::what).containsExactly("已自我介绍", "问过费用",
                                "reply/demo");
                    });
            alone(bot, "chen.yu").says("chen.yu", "退回 时机未到");
            group.waits(ofMinutes(5)).says("李雷", "要开第二家店");
            alone(bot, "luo.qi").says("luo.qi", "接了").says("luo.qi", "!deal 李雷 won 3600").expects("记下了:李雷 成交 3600");

            Leads.Figures figures = bot.leads().figures("nurture", Instant.EPOCH);
            assertThat(figures.all()).isEqualTo(new Leads.Share("", 2, 1, 1, 1, 0));
            assertThat(figures.rules()).contains(new Leads.Share("reply/demo", 2, 1, 1, 1, 0),
                    new Leads.Share("reply/shops", 1, 1, 0, 1, 0));
            assertThat(figures.rules().getLast().returnRate()).isZero();
            assertThat(figures.colleagues()).contains(new Leads.Colleague("chen.yu", "chen.yu", 1, 0, 1, 0, 0),
                    new Leads.Colleague("luo.qi", "luo.qi", 1, 1, 0, 0, 1));
            assertThat(figures.reasons()).containsEntry("时机未到", 1L);
            assertThat(bot.leads().sheet("", false, Instant.EPOCH).items()).extracting(Leads.Item::state)
                    .containsExactly("won");
        }
    }

    private static ScriptedChat qualified(Simulation bot) {
        return qualified(bot, "李雷");
    }

    private static ScriptedChat qualified(Simulation bot, String member) {
        return bot.group("一群").says(member, "我是" + member).says(member, "多少钱").says(member, "能不能试用");
    }
}
