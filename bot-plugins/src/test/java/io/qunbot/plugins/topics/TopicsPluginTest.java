package io.qunbot.plugins.topics;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.MemberId;
import io.qunbot.pipeline.Note;
import io.qunbot.simulation.ScriptedChat;
import io.qunbot.simulation.Simulation;
import io.qunbot.simulation.Utterance;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every bot begins on Thursday, 2026-12-03, at nine in Shanghai. */
class TopicsPluginTest {

    private static final String FILE = "rules/test.yaml";

    private static Map<String, String> rules(String topics) {
        return Map.of(FILE, """
                profile: test
                goal: 每周一课
                value: [有课听]
                groups: [{ rest: true }]
                staff: { owner: zhou.min, 专家: [feng] }
                vars: { 合同到期日: "2026-12-20" }
                plugins:
                  topics:
                """ + topics.indent(4));
    }

    private static Simulation bot(String topics) {
        return Simulation.of(List.of(new TopicsPlugin()), rules(topics));
    }

    private static ScriptedChat met(Simulation bot) {
        return bot.group("一群").says("李雷", "大家好").expectsNothing();
    }

    @Test
    void aTopicHasStepsBeforeAndAfterWithOneContentForAllOfThem() {
        try (Simulation bot = bot("""
                - id: class
                  at: { every: 周五, time: "20:00" }
                  steps:
                    - { before: 1d, say: "明晚 8 点:{{title}}" }
                    - { say: "开课啦:{{title}}" }
                    - { after: 90m, tell: { who: owner, text: "整理 {{title}}" } }
                  each: [{ title: 报表 }, { title: 权限 }]
                """)) {
            met(bot).waits(ofHours(12)).expects("明晚 8 点:报表").restarts()
                    .waits(ofHours(23)).expects("开课啦:报表").waits(ofHours(2)).expectsTold("zhou.min", "整理 报表")
                    .waits(ofDays(6).minusHours(2)).expects("明晚 8 点:权限")
                    .waits(ofDays(1)).expects("开课啦:权限");
        }
    }

    @Test
    void usedUpContentsStopAndTheOwnerIsTold() {
        try (Simulation bot = bot(
                """
                        - { id: daily, at: { every: 每天, time: "10:00" }, steps: [{ say: "{{text}}" }], each: [{ text: 甲 }, { text: 乙 }] }
                        """)) {
            met(bot).waits(ofHours(2)).expects("甲").waits(ofDays(1)).expects("乙")
                    .expectsTold("zhou.min", "*daily*最后一条*").waits(ofDays(3)).expectsNothing();
        }
    }

    @Test
    void contentsThatAreAddedLaterGoOnWhereTheListEnded() {
        String topic = "- { id: daily, at: { every: 每天, time: \"10:00\" }, steps: [{ say: \"{{text}}\" }], each: [%s] }";
        try (Simulation bot = bot(topic.formatted("{ text: 甲 }"))) {
            ScriptedChat chat = met(bot).waits(ofHours(2)).expects("甲").waits(ofDays(1)).expectsNothing();

            bot.reload(rules(topic.formatted("{ text: 零 }, { text: 甲 }, { text: 乙 }")));

            chat.waits(ofDays(1)).expects("零").waits(ofDays(1)).expects("乙").waits(ofDays(2)).expectsNothing();
        }
    }

    @Test
    void aListThatRepeatsBeginsAgain() {
        try (Simulation bot = bot("""
                - id: daily
                  at: { every: 每天, time: "10:00" }
                  steps: [{ say: "{{text}}" }]
                  each: [{ text: 甲 }, { text: 乙 }]
                  end: { then: repeat, tell: owner }
                """)) {
            met(bot).waits(ofHours(2)).expects("甲").waits(ofDays(1)).expects("乙").waits(ofDays(1)).expects("甲");
        }
    }

    @Test
    void daysCountFromTheFirstCustomerUnlessTheyAreDone() {
        try (Simulation bot = bot(
                """
                        - { id: day1, at: { since: joined, day: 1, time: "14:30" }, steps: [{ say: 第 1 天 }] }
                        - { id: day2, at: { since: joined, day: 2, time: "14:30", unless: { tag: 已开一单 } }, steps: [{ say: 第 2 天 }] }
                        """)) {
            bot.group("一群").joins("zhou.min").waits(ofDays(2)).expectsNothing()
                    .joins("川味小馆").waits(ofHours(2)).joins("面馆").restarts()
                    .waits(ofDays(1).plusHours(4)).expects("第 1 天").waits(ofDays(1)).expects("第 2 天")
                    .waits(ofDays(5)).expectsNothing();
        }
    }

    @Test
    void aGroupHasDatesOfItsOwn() {
        try (Simulation bot = bot(
                """
                        - { id: renew, at: { date_of: 合同到期日, before: 10d, time: "10:00" }, steps: [{ tell: { who: owner, text: "{{group}} 要到期了" } }] }
                        """)) {
            met(bot).waits(ofDays(7).plusHours(2)).expectsTold("zhou.min", "*要到期了");
            bot.group("二群").says("zhou.min", "!日期 合同到期日 2026-12-23").expectsNothing()
                    .waits(ofDays(3)).expectsTold("zhou.min", "*要到期了");
        }
    }

    @Test
    void aSilentGroupGetsSomethingToTalkAboutAtAHourThatSuits() {
        try (Simulation bot = bot(
                """
                        - { id: idle, at: { idle: 20h, between: ["14:00-16:30"] }, steps: [{ say: "{{text}}" }], each: [{ text: 聊聊 }, { text: 再聊聊 }] }
                        """)) {
            met(bot).waits(ofHours(24)).expectsNothing().waits(ofHours(6)).expects("聊聊")
                    .waits(ofDays(4)).expectsNothing()
                    .says("李雷", "在呢").waits(ofHours(30)).expects("再聊聊");
        }
    }

    @Test
    void aSilentGroupIsNotAskedAgainAndAgain() {
        try (Simulation bot = bot("""
                - { id: idle, limit: 1/7d, at: { idle: 10h }, steps: [{ say: [聊聊, 再聊聊] }] }
                """)) {
            met(bot).waits(ofHours(12)).expects("聊聊").says("李雷", "在呢").waits(ofDays(6)).expectsNothing()
                    .says("李雷", "还在").waits(ofDays(1)).expectsNothing().says("李雷", "又来").waits(ofDays(2))
                    .expects("再聊聊");
        }
    }

    @Test
    void oneKindDoesNotDrownTheOthers() {
        try (Simulation bot = bot("""
                mix: { 推广: 50% }
                list:
                  - { id: ad, kind: 广告, at: { every: 每天, time: "10:00" }, steps: [{ say: 促销 }] }
                  - { id: tip, kind: 干货, at: { every: 3d, from: "2026-12-03", time: "11:00" }, steps: [{ say: 方法 }] }
                """)) {
            met(bot).waits(ofHours(2).minusMinutes(1)).expectsNothing().waits(ofMinutes(2)).expects("方法")
                    .waits(ofDays(1)).expects("促销").waits(ofDays(1)).expectsNothing()
                    .waits(ofDays(1)).expects("方法").waits(ofDays(1)).expects("促销");
        }
    }

    @Test
    void answersAreCollectedAndSummedUp() {
        try (Simulation bot = bot("""
                - id: share
                  at: { every: 每天, time: "10:00" }
                  steps:
                    - say: 今天有什么收获?
                      ask: { for: 2h, like: { regex: '收获' }, close: "{{count}} 位分享了:{{names}}。{{top}}" }
                """)) {
            met(bot).waits(ofHours(1)).expects("今天有什么收获?").says("李雷", "我的收获是早睡").says("李雷", "另一个收获")
                    .says("韩梅梅", "随便聊聊今天的天气").says("zhou.min", "同事的收获不算").restarts()
                    .says("小明", "收获很大").waits(ofHours(2)).expects("2 位分享了:李雷、小明。*")
                    .waits(ofHours(22)).expects("今天有什么收获?").says("李雷", "收获:早起").waits(ofHours(2))
                    .expects("1 位分享了:李雷。李雷 连续 2 次");
        }
    }

    @Test
    void groupsAreSpreadOverTheWindow() {
        try (Simulation bot = bot("""
                - { id: noon, at: { every: 每天, time: "12:00", window: 30m }, steps: [{ say: 午安 }] }
                """)) {
            for (int i = 0; i < 20; i++) {
                bot.group("群" + i).says("李雷", "在");
            }
            bot.group("群0").waits(ofHours(4));

            List<Utterance> said = bot.utterances().stream().filter(Utterance::isSaid).toList();
            assertThat(said).hasSize(20);
            assertThat(said.stream().map(Utterance::at).distinct()).hasSizeGreaterThan(10);
        }
    }

    @Test
    void aStepThatAColleagueConfirmsIsADraftForThem() {
        try (Simulation bot = bot("""
                - { id: talk, at: { every: 每天, time: "10:00" }, host: 专家, steps: [{ say: "{{host}} 来了", by: 专家 }] }
                """)) {
            met(bot).waits(ofHours(2)).expectsNothing();

            assertThat(bot.utterances()).filteredOn(each -> each.kind().equals("draft")).singleElement()
                    .extracting(Utterance::to, Utterance::text)
                    .containsExactly(List.of(new MemberId("feng")), "feng 来了");
        }
    }

    @Test
    void holidaysAreSkippedAndMadeUpForOnWorkingWeekends() {
        Map<String, String> files = new TreeMap<>(rules("""
                - { id: class, at: { every: 每天, time: "10:00", skip: holidays }, steps: [{ say: 上课 }] }
                - { id: work, at: { every: 每天, time: "11:00", only: workdays }, steps: [{ say: 上班 }] }
                """));
        files.put("config/holidays/2026.yaml", """
                year: 2026
                holidays: [{ name: 校庆, from: "2026-12-04" }]
                workdays: ["2026-12-05"]
                """);
        try (Simulation bot = Simulation.of(List.of(new TopicsPlugin()), files)) {
            met(bot).waits(ofHours(5)).expects("上课").expects("上班").waits(ofDays(1)).expectsNothing()
                    .waits(ofDays(1)).expects("上课").expects("上班").waits(ofDays(1)).expects("上课").expectsNothing();
            assertThat(bot.trace().stream().map(Note::why)).contains("不说:校庆");
        }
    }

    @Test
    void whenTheGroupIsCreatedCounts() {
        try (Simulation bot = bot("""
                - { id: week, at: { since: created, day: 7, time: "10:00" }, steps: [{ say: 满一周啦 }] }
                """)) {
            ScriptedChat chat = bot.group("一群");
            chat.happens(new Event.Changed(new EventId("simulation", "made"), bot.now(),
                    new Chat(new ChatId("一群"), ChatKind.INTERNAL, "simulation"), Event.Change.CREATED));

            chat.waits(ofDays(6)).expectsNothing().waits(ofDays(2)).expects("满一周啦");
        }
    }
}
