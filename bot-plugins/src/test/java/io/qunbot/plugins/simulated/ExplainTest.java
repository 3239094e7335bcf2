package io.qunbot.plugins.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import io.qunbot.bot.explain.Explainer;
import io.qunbot.bot.explain.Explanation;
import io.qunbot.bot.explain.ExplanationText;
import io.qunbot.bot.explain.Hindsight;
import io.qunbot.bot.explain.Moment;
import io.qunbot.bot.explain.Question;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Content;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.MemberId;
import io.qunbot.pipeline.TraceLine;
import io.qunbot.plugin.Plugin;
import io.qunbot.simulation.ScriptedChat;
import io.qunbot.simulation.Simulation;
import io.qunbot.yaml.Language;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is explained beyond rules: how a message came, whose it is, what was said and what became of it. */
class ExplainTest {

    private static final String RULES = """
            reply:
              wait: 60s
              rules:
                - { id: invoice, when: { any: [开发票] }, say: "在订单里申请。", tag: 问发票 }
                - { id: urgent, when: { any: [收不了款] }, say: "马上来。", wait: 0s }
            """;

    private static Explanation now(Simulation bot, Question question) {
        return new Explainer(bot.situation()).now(question);
    }

    private static Question question(String group, String text) {
        return new Question(group, text, "member", Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    private static Explanation last(Simulation bot, String group) {
        return new Hindsight(bot.situation()).last(group, "", 1).orElseThrow().getFirst();
    }

    @Test
    void nothingOfAnExplanationIsKept() {
        try (Simulation bot = Shipped.bot(RULES)) {
            for (int time = 0; time < 3; time++) {
                Explanation why = now(bot, question("甲群", "收不了款"));
                assertThat(why.answer().silent()).isFalse();
                assertThat(why.said()).singleElement().satisfies(said -> {
                    assertThat(said.how()).isEqualTo("would answer");
                    assertThat(said.text()).isEqualTo("马上来。");
                });
            }
            assertThat(new Hindsight(bot.situation()).last("甲群", "", 1)).isEmpty();
            bot.group("甲群").expectsNothing();
        }
    }

    @Test
    void whatIsSaidIsShownWithTheRuleThatSaidItAndWhatBecameOfIt() {
        try (Simulation bot = Shipped.bot(RULES)) {
            bot.group("甲群").says("李雷", "收不了款").expects("马上来。");
            Explanation why = last(bot, "甲群");
            assertThat(why.answer().silent()).isFalse();
            assertThat(why.answer().rule()).isEqualTo("urgent");
            assertThat(why.answer().place()).startsWith("rules/test.yaml:11:");
            assertThat(why.said()).singleElement()
                    .isEqualTo(new Explanation.Said("answer", "", "马上来。", "reply/urgent", "2026-12-03 09:00:00", "SENT",
                            ""));
            assertThat(why.profile().claim()).startsWith("rules/test.yaml:4:");
            assertThat(why.profile().version()).hasSize(12);
        }
    }

    @Test
    void aColleagueWhoWasFasterIsTheReason() {
        try (Simulation bot = Shipped.bot(RULES)) {
            ScriptedChat chat = bot.group("甲群").says("李雷", "怎么开发票").waits(Duration.ofSeconds(20));
            assertThat(last(bot, "甲群").answer().zh()).contains("等同事 60 秒");
            chat.says("zhou.min", "在我的订单里").waits(Duration.ofHours(1)).expectsNothing();
            Explanation why = new Hindsight(bot.situation()).last("甲群", "李雷", 1).orElseThrow().getFirst();
            assertThat(why.answer().silent()).isTrue();
            assertThat(why.answer().zh()).contains("invoice", "同事先说话了");
            assertThat(why.answer().cause()).startsWith("rules/test.yaml:8:");
        }
    }

    @Test
    void anAnswerThatWaitedIsPartOfItsQuestion() {
        try (Simulation bot = Shipped.bot(RULES)) {
            bot.group("甲群").says("李雷", "怎么开发票").waits(Duration.ofMinutes(1)).expects("在订单里申请。");
            Explanation why = last(bot, "甲群");
            assertThat(why.answer().silent()).isFalse();
            assertThat(why.said()).singleElement().satisfies(said -> {
                assertThat(said.how()).isEqualTo("say");
                assertThat(said.outcome()).isEqualTo("SENT");
                assertThat(said.at()).isEqualTo("2026-12-03 09:01:00");
            });
        }
    }

    @Test
    void aMessageThatCameTwiceCountsOnce() {
        try (Simulation bot = Shipped.bot(RULES)) {
            bot.group("甲群").says("李雷", "今天天气不错").redelivers().redelivers();
            Explanation why = last(bot, "甲群");
            assertThat(why.lines()).anySatisfy(line -> assertThat(line.zh()).contains("投递了 3 次,只算一次"));
            assertThat(new Hindsight(bot.situation()).of(why.event())).contains(why);
            assertThat(new Hindsight(bot.situation()).of("simulation/none")).isEmpty();
        }
    }

    @Test
    void aMessageThatCameTooLateIsNotAnswered() {
        try (Simulation bot = Shipped.bot(RULES)) {
            Chat chat = new Chat(new ChatId("甲群"), ChatKind.INTERNAL, "simulation");
            bot.group("甲群").happens(new Event.Said(new EventId("simulation", "1"), bot.now().minus(Duration.ofHours(2)),
                    chat, new MemberId("李雷"), new Content.Text("收不了款"), false)).expectsNothing();
            assertThat(last(bot, "甲群").answer().zh()).contains("来得太晚", "fresh", "120 min");
        }
    }

    @Test
    void wordsThatDidNotLeaveSayWhy() {
        try (Simulation bot = Simulation.of(Shipped.plugins(), files("mode: watch"))) {
            bot.group("甲群").says("李雷", "收不了款").expectsNothing();
            Explanation why = last(bot, "甲群");
            assertThat(why.answer().zh()).contains("没有发出去(WATCHED)", "mode 是 watch");
            assertThat(why.answer().place()).startsWith("rules/test.yaml:7:");
            assertThat(now(bot, question("甲群", "收不了款")).answer().zh()).contains("mode 是 watch");
        }
        try (Simulation bot = Shipped.bot(RULES)) {
            bot.chat("客户群", ChatKind.CUSTOMER).says("李雷", "收不了款").expectsNothing();
            assertThat(last(bot, "客户群").said()).anySatisfy(said -> {
                assertThat(said.how()).isEqualTo("draft");
                assertThat(said.outcome()).isEqualTo("DRAFT_FOR_HUMAN");
            });
        }
    }

    private static Map<String, String> files(String mode) {
        String text = Objects.requireNonNull(Shipped.rules(RULES).get("rules/test.yaml"));
        return Map.of("rules/test.yaml", text.replace("plugins:", "# 只看\n" + mode + "\nplugins:"));
    }

    @Test
    void aGroupThatNobodyClaimsHasWhatIsForTheRest() {
        try (Simulation bot = Shipped.bot()) {
            Explanation why = now(bot, question("没人管的群", "怎么开发票?"));
            assertThat(why.answer().silent()).isTrue();
            assertThat(why.answer().zh()).contains("没有配置认领这个群,归 default");
            assertThat(why.answer().place()).startsWith("rules/default.yaml:8:");
            bot.group("没人管的群").says("李雷", "怎么开发票?").expectsNothing();
            assertThat(last(bot, "没人管的群").answer()).isEqualTo(why.answer());
        }
    }

    @Test
    void aPluginThatFailedTooOftenIsNamed() {
        List<Plugin<?>> plugins = new ArrayList<>(Shipped.plugins());
        plugins.add(new ShakyPlugin());
        Map<String, String> files = Shipped.rules("archive: on\nshaky: on\n");
        try (Simulation bot = Simulation.of(plugins, files)) {
            ScriptedChat chat = bot.group("甲群").says("李雷", "炸");
            assertThat(last(bot, "甲群").lines()).anySatisfy(line -> {
                assertThat(line.stage()).isEqualTo("shaky");
                assertThat(line.isFailure()).isTrue();
            });
            chat.says("李雷", "炸").says("李雷", "炸").says("李雷", "炸").says("李雷", "炸").says("李雷", "你好").expectsNothing();
            assertThat(last(bot, "甲群").answer().zh()).contains("插件连续出错,隔离中");
            assertThat(last(bot, "甲群").answer().cause()).startsWith("rules/test.yaml:8:");
            assertThat(now(bot, question("甲群", "你好")).answer().zh()).contains("隔离中");
        }
    }

    @Test
    void theTimeAndTheSpeakerCanBeChosen() {
        String hours = """
                reply:
                  rules:
                    - { id: night, when: { any: [有人吗], time: ["22:00-06:00"], role: 运营 }, say: "在。" }
                """;
        try (Simulation bot = Shipped.bot(hours.replace("rules:", "from: [member, staff]\n  rules:"))) {
            Question night = new Question("甲群", "有人吗", "运营", Optional.of(Moment.parse("23:30")), Optional.empty(),
                    Optional.empty(), Optional.empty());
            Explanation why = now(bot, night);
            assertThat(why.answer().silent()).isFalse();
            assertThat(why.scene().from()).isEqualTo("he.miao");
            assertThat(why.scene().role()).isEqualTo("staff");
            assertThat(why.scene().at()).isEqualTo("2026-12-03 23:30:00");
            assertThat(Question.read(night.parameters())).isEqualTo(night);
        }
    }

    @Test
    void losersAndNearMissesAreListedInOrderWithTheWinnersReason() {
        String rules = """
                reply:
                  rules:
                    - { id: short, when: { any: [发票] }, say: "短" }
                    - { id: long, when: { any: [开发票] }, say: "长" }
                    - { id: both, when: { all: [发票, 合同] }, say: "全" }
                """;
        try (Simulation bot = Shipped.bot(rules)) {
            Explanation why = now(bot, question("甲群", "怎么开发票"));
            assertThat(why.lines()).filteredOn(line -> line.stage().equals("reply") && !line.rule().isEmpty())
                    .extracting(TraceLine::rule)
                    .containsExactly("both", "long", "short");
            assertThat(why.lines()).filteredOn(line -> line.rule().equals("short")).singleElement()
                    .satisfies(line -> assertThat(line.zh()).isEqualTo("让给了规则 long:它的“开发票”比“发票”长"));
        }
    }

    @Test
    void whatWasKeptStaysTrueAfterTheRulesChanged() {
        try (Simulation bot = Shipped.bot(RULES)) {
            bot.group("甲群").says("李雷", "收不了款").expects("马上来。").says("李雷", "你好");
            String then = last(bot, "甲群").profile().version();
            bot.reload(Shipped.rules(RULES.replace("收不了款", "别的词")));
            Explanation spoke = new Hindsight(bot.situation()).last("甲群", "", 2).orElseThrow().getFirst();
            assertThat(spoke.answer().rule()).isEqualTo("urgent");
            assertThat(spoke.profile().version()).isEqualTo(then);
            assertThat(spoke.lines()).anySatisfy(line -> assertThat(line.zh()).contains("规则后来改过"));
            assertThat(last(bot, "甲群").lines()).anySatisfy(line -> assertThat(line.zh()).contains("当时是 " + then));
        }
    }

    @Test
    void noWordOfADullMessageAndNoMessageIsInATrace() {
        try (Simulation bot = Shipped.bot(RULES)) {
            bot.group("甲群").says("李雷", "我的电话是13800001111,收不了款").expects("马上来。").says("李雷", "我的电话是13800001111");
            assertThat(bot.situation().store().traces().count()).isEqualTo(1);
            String findings = bot.situation().store().traces().of(1).orElseThrow().findings();
            assertThat(findings).contains("收不了款", "urgent").doesNotContain("1380000", "我的电话").hasSizeLessThan(200);
        }
    }

    @Test
    void toolsGetTheSameAsPeople() {
        try (Simulation bot = Shipped.bot(RULES)) {
            Explanation why = now(bot, question("甲群", "怎么开发票"));
            Explanation back = new Gson().fromJson(new Gson().toJson(why), Explanation.class);
            assertThat(new ExplanationText(Language.ZH).of(back)).isEqualTo(new ExplanationText(Language.ZH).of(why));
            assertThat(new ExplanationText(Language.EN).of(why).lines().toList().getFirst())
                    .startsWith("It would keep quiet: invoice: waits 60 s");
        }
    }

    @Test
    void aColleagueAsksWhyAndIsToldWhereNobodyElseReadsIt() {
        try (Simulation bot = Shipped.bot(RULES)) {
            ScriptedChat chat = bot.group("甲群").says("李雷", "今天吃什么").says("韩梅梅", "收不了款").expects("马上来。");
            chat.says("zhou.min", "!why").expectsNothing().expectsTold("zhou.min",
                    "*韩梅梅: 收不了款*说了话:urgent*rules/test.yaml:11*");
            chat.says("zhou.min", "「李雷:今天吃什么」\n- - - - - -\n!为什么").expectsNothing()
                    .expectsTold("zhou.min", "*李雷: 今天吃什么*没有说话:没有规则对上*");
            chat.says("李雷", "!why").expectsNothing();
            bot.chat("app:zhou.min", ChatKind.DIRECT).says("zhou.min", "!why 甲群").expects("*韩梅梅: 收不了款*说了话*");
        }
    }

    @Test
    void whoeverIsNoColleagueThereLearnsNothing() {
        try (Simulation bot = Shipped.bot(RULES)) {
            bot.group("甲群").says("韩梅梅", "收不了款").expects("马上来。");
            bot.chat("app:李雷", ChatKind.DIRECT).says("李雷", "!why 甲群").expectsNothing();
            bot.chat("app:zhou.min", ChatKind.DIRECT).says("zhou.min", "!why 别的群").expects("没有这个群的消息*");
        }
    }
}
