package io.qunbot.plugins.guard;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Content;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Shared;
import io.qunbot.plugins.reply.ReplyPlugin;
import io.qunbot.profile.BookReader;
import io.qunbot.simulation.ScriptedChat;
import io.qunbot.simulation.Simulation;
import io.qunbot.yaml.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every bot begins on Thursday, 2026-12-03, at nine in Shanghai. */
class GuardPluginTest {

    private static final String GUARD = """
            when: { type: [link, card, weapp], text: [兼职, 刷单, 加我微信, 低价转让, 💰] }
            except: { hosts: [example.com], roles: [专家], text: [兼职排班] }
            tell: { who: owner, text: "{{name}} 发的像广告({{why}}):{{quote}}", batch: 10m }
            """;
    private static final String STRIKES = """
            strikes: { within: 30d, then: [{ at: 3, tell: { who: manager, text: "{{name}} 在 {{group}} 第 {{strikes}} 次发广告:{{quote}}。请群主移出" } }] }
            """;

    private static String file(String guard) {
        return """
                profile: test
                goal: 安静
                value: [没有广告]
                groups: [{ rest: true }]
                staff: { owner: zhou.min, manager: lin.zhou, 专家: feng }
                plugins:
                  guard:
                """ + guard.indent(4) + """
                  reply:
                    rules:
                      - { id: price, when: { any: [多少钱, 转让] }, say: "看报价单" }
                """;
    }

    private static Simulation bot(String guard) {
        return Simulation.of(List.of(new GuardPlugin(), new ReplyPlugin()), Map.of("rules/test.yaml", file(guard)));
    }

    private static List<String> codes(String guard) {
        return new BookReader(Map.of("guard", new GuardPlugin(), "reply", new ReplyPlugin()), _ -> Optional.empty(),
                () -> Instant.parse("2026-12-03T01:00:00Z"))
                .read(new TreeMap<>(Map.of("rules/test.yaml", file(guard).getBytes(StandardCharsets.UTF_8))))
                .problems().stream().map(Problem::code).toList();
    }

    @Test
    void aColleagueGetsToKnowAfterTheBatchAndNobodyAnswers() {
        try (Simulation bot = bot(GUARD)) {
            bot.group("一群").says("路人甲", "二手制冰机低价转让,加我微信").expectsNothing().restarts()
                    .waits(ofMinutes(9)).expectsNothing().waits(ofMinutes(1))
                    .expectsTold("zhou.min", "路人甲 发的像广告(“加我微信”):二手制冰机低价转让,加我微信")
                    .waits(ofDays(1)).expectsNothing().says("李雷", "这个多少钱").expects("看报价单");
        }
    }

    @Test
    void aFloodIsOneTellWithItsNumber() {
        try (Simulation bot = bot(GUARD)) {
            ScriptedChat group = bot.group("一群");
            for (int i = 0; i < 20; i++) {
                group.says("路人甲", "刷单日结 " + i);
            }
            group.waits(ofMinutes(1)).says("路人乙", "兼职").expectsNothing().waits(ofMinutes(10))
                    .expectsTold("zhou.min", "路人甲 发的像广告(“刷单”):刷单日结 0(这一阵共 20 条)")
                    .expectsTold("zhou.min", "路人乙 发的像广告(“兼职”):兼职").expectsNothing()
                    .says("路人甲", "刷单").waits(ofMinutes(10)).expectsTold("zhou.min", "路人甲 *刷单");
        }
    }

    @Test
    void wordsCountHoweverTheyAreDisguised() {
        for (String typed : List.of("加 我 微 信", "加.我.微.信", "加我威信", "加我wei信", "招兼职", "招 兼💰职", "徵兼職", "刷單",
                "不是刷单,正规的", "日入💰过千")) {
            try (Simulation bot = bot(GUARD)) {
                ScriptedChat group = bot.group("一群").says("路人甲", typed).waits(ofMinutes(10));
                if (typed.contains("wei")) {
                    group.expectsNothing();
                } else {
                    group.expectsTold("zhou.min", "路人甲 发的像广告*");
                }
            }
        }
    }

    @Test
    void whatOnlySoundsLikeAShortWordOrIsExceptedIsNone() {
        try (Simulation bot = bot(GUARD)) {
            bot.group("一群").says("李雷", "简直太好用了").says("李雷", "兼职排班怎么弄").says("zhou.min", "刷单的都是骗子")
                    .says("feng", "加我微信吧").says("李雷", new Content.Image(""), false).waits(ofMinutes(20))
                    .expectsNothing();
        }
    }

    @Test
    void linksCountByTheirHostAndCardsAndProgramsAlways() {
        Map<Content, Boolean> sent = Map.of(
                new Content.Link("用法", "", "https://help.example.com/a"), false,
                new Content.Link("贷款", "", "https://example.com.dai.cn/a"), true,
                new Content.Link("贷款", "", "https://example.com@dai.cn/a"), true,
                new Content.Link("没有地址", "", ""), true,
                new Content.Text("看 https://help.example.com/a。"), false,
                new Content.Text("看 www.dai.cn/x"), true,
                new Content.Text("[名片] 贷款小王"), true,
                new Shared.NameCard("wm1", ""), true,
                new Shared.MiniProgram("首单立减", "", "外卖"), true,
                new Content.Mixed(List.of(new Content.Image(""), new Content.Text("http://dai.cn"))), true);
        sent.forEach((content, told) -> {
            try (Simulation bot = bot(GUARD)) {
                ScriptedChat group = bot.group("一群").says("路人甲", content, false).waits(ofMinutes(10));
                if (told) {
                    group.expectsTold("zhou.min", "路人甲 发的像广告*");
                } else {
                    group.expectsNothing();
                }
            }
        });
    }

    @Test
    void withoutABatchTheFirstIsToldAtOnceAndTheRestTogether() {
        try (Simulation bot = bot("when: { text: [刷单] }\nanswer: true\ntell: { who: owner, text: \"{{quote}}\" }\n")) {
            bot.group("一群").says("路人甲", "刷单多少钱").expects("看报价单").expectsTold("zhou.min", "刷单多少钱")
                    .says("路人甲", "刷单").says("路人甲", "刷单").expectsNothing().waits(ofMinutes(10))
                    .expectsTold("zhou.min", "刷单多少钱(这一阵共 2 条)").waits(ofDays(1)).expectsNothing();
        }
    }

    @Test
    void whoDoesItAgainIsCountedInAllGroupsAndForgivenAfterAWhile() {
        try (Simulation bot = bot(GUARD + STRIKES)) {
            bot.group("一群").says("路人甲", "刷单").says("路人甲", "刷单").waits(ofMinutes(10))
                    .expectsTold("zhou.min", "路人甲 *刷单(这一阵共 2 条)");
            bot.group("二群").says("路人甲", "刷单").restarts().waits(ofMinutes(10)).expectsTold("zhou.min",
                    "路人甲 *刷单(第 2 次)").says("路人甲", "兼职").expectsTold("lin.zhou",
                            "路人甲 在 二群 第 3 次发广告:兼职。请群主移出")
                    .waits(ofMinutes(10)).expectsTold("zhou.min", "路人甲 *兼职(第 3 次)");
            bot.sleeps(ofDays(30));
            bot.group("三群").says("路人甲", "刷单").waits(ofMinutes(10)).expectsTold("zhou.min", "路人甲 *:刷单");
            assertThat(bot.person(new MemberId("路人甲")).facts()).containsEntry("strikes", "1");
        }
    }

    @Test
    void oneToOneWithTheBotNobodyElseReadsIt() {
        try (Simulation bot = bot(GUARD)) {
            bot.chat("李雷", ChatKind.DIRECT).says("李雷", "转让多少钱,加我微信").expects("看报价单").waits(ofMinutes(20))
                    .expectsNothing();
        }
    }

    @Test
    void everyMistakeIsNamed() {
        String tell = "\ntell: { who: owner, text: \"{{quote}}\" }\n";
        assertThat(codes(GUARD + STRIKES)).isEmpty();
        assertThat(codes("when: {}" + tell)).containsExactly("R460");
        assertThat(codes("when: { text: [钱] }" + tell)).containsExactly("R214");
        assertThat(codes("when: { text: [刷单] }\nexcept: { hosts: [我们的网站] }" + tell)).containsExactly("R461");
        assertThat(codes("when: { text: [刷单] }\nexcept: { roles: [转家] }" + tell)).containsExactly("R219");
        assertThat(codes("when: { text: [刷单] }\ntell: { who: ownr, text: \"{{strikes}}\" }"))
                .containsExactlyInAnyOrder("R217", "R201");
        assertThat(codes("when: { text: [刷单] }\nstrikes: { then: { at: 0, tell: { who: owner, text: 又来 } } }" + tell))
                .containsExactly("R462");
    }
}
