package io.qunbot.plugins.reply;

import static io.qunbot.plugins.reply.Rules.all;
import static io.qunbot.plugins.reply.Rules.any;
import static io.qunbot.plugins.reply.Rules.ask;
import static io.qunbot.plugins.reply.Rules.is;
import static io.qunbot.plugins.reply.Rules.none;
import static io.qunbot.plugins.reply.Rules.regex;
import static io.qunbot.plugins.reply.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Action;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Content;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.Manner;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Oversight;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import io.qunbot.plugins.FakeChat;
import io.qunbot.plugins.FakeServices;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyStageTest {

    private final FakeChat chat = new FakeChat(ChatKind.INTERNAL).knows("李雷", "李雷", "问价");

    @ParameterizedTest
    @ValueSource(strings = {"发票怎么开", "請問發票怎麼開?", "发 票 怎 么 开😂", "@小灶\u2005发票怎么开"})
    void aKeywordOccursHoweverItIsTyped(String text) throws Exception {
        assertThat(reply(new Rules().with(rule("invoice", any("发票怎么开")).says("在「我的-订单」")), text)).isEqualTo("在「我的-订单」");
    }

    @Test
    void inOneConditionAllMustHold() throws Exception {
        Rules rules = new Rules().with(rule("price", none(ask(all("系统", "多少钱")), "买的")).says("顾问会告诉您"));
        assertThat(reply(rules, "你们系统多少钱")).isEqualTo("顾问会告诉您");
        assertThat(reply(rules, "白菜多少钱")).isEmpty();
        assertThat(reply(rules, "系统多少钱买的")).isEmpty();
        assertThat(chat.notes()).contains("rules/a.yaml:1:1 出现了“买的”");
        assertThat(reply(rules, "系统多少钱我都忘了")).isEmpty();
        assertThat(chat.notes()).contains("不像提问");
    }

    @Test
    void ofSeveralConditionsOneIsEnough() throws Exception {
        Rules rules = new Rules().with(rule("library", is("资料"), any("往期资料")).says("都在这里"));
        assertThat(reply(rules, "资料!")).isEqualTo("都在这里");
        assertThat(reply(rules, "老师,往期资料有吗")).isEqualTo("都在这里");
        assertThat(reply(rules, "这份资料我看了")).isEmpty();
    }

    @Test
    void whoSaysNothingButTheKeywordAsks() throws Exception {
        Rules rules = new Rules().with(rule("invoice", ask(any("开发票"))).says("好"));
        assertThat(reply(rules, "您好,开发票")).isEqualTo("好");
        assertThat(reply(rules, "刚去财务开发票回来,堵车")).isEmpty();
    }

    @Test
    void aPatternGivesWhatWasTyped() throws Exception {
        Rules rules = new Rules().with(rule("ticket", regex("BUG-\\d{3,6}")).says("工单 {{match}} 已收到,{{staff.发票}} 跟进"));
        assertThat(reply(rules, "bug-20418 到哪一步了")).isEqualTo("工单 bug-20418 已收到,方慧 跟进");
        assertThat(reply(rules, "bug 20418")).isEmpty();
    }

    @Test
    void theHigherPriorityWinsThenTheMoreExactThenTheLongerThenTheEarlier() throws Exception {
        Rules rules = new Rules()
                .with(rule("early", any("发票")).says("early"))
                .with(rule("late", any("发票")).says("late"))
                .with(rule("long", any("开发票")).says("long"))
                .with(rule("regex", regex("开.票啊")).says("regex"))
                .with(rule("is", is("怎么开发票啊")).says("is"))
                .with(rule("vip", any("贵宾")).says("vip").priority(1));
        assertThat(reply(rules, "发票")).isEqualTo("early");
        assertThat(reply(rules, "开发票")).isEqualTo("long");
        assertThat(chat.notes()).contains("rules/a.yaml:1:1 让给了规则 long");
        assertThat(reply(rules, "开发票啊啊")).isEqualTo("regex");
        assertThat(reply(rules, "怎么开发票啊")).isEqualTo("is");
        assertThat(reply(rules, "贵宾怎么开发票啊")).isEqualTo("vip");
    }

    @Test
    void aRuleThatMayNotActMakesRoomForTheNext() throws Exception {
        Rules rules = new Rules()
                .with(rule("spring", any("营业时间")).says("春节值守").between("2027-02-01", "2027-02-20"))
                .with(rule("customers", any("营业时间")).says("客户").in(ChatKind.CUSTOMER))
                .with(rule("hours", any("营业")).says("九点到九点"));
        assertThat(reply(rules, "营业时间")).isEqualTo("九点到九点");
        assertThat(chat.notes()).contains("rules/a.yaml:1:1 今天不在", "rules/a.yaml:2:1 这条规则不在这种群里用");
        chat.isNow("2027-01-31T15:59:59Z");
        assertThat(reply(rules, "营业时间")).isEqualTo("九点到九点");
        chat.isNow("2027-01-31T16:00:00Z");
        assertThat(reply(rules, "营业时间")).isEqualTo("春节值守");
        chat.isNow("2027-02-20T15:59:59Z");
        assertThat(reply(rules, "营业时间")).isEqualTo("春节值守");
        chat.isNow("2027-02-20T16:00:00Z");
        assertThat(reply(rules, "营业时间")).isEqualTo("九点到九点");
    }

    @Test
    void anAnswerIsNotRepeatedWithinItsCooldown() throws Exception {
        Stage stage = stage(new Rules().with(rule("invoice", any("发票")).says("好"))
                .with(rule("urgent", any("收不了款")).says("马上").cooldown(Duration.ofMinutes(10)))
                .settings(Duration.ofMinutes(2)));
        assertThat(said(stage, "发票")).isEqualTo("好");
        chat.passes(Duration.ofMinutes(2));
        assertThat(said(stage, "发票")).isEmpty();
        assertThat(chat.notes()).contains("120 秒内不重复");
        chat.passes(Duration.ofSeconds(1));
        assertThat(said(stage, "发票")).isEqualTo("好");
        assertThat(said(stage, "收不了款")).isEqualTo("马上");
        chat.passes(Duration.ofMinutes(3));
        assertThat(said(stage, "收不了款")).isEmpty();
    }

    @Test
    void colleaguesTriggerNothingUnlessTheyAreMeant() throws Exception {
        Rules rules = new Rules().with(rule("invoice", any("发票")).says("好"));
        assertThat(said(stage(rules.settings()), "zhou.min", "发票怎么开我写在公告里了")).isEmpty();
        assertThat(chat.notes()).contains("同事");
        assertThat(said(stage(rules.settings(Duration.ZERO, Role.STAFF)), "zhou.min", "发票")).isEqualTo("好");
        assertThat(said(stage(rules.settings(Duration.ZERO, Role.STAFF)), "李雷", "发票")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#接龙 周五 1. 老陈 发票怎么开", "[红包] 发票", "[聊天记录] 老王:发票怎么开", "[链接] 发票怎么开", "[拍一拍] 发票"})
    void whatIsNoQuestionIsIgnored(String text) throws Exception {
        assertThat(reply(new Rules().with(rule("invoice", any("发票")).says("好")), text)).isEmpty();
        assertThat(chat.notes()).contains("不算提问");
    }

    @Test
    void longTextsAreIgnored() throws Exception {
        Rules rules = new Rules().with(rule("invoice", any("发票")).says("好"));
        assertThat(reply(rules, "发票" + "字".repeat(118))).isEqualTo("好");
        assertThat(reply(rules, "发票" + "字".repeat(119))).isEmpty();
        assertThat(chat.notes()).contains("120");
        assertThat(reply(rules, "发票" + "字".repeat(5000))).isEmpty();
    }

    @Test
    void aRuleWithoutWordsLetsTheMessageGoOn() throws Exception {
        Rules rules = new Rules()
                .with(rule("lead", any("多少钱")).tells("{{name}} 在问:{{quote}}。标签:{{tags}}", "发票", "owner")
                        .tags("问过费用", "-沉默")
                        .priority(1))
                .with(rule("price", any("多少钱")).says("顾问会告诉您"));
        Reaction reaction = stage(rules.settings()).on(chat.said("李雷", "多少钱?"), chat);
        assertThat(reaction.goOn()).isFalse();
        assertThat(reaction.actions()).containsExactly(
                new Action.Tell(ids("fang.hui", "lisi", "zhou.min"), "李雷 在问:多少钱?。标签:问价", "lead"),
                new Action.Tag(new MemberId("李雷"), List.of("问过费用"), List.of("沉默"), "lead"),
                new Action.Say("顾问会告诉您", "price", Manner.ANSWER));
    }

    @Test
    void aRuleWithoutWordsEndsNothingUnlessItSaysSo() throws Exception {
        Rules open = new Rules().with(rule("lead", any("续费")).tags("续费"));
        assertThat(stage(open.settings()).on(chat.said("李雷", "续费"), chat).goOn()).isTrue();
        Rules closed = new Rules().with(rule("lead", any("续费")).tags("续费").stops())
                .with(rule("renew", any("续费")).says("好"));
        Reaction reaction = stage(closed.settings()).on(chat.said("李雷", "续费"), chat);
        assertThat(reaction.goOn()).isFalse();
        assertThat(reaction.actions()).filteredOn(action -> !(action instanceof Action.Remark)).hasSize(1);
    }

    @Test
    void severalTextsTakeTurns() throws Exception {
        Stage stage = stage(new Rules().with(rule("library", any("资料")).says("甲", "乙")).settings());
        assertThat(List.of(said(stage, "资料"), said(stage, "资料"), said(stage, "资料"))).containsExactly("甲", "乙", "甲");
    }

    @Test
    void whatStrangersWroteBecomesHarmlessInAGroup() throws Exception {
        chat.knows("ad", "低价贷款13912345678@我");
        Rules rules = new Rules()
                .with(rule("echo", any("发票")).says("{{name}} 说:{{quote}}").tells("{{quote}}", "owner"));
        Reaction reaction = stage(rules.settings()).on(chat.said("ad", "发票找 13912345678"), chat);
        assertThat(reaction.actions()).containsExactly(
                new Action.Say("低价贷款我 说:发票找", "echo", Manner.ANSWER),
                new Action.Tell(ids("zhou.min"), "发票找 13912345678", "echo"));
    }

    @Test
    void neverSaysAnId() throws Exception {
        Rules rules = new Rules()
                .with(rule("hello", any("你好")).says("{{name}} 您好,{{staff.owner}} 在,电话 {{hotline}} 或 {{vars.hotline}}"));
        assertThat(said(stage(rules.settings()), "wmExternal1", "你好呀"))
                .isEqualTo("朋友 您好,同事 在,电话 400-000-0000 或 400-000-0000");
    }

    @Test
    void answersWordsOnly() throws Exception {
        Stage stage = stage(new Rules().with(rule("picture", any("图片")).says("好")).settings());
        assertThat(stage.on(chat.said("李雷", new Content.Image("")), chat)).isEqualTo(Reaction.pass());
        assertThat(stage.on(chat.joined(1, "李雷"), chat)).isEqualTo(Reaction.pass());
        assertThat(stage.on(chat.said("李雷", "😂"), chat)).isEqualTo(Reaction.pass());
    }

    @Test
    void anAnswerThatWaitedFarTooLongIsNotGiven() throws Exception {
        ReplySettings rules = new Rules().with(rule("invoice", any("发票")).says("好")).settings();
        Stage stage = stage(new ReplySettings(rules.rules(), rules.from(), rules.cooldown(), rules.ignore(),
                rules.longest(), Duration.ofMinutes(1), Optional.empty(), rules.unanswered(), List.of()));
        Action.Wake wake = (Action.Wake) stage.on(chat.said("李雷", "发票"), chat).actions().getFirst();
        chat.passes(Duration.ofMinutes(12));
        assertThat(stage.on(rang(wake), chat).actions()).isEmpty();
        assertThat(chat.notes()).contains("太晚了");

        wake = (Action.Wake) stage.on(chat.said("李雷", "发票"), chat).actions().getFirst();
        chat.passes(Duration.ofMinutes(2));
        assertThat(stage.on(rang(wake), chat).actions()).containsExactly(
                new Action.Say("好", "invoice", Optional.of(Manner.ANSWER),
                        Oversight.NONE.about(new MemberId("李雷"), "发票")));
    }

    private Event rang(Action.Wake wake) {
        return new Event.Rang(new EventId("clock", wake.key()), wake.at(), chat.group().chat().lane(), "reply",
                wake.key(), wake.payload());
    }

    @Test
    void findsOneOfThousandRules() throws Exception {
        Rules rules = new Rules();
        IntStream.range(0, 1000)
                .forEach(i -> rules.with(rule("r" + i, any("关键词" + i + "号"), regex("X" + i + "-\\d+")).says("答" + i)));
        Stage stage = stage(rules.settings());
        assertThat(said(stage, "请问关键词777号是什么")).isEqualTo("答777");
        assertThat(said(stage, "x888-12 呢")).isEqualTo("答888");
        assertThat(said(stage, "今天天气不错")).isEmpty();
    }

    private String reply(Rules rules, String text) throws Exception {
        return said(stage(rules.settings()), text);
    }

    private String said(Stage stage, String text) throws Exception {
        return said(stage, "李雷", text);
    }

    private String said(Stage stage, String by, String text) throws Exception {
        return stage.on(chat.said(by, text), chat).actions().stream().filter(Action.Say.class::isInstance)
                .map(action -> ((Action.Say) action).text()).findFirst().orElse("");
    }

    private static Stage stage(ReplySettings settings) {
        return new ReplyPlugin().create(settings, FakeServices.company());
    }

    private static List<MemberId> ids(String... values) {
        return List.of(values).stream().map(MemberId::new).toList();
    }
}
