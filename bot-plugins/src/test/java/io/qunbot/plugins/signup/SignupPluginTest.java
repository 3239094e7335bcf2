package io.qunbot.plugins.signup;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Content;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.MemberId;
import io.qunbot.plugins.optout.OptoutPlugin;
import io.qunbot.simulation.ScriptedChat;
import io.qunbot.simulation.Simulation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every bot begins on Thursday, 2026-12-03, at nine in Shanghai. */
class SignupPluginTest {

    private static final String VISIT = """
            - id: visit
              title: 到店交流日
              is: [报名, 我要报名]
              cancel: [取消报名]
              seats: 2
              date: "2026-12-18 14:30"
              say: "{{name}} 报上了,目前 {{count}} 位。"
              again: "{{name}} 您已经在名单里了。"
              full: "{{name}} 排在候补第 {{waiting}} 位。"
              moved: "{{name}} 有空位了。"
              cancelled: "已取消 {{name}}。"
              closed: "截止了。"
            """;

    private static final String ONSITE = """
            - id: onsite
              title: 上门实施
              is: [预约上门]
              cancel: [取消上门]
              ask: [日期, 上午还是下午, 门店地址]
              seats: 2/1d
              say: "{{name}} 约好了。"
              full: "那天满了,换一天?"
              list: { who: owner, at: "每个工作日 18:00" }
            """;

    private static Map<String, String> rules(String signups) {
        return Map.of("rules/test.yaml", """
                profile: test
                goal: 一起来
                value: [有活动]
                groups: [{ rest: true }]
                staff: { owner: zhou.min }
                plugins:
                  optout: { is: [退订] }
                  signup:
                """ + signups.indent(4));
    }

    private static Simulation bot(String signups) {
        return Simulation.of(List.of(new SignupPlugin(), new OptoutPlugin()), rules(signups));
    }

    @Test
    void aPersonSignsUpOnceAndCancelsOnce() {
        try (Simulation bot = bot(VISIT)) {
            bot.group("一群").says("老陈", "报名!").expects("老陈 报上了,目前 1 位。")
                    .says("周姐", "报名的人多不多呀").expectsNothing()
                    .says("老陈", "報名😄").expects("老陈 您已经在名单里了。")
                    .says("老陈", "取消报名").expects("已取消 老陈。").says("老陈", "取消报名").expectsNothing();
        }
    }

    @Test
    void theWaitingListMovesUpWhenSomebodyCancelsOrLeavesOrThereAreMoreSeats() {
        try (Simulation bot = bot(VISIT)) {
            ScriptedChat chat = bot.group("一群").says("甲", "报名").expects("甲*").says("乙", "报名").expects("乙*")
                    .says("丙", "报名").expects("丙 排在候补第 1 位。").says("丁", "报名").expects("丁 排在候补第 2 位。")
                    .restarts().says("甲", "取消报名").expects("已取消 甲。\n丙 有空位了。")
                    .says("戊", "报名").expects("戊 排在候补第 2 位。");
            chat.leaves("乙").expects("丁 有空位了。");

            bot.reload(rules(VISIT.replace("seats: 2", "seats: 3")));

            chat.expects("戊 有空位了。").says("戊", "报名").expects("戊 您已经在名单里了。");
        }
    }

    @Test
    void fewerSeatsTakeNobodysSeatAway() {
        try (Simulation bot = bot(VISIT)) {
            ScriptedChat chat = bot.group("一群").says("甲", "报名").expects("甲*").says("乙", "报名").expects("乙*");
            bot.reload(rules(VISIT.replace("seats: 2", "seats: 1")));

            chat.expectsNothing().says("丙", "报名").expects("丙 排在候补第 1 位。")
                    .says("甲", "取消报名").expects("已取消 甲。").says("乙", "报名").expects("乙 您已经在名单里了。");
        }
    }

    @Test
    void onlyWhileItIsOpen() {
        String open = VISIT + "  open: { from: \"2026-12-03 10:00\", until: \"2026-12-16 18:00\" }\n";
        try (Simulation bot = bot(open)) {
            bot.group("一群").says("甲", "报名").expects("截止了。").waits(ofHours(1)).says("甲", "报名").expects("甲 报上了*")
                    .waits(ofDays(14)).says("乙", "报名").expects("截止了。");
        }
    }

    @Test
    void whatIsAskedComesInOneMessage() {
        try (Simulation bot = bot(ONSITE)) {
            bot.group("一群").says("川味小馆", "预约上门").expects("麻烦一次发我:日期、上午还是下午、门店地址。").restarts()
                    .says("面馆", "我家也想").expectsNothing()
                    .says("川味小馆", "周五上午,高新区美食街 8 号").expects("川味小馆 约好了。")
                    .waits(ofHours(9)).expectsTold("zhou.min", "*川味小馆:周五上午,高新区美食街 8 号(12 月 4 日)*");
        }
    }

    @Test
    void whatIsMissingIsAskedForOnceMore() {
        try (Simulation bot = bot(ONSITE)) {
            bot.group("一群").says("甲", "预约上门").expects("麻烦*").says("甲", "能周末来吗").expectsNothing().waits(ofMinutes(1))
                    .says("甲", "12 月 6 号").expects("还差:上午还是下午、门店地址。*")
                    .says("甲", "下午,人民路 3 号").expects("甲 约好了。");
            bot.group("二群").says("乙", "预约上门").expects("麻烦*").says("乙", "12 月 6 号").expects("还差*")
                    .says("乙", "下午").expects("乙 约好了。");
            bot.group("三群").says("丙", "预约上门").expects("麻烦*").says("丙", "取消上门").expectsNothing()
                    .says("丙", "下午,人民路 3 号").expectsNothing();
        }
    }

    @Test
    void aDayThatIsFullIsAskedForAnother() {
        try (Simulation bot = bot(ONSITE)) {
            ScriptedChat chat = bot.group("一群");
            for (String who : new String[]{"甲", "乙"}) {
                chat.says(who, "预约上门").expects("麻烦*").says(who, "明天上午,人民路").expects(who + " 约好了。");
            }
            chat.says("丙", "预约上门").expects("麻烦*").says("丙", "12 月 4 号下午,解放路").expects("那天满了,换一天?")
                    .says("丙", "那周六吧").expects("丙 约好了。").waits(ofHours(9))
                    .expectsTold("zhou.min", "上门实施新报名 3 位*(12 月 5 日)");
        }
    }

    @Test
    void remindersAreForThoseWhoSignedUpAndCallNobodyByNameWhoOptedOut() {
        String remind = VISIT + "  remind: { before: 1d, time: \"10:00\", say: \"{{names}}:明天见\" }\n";
        try (Simulation bot = bot(remind)) {
            bot.group("空群").says("甲", "大家好").expectsNothing();
            bot.group("一群").says("甲", "报名").expects("甲*").says("乙", "报名").expects("乙*").says("乙", "退订")
                    .waits(ofDays(14).plusHours(2)).expects("甲:明天见").waits(ofDays(3)).expectsNothing();
        }
    }

    @Test
    void whoComesChecksInAndTheOwnerGetsListAndDigest() {
        String more = VISIT + """
                  list: { who: owner, before: 1d }
                  checkin: { code: auto, from: 1h, say: "{{name}} 签到成功" }
                  digest: { after: 2h, say: "{{here}} 位到场,{{count}} 位报名", tell: { who: owner, text: "没来:{{missing}}" } }
                """;
        try (Simulation bot = bot(more)) {
            ScriptedChat chat = bot.group("一群").says("甲", "报名").expects("甲*").says("乙", "报名").expects("乙*")
                    .waits(ofDays(14).plusHours(6)).expectsTold("zhou.min", "到店交流日(12 月 18 日 14:30)报名 2 位:\n1. 甲\n2. 乙")
                    .waits(ofHours(23));
            String code = bot.utterances().stream().map(each -> each.text()).filter(text -> text.contains("签到码"))
                    .findFirst().orElseThrow().replaceAll("\\D", "");

            chat.restarts().says("甲", code).expects("甲 签到成功").says("甲", code).expectsNothing()
                    .says("路人", code).expectsTold("zhou.min", "*签到码*").expectsNothing().waits(ofHours(3))
                    .expects("1 位到场,2 位报名")
                    .expectsTold("zhou.min", "没来:乙");
        }
    }

    @Test
    void anEventOfEveryWeekBeginsANewListEachTime() {
        String weekly = VISIT.replace("\"2026-12-18 14:30\"", "\"每周五 14:30\"");
        try (Simulation bot = bot(weekly)) {
            bot.group("一群").says("甲", "报名").expects("甲 报上了,目前 1 位。").waits(ofDays(2))
                    .says("甲", "报名").expects("甲 报上了,目前 1 位。");
        }
    }

    @Test
    void inCustomerGroupsReceiptsAreOneDraft() {
        try (Simulation bot = bot(VISIT)) {
            ScriptedChat chat = bot.group("一群");
            for (String who : new String[]{"甲", "乙", "丙"}) {
                chat.happens(said(bot, who, "报名"));
            }
            chat.happens(said(bot, "甲", "取消报名"));
            chat.waits(ofHours(3));

            assertThat(bot.utterances()).singleElement().satisfies(each -> assertThat(each.text())
                    .isEqualTo("到店交流日报上了:乙、丙。目前 2 位。\n有空位了,候补补上:丙。\n已取消:甲。"));
        }
    }

    private static Event said(Simulation bot, String who, String text) {
        return new Event.Said(new EventId("simulation", who + text), bot.now(),
                new Chat(new ChatId("客户群"), ChatKind.CUSTOMER, "simulation"), new MemberId(who),
                new Content.Text(text), false);
    }

    @Test
    void aChainCountsAndIsReadInSilence() {
        try (Simulation bot = bot(VISIT)) {
            bot.group("一群").says("老陈", "#接龙\n周五聚餐\n1. 老陈").expectsNothing()
                    .says("老陈", "#接龙\n到店交流日接龙\n\n1. 老陈 2人\n2. 周姐").expectsNothing()
                    .says("老陈", "报名").expects("老陈 您已经在名单里了。").restarts()
                    .says("周姐", "#接龙\n到店交流日接龙\n\n1. 老陈 2人\n2. 周姐\n3. 小吴").expectsNothing()
                    .says("小吴", "报名").expects("小吴 排在候补第 1 位。");
        }
    }

    @Test
    void aBigGroupIsKeptOnPages() {
        try (Simulation bot = bot(VISIT.replace("seats: 2", "seats: 450"))) {
            ScriptedChat chat = bot.group("大群");
            for (int i = 1; i <= 500; i++) {
                chat.says("会员" + i, "报名").expects("会员" + i + " *");
            }
            chat.waits(ofMinutes(1)).says("新人", "报名").expects("新人 排在候补第 51 位。")
                    .says("会员7", "取消报名").expects("已取消 会员7。\n会员451 有空位了。");
        }
    }
}
