package io.qunbot.plugins.welcome;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.ChatKind;
import io.qunbot.plugins.optout.OptoutPlugin;
import io.qunbot.simulation.ScriptedChat;
import io.qunbot.simulation.Simulation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every bot begins on Thursday, 2026-12-03, at nine in Shanghai. */
class RitualTest {

    private static final String INTRODUCE = """
            merge: 10m
            say: "欢迎 {{names}}!"
            ritual:
              introduce:
                like: { regex: '我是.{2,40}(店|餐|锅)' }
                within: 24h
                remind: "还没打招呼的老板,说一句您在哪儿。"
                remind_as: once
                thanks: "谢谢 {{names}}!"
                echo: "同城的 +1"
                tag: 已自我介绍
                daily: { time: "20:30", say: "今天认识了 {{names}},共 {{count}} 位" }
            """;

    private static Map<String, String> rules(String welcome, String more) {
        return Map.of("rules/test.yaml", """
                profile: test
                goal: 认识新人
                value: [有人认识]
                groups: [{ rest: true }]
                staff: { owner: zhou.min, 顾问: [chen.yu] }
                """ + more + """
                plugins:
                  optout: { is: [退订] }
                  welcome:
                """ + welcome.indent(4));
    }

    private static Simulation bot(String welcome, String more) {
        return Simulation.of(List.of(new WelcomePlugin(), new OptoutPlugin()), rules(welcome, more));
    }

    private static Simulation bot(String welcome) {
        return bot(welcome, "");
    }

    @Test
    void whoIntroducesThemselvesIsThankedAndTaggedAndTheSilentAreRemindedOnceTogether() {
        try (Simulation bot = bot(INTRODUCE)) {
            ScriptedChat chat = bot.group("交流群").joins("老陈", "周姐").waits(ofMinutes(10)).expects("欢迎 老陈、周姐!")
                    .joins("小吴").waits(ofMinutes(10)).expects("欢迎 小吴!").restarts()
                    .says("老陈", "我是来打酱油的").expectsNothing()
                    .says("老陈", "我是成都老陈火锅店的,最近想解决翻台").expects("谢谢 老陈!\n同城的 +1").redelivers()
                    .says("老陈", "我是成都老陈火锅店的").expectsNothing();
            assertThat(bot.tagsOf("老陈")).contains("已自我介绍");
            chat.waits(ofHours(12)).expects("今天认识了 老陈,共 1 位")
                    .waits(ofHours(11).plusMinutes(40)).expects("还没打招呼的老板,说一句您在哪儿。")
                    .waits(ofDays(1)).expects("还没打招呼的老板,说一句您在哪儿。")
                    .waits(ofDays(20)).expectsNothing()
                    .says("周姐", "我是城南的周记面店").expects("谢谢 周姐!\n同城的 +1");
        }
    }

    @Test
    void whereNewcomersAreLostIsCounted() {
        try (Simulation bot = bot(INTRODUCE)) {
            assertThat(bot.steps("test")).isEmpty();
            bot.group("交流群").joins("甲", "乙", "丙", "丁", "zhou.min").waits(ofMinutes(1)).leaves("丁").waits(ofMinutes(9))
                    .expects("欢迎 *").says("甲", "我是甲记火锅店老板").redelivers().waits(ofHours(25)).says("乙", "我是乙记火锅店老板");
            assertThat(bot.steps("test").stream().map(step -> step.name() + " " + step.members())).containsExactly(
                    "joined 4", "welcomed 3", "introduced 1", "reminded 2", "introduced.after 1");
        }
    }

    @Test
    void thoseWhoFollowSoonShareOneLineOfThanks() {
        try (Simulation bot = bot(INTRODUCE)) {
            bot.group("交流群").joins("甲", "乙", "丙").waits(ofMinutes(10)).expects("欢迎 *")
                    .says("甲", "我是甲记火锅店老板").expects("谢谢 甲!\n同城的 +1")
                    .waits(ofSeconds(10)).says("乙", "我是乙记火锅店老板").expectsNothing()
                    .waits(ofSeconds(10)).says("丙", "我是丙记火锅店老板").expectsNothing().restarts()
                    .waits(ofSeconds(40)).expects("谢谢 乙、丙!").expectsNothing();
        }
    }

    @Test
    void aChainIntroducesAllWhomItLists() {
        try (Simulation bot = bot(INTRODUCE)) {
            bot.group("交流群").joins("老陈", "周姐", "小吴").waits(ofMinutes(10)).expects("欢迎 *")
                    .says("周姐", "#接龙 新人介绍\n1. 老陈 我是成都火锅店的\n2. 周姐 我是城南面店的\n3. 小吴")
                    .expects("谢谢 老陈、周姐!\n同城的 +1")
                    .says("小吴", "#接龙 新人介绍\n1. 老陈 我是成都火锅店的\n2. 周姐 我是城南面店的\n3. 小吴 我是小吴烧烤店的")
                    .expectsNothing().waits(ofMinutes(1)).expects("谢谢 小吴!");
        }
    }

    @Test
    void theLastLineOfAChainIsItsSendersUnderWhateverName() {
        try (Simulation bot = bot(INTRODUCE)) {
            bot.group("交流群").joins("老陈", "周姐").waits(ofMinutes(10)).expects("欢迎 *")
                    .says("周姐", "#接龙 新人介绍\n1. 老陈\n2. 城南-周记-周姐 我是城南面店的").expects("谢谢 周姐!\n同城的 +1")
                    .says("老陈", "#接龙 新人介绍\n1. 老陈\n2. 城南-周记-周姐 我是城南面店的").expectsNothing();
        }
    }

    @Test
    void withoutAPatternTheFirstLongerMessageOfANewcomerCountsAndAQuestionDoesNot() {
        try (Simulation bot = bot("""
                merge: 0s
                say: 欢迎
                ritual: { introduce: { thanks: "谢谢 {{name}}" } }
                """)) {
            bot.group("交流群").joins("老陈").expects("欢迎").says("老陈", "大家好")
                    .says("老陈", "请问这个系统的发票一般多久能开出来?").expectsNothing()
                    .says("老陈", "我在成都开了一家小面馆,有八张桌子").expects("谢谢 老陈")
                    .says("路人", "我在成都也开了一家小面馆,有十张桌子").expectsNothing();
        }
    }

    @Test
    void customersAreThankedTogether() {
        try (Simulation bot = bot(INTRODUCE)) {
            bot.chat("客户群", ChatKind.CUSTOMER).joins("老陈", "周姐").waits(ofMinutes(11))
                    .says("老陈", "我是成都火锅店的").waits(ofHours(1)).says("周姐", "我是城南面店的")
                    .waits(ofMinutes(50));
            assertThat(bot.utterances()).noneMatch(words -> words.text().startsWith("谢谢"));
            bot.chat("客户群", ChatKind.CUSTOMER).waits(ofMinutes(15));
            assertThat(
                    bot.utterances().stream().filter(words -> words.text().startsWith("谢谢")).map(words -> words.text()))
                    .containsExactly("谢谢 老陈、周姐!\n同城的 +1");
        }
    }

    @Test
    void followsUpUntilTheMemberSpeaksBuysOrOptsOut() {
        String follow = """
                merge: 0s
                say: 欢迎
                follow:
                  time: "14:30"
                  unless: [已成交]
                  days:
                    - { day: 1, say: "{{names}},资料看了吗" }
                    - { day: 3, say: "三天了,{{count}} 位还没说话" }
                    - { day: 7, tell: { who: 顾问, text: "{{names}} 一周没说话" } }
                """;
        try (Simulation bot = bot(follow)) {
            bot.group("交流群").joins("甲", "乙", "丙").expects("欢迎").waits(ofDays(1)).expectsNothing()
                    .waits(ofHours(6)).expects("甲、乙、丙,资料看了吗").restarts()
                    .says("甲", "看了").says("乙", "退订").waits(ofDays(1)).expectsNothing()
                    .joins("丁").expects("欢迎").waits(ofDays(1)).expects("丁,资料看了吗\n三天了,1 位还没说话")
                    .waits(ofDays(5)).expects("三天了,1 位还没说话").expectsTold("chen.yu", "丙 一周没说话")
                    .waits(ofDays(30)).expectsTold("chen.yu", "丁 一周没说话").expectsNothing();
        }
    }

    @Test
    void aListOfDaysIsEnough() {
        try (Simulation bot = bot("follow: [{ day: 1, say: 第一天 }]")) {
            bot.group("交流群").joins("甲").waits(ofDays(2)).expects("第一天").waits(ofDays(2)).expectsNothing();
        }
    }

    @Test
    void whoComesBackIsNoNewcomer() {
        try (Simulation bot = bot("{ merge: 1m, say: [\"欢迎 {{names}}!您是第 {{numbers}} 位\"] }")) {
            bot.group("交流群").joins("甲", "乙").waits(ofMinutes(1)).expects("欢迎 甲、乙!您是第 1、2 位")
                    .leaves("甲").waits(ofDays(1)).restarts().joins("甲", "丙").waits(ofMinutes(1))
                    .expects("欢迎回来,甲!\n欢迎 丙!您是第 3 位");
        }
    }

    @Test
    void eachIsGreetedAsFitsThemInOneMessage() {
        try (Simulation bot = bot("""
                merge: 1m
                say:
                  - { text: "展会上的 {{names}} 好!", way: [展会] }
                  - { text: "老客户 {{names}} 好!", tag: [老客户] }
                  - { text: "又见面了,{{names}}!", back: true }
                  - "欢迎 {{names}}!共 {{count}} 位"
                """)) {
            bot.group("交流群").joins("甲").waits(ofMinutes(1)).expects("欢迎 甲!共 1 位").leaves("甲")
                    .joins("乙", "甲", "丙").waits(ofMinutes(1)).expects("欢迎 乙、丙!共 2 位\n又见面了,甲!");
        }
    }

    @Test
    void aFloodIsOneLineAnHour() {
        try (Simulation bot = bot("{ merge: 30s, max: 1/1h, say: \"欢迎 {{names}},您是第 {{numbers}} 位\" }")) {
            ScriptedChat chat = bot.group("交流群").joins("头一位").waits(ofSeconds(30)).expects("欢迎 头一位,您是第 1 位");
            for (int minute = 0; minute < 50; minute++) {
                chat.joins("新人" + minute).waits(ofMinutes(1));
            }
            chat.expectsNothing().restarts().leaves("新人0").waits(ofMinutes(10))
                    .expects("欢迎 新人1、新人2、新人3、新人4、新人5 等 49 人,您是第 2 到 50 位").expectsNothing();
        }
    }

    @Test
    void whoSaysTheCodeWordBelongsHereAndColleaguesLookAfterTheOthers() {
        String entry = """
                entry:
                  before: "只聊餐饮经营"
                  require: [餐饮经营者]
                  code: 灶上开花
                  within: 24h
                  tag: 已核实
                  else: { tag: 待核实, tell: { who: owner, text: "{{names}} 没说暗号" }, farewell: "下次再聊" }
                """;
        try (Simulation bot = bot("{ merge: 0s, say: 欢迎 }", entry)) {
            ScriptedChat chat = bot.group("交流群").joins("甲", "乙", "丙").expects("欢迎").says("甲", "暗号:灶上开花!").leaves("丙")
                    .waits(ofHours(23)).restarts().expectsNothing().waits(ofHours(1))
                    .expectsTold("zhou.min", "乙 没说暗号\n*不让机器人移出*“下次再聊”").waits(ofDays(3)).expectsNothing();
            assertThat(bot.tagsOf("甲")).contains("已核实");
            assertThat(bot.tagsOf("乙")).contains("待核实");
            assertThat(bot.tagsOf("丙")).isEmpty();
            chat.says("乙", "灶上开花");
            assertThat(bot.tagsOf("乙")).contains("待核实");
        }
    }

    @Test
    void theNightsNewcomersAreWelcomedInTheMorningWithoutThoseWhoLeft() {
        try (Simulation bot = bot("{ merge: 30s, say: \"欢迎 {{names}},您是第 {{numbers}} 位\" }",
                "quiet: \"22:00-08:30\"\n")) {
            bot.group("交流群").waits(ofHours(13)).joins("甲").waits(ofHours(3)).joins("乙", "丙").leaves("乙").restarts()
                    .waits(ofHours(7).plusMinutes(29)).expectsNothing()
                    .waits(ofMinutes(1)).expects("欢迎 甲、丙,您是第 1、2 位").expectsNothing();
        }
    }
}
