package io.qunbot.plugins.rollcall;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Action;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Content;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.MemberId;
import io.qunbot.dispatch.Tagging;
import io.qunbot.plugins.reply.ReplyPlugin;
import io.qunbot.simulation.ScriptedChat;
import io.qunbot.simulation.Simulation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every bot begins on Thursday, 2026-12-03, at nine in Shanghai. */
class RollcallPluginTest {

    private static final String REVIEW = """
            - id: review
              title: 复盘打卡
              is: [打卡, 已复盘]
              days: { from: "2026-12-01", until: "2026-12-06" }
              window: "08:00-22:00"
              ack: none
              close: { at: "21:30", least: 1, say: "今天 {{count}} 位,连续 2 天的 {{streak.2}} 位。" }
              report: { who: owner, at: "2026-12-07 10:00" }
            """;

    private static final String CHECKLIST = """
            - id: checklist
              title: 清单
              is: [已录菜, 已接打印机, 已开一单]
              days: { since: joined, for: 14d }
              each: true
              tag: true
              say: "记上了:{{word}}。{{count}}/3。"
              done: 都跑通了!
              report: { who: owner, at: "每天 20:45" }
            """;

    private static Map<String, String> rules(String rollcalls) {
        return Map.of("rules/test.yaml", """
                profile: test
                goal: 一起来
                value: [天天向上]
                groups: [{ rest: true }]
                staff: { owner: zhou.min }
                plugins:
                  rollcall:
                """ + rollcalls.indent(4));
    }

    private static Simulation bot(String rollcalls) {
        return Simulation.of(List.of(new RollcallPlugin()), rules(rollcalls));
    }

    @Test
    void aDayIsSummedUpOnceAndStreaksAreCounted() {
        try (Simulation bot = bot(REVIEW)) {
            bot.group("一群").says("老陈", "打卡").says("老陈", "打卡!").says("周姐", "已複盤").restarts()
                    .says("小吴", "打卡有什么用").expectsNothing().waits(ofHours(13)).expects("今天 2 位,连续 2 天的 0 位。")
                    .says("小吴", "打卡").waits(ofHours(12)).says("老陈", "打卡").waits(ofHours(12))
                    .expects("今天 1 位,连续 2 天的 1 位。").waits(ofDays(1)).expectsNothing()
                    .waits(ofDays(2)).expectsTold("zhou.min", "复盘打卡:2 位\n· 老陈 2 天\n· 周姐 1 天")
                    .says("老陈", "打卡").waits(ofDays(2)).expectsNothing();
        }
    }

    @Test
    void eachWordIsABoxThatIsTickedOnce() {
        try (Simulation bot = bot(CHECKLIST)) {
            bot.group("一群").joins("川味小馆").says("川味小馆", "已录菜").expects("记上了:已录菜。1/3。")
                    .says("川味小馆", "已录菜").expectsNothing().restarts()
                    .says("川味小馆", "已接打印机").redelivers().expects("记上了:已接打印机。2/3。").expectsNothing()
                    .waits(ofHours(12)).expectsTold("zhou.min", "清单:1 位\n· 川味小馆 2/3,还差 已开一单")
                    .says("川味小馆", "已开一单").expects("都跑通了!").waits(ofDays(15)).says("面馆", "已录菜").expectsNothing();
            assertThat(bot.tagsOf("川味小馆")).contains("已录菜", "已开一单");
        }
    }

    @Test
    void everyTextAboutAMemberMayTellHowFarTheyAre() {
        String price = """
                  reply:
                    rules:
                      - id: price
                        when: { any: [多少钱] }
                        say: "您的清单:{{progress}}"
                        tell: { who: owner, text: "{{name}} 问价,清单 {{progress}}" }
                """;
        try (Simulation bot = Simulation.of(List.of(new RollcallPlugin(), new ReplyPlugin()),
                Map.of("rules/test.yaml", rules(CHECKLIST).get("rules/test.yaml") + price))) {
            bot.group("一群").joins("川味小馆").says("川味小馆", "多少钱").expects("您的清单:还没开始")
                    .expectsTold("zhou.min", "川味小馆 问价,清单 还没开始").says("川味小馆", "已录菜").expects("记上了*")
                    .says("川味小馆", "已接打印机").expects("记上了*").restarts().waits(ofMinutes(5)).says("川味小馆", "多少钱")
                    .expects("您的清单:2/3").expectsTold("zhou.min", "川味小馆 问价,清单 2/3").leaves("川味小馆")
                    .waits(ofMinutes(5)).joins("川味小馆").says("川味小馆", "多少钱").expects("您的清单:还没开始");
            bot.group("二群").says("面馆", "多少钱").expects("您的清单:还没开始");
        }
    }

    @Test
    void severalChecklistsAreToldTogether() {
        String two = CHECKLIST + CHECKLIST.replace("checklist", "second").replace("清单", "回访").replace("已", "再");
        try (Simulation bot = Simulation.of(List.of(new RollcallPlugin(), new ReplyPlugin()),
                Map.of("rules/test.yaml", rules(two).get("rules/test.yaml") + """
                          reply: { rules: [{ id: a, when: { any: [进度] }, say: "{{progress}}" }] }
                        """))) {
            bot.group("一群").joins("川味小馆").says("川味小馆", "已录菜").expects("记上了*").says("川味小馆", "进度")
                    .expects("清单 1/3、回访 还没开始");
        }
    }

    @Test
    void whoIsExpectedAndHasNotReportedIsMissing() {
        String upgrade = """
                - id: upgrade
                  is: [已升级]
                  days: { from: "2026-12-03", until: "2026-12-05" }
                  say: "{{name}} 已确认。"
                  expect: { tag: 联系人 }
                  missing: { at: "2026-12-05 15:00", tell: { who: owner, text: "还没有:{{missing}}" } }
                """;
        try (Simulation bot = bot(upgrade)) {
            bot.group("一群").happens(tagged(bot, "城南店"));
            bot.group("一群").happens(tagged(bot, "城北店"));
            bot.group("一群").happens(tagged(bot, "城东店"));
            bot.group("一群").happens(tagged(bot, "城西店"));
            bot.group("一群").has("城西店", "zhou.min").joins("城东店", "城南店", "路人").says("城北店", "已升级的话要重启吗").expectsNothing()
                    .says("城南店", "已升级").expects("城南店 已确认。").waits(ofDays(2).plusHours(7))
                    .expectsTold("zhou.min", "还没有:城东店、城北店、城西店");
        }
    }

    private static Event tagged(Simulation bot, String who) {
        return Tagging.of(new EventId("simulation", "tag " + who), bot.now(),
                new Action.Tag(new MemberId(who), List.of("联系人"), List.of(), ""));
    }

    @Test
    void aChainCounts() {
        try (Simulation bot = bot(REVIEW)) {
            bot.group("一群").says("老陈", "#接龙\n复盘打卡\n1. 老陈 今天学到了\n2. 周姐").expectsNothing()
                    .says("周姐", "打卡").expectsNothing().waits(ofHours(13)).expects("今天 2 位*");
        }
    }

    @Test
    void daysThatAreMadeLongerKeepWhatWasCounted() {
        try (Simulation bot = bot(REVIEW)) {
            ScriptedChat chat = bot.group("一群").says("老陈", "打卡").waits(ofHours(13)).expects("今天 1 位*")
                    .waits(ofHours(12)).says("老陈", "打卡");
            bot.reload(rules(REVIEW.replace("until: \"2026-12-06\"", "until: \"2026-12-20\"")));

            chat.waits(ofHours(12)).expects("今天 1 位,连续 2 天的 1 位。").waits(ofDays(6).minusHours(2)).says("老陈", "打卡")
                    .waits(ofHours(2)).expects("今天 1 位,连续 2 天的 0 位。");
        }
    }

    @Test
    void inCustomerGroupsReceiptsAreOneDraft() {
        try (Simulation bot = bot(CHECKLIST)) {
            for (String who : new String[]{"甲", "乙"}) {
                bot.group("别处").happens(new Event.Said(new EventId("simulation", who), bot.now(),
                        new Chat(new ChatId("客户群"), ChatKind.CUSTOMER, "simulation"), new MemberId(who),
                        new Content.Text("已录菜"), false));
            }
            bot.group("别处").waits(ofMinutes(119));
            assertThat(bot.utterances()).isEmpty();
            bot.group("别处").waits(ofMinutes(2));
            assertThat(bot.utterances()).singleElement()
                    .satisfies(each -> assertThat(each.text()).isEqualTo("清单记上了:甲 1/3、乙 1/3。"));
        }
    }
}
