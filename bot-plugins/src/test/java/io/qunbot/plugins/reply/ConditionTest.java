package io.qunbot.plugins.reply;

import static io.qunbot.plugins.reply.Rules.all;
import static io.qunbot.plugins.reply.Rules.any;
import static io.qunbot.plugins.reply.Rules.homophone;
import static io.qunbot.plugins.reply.Rules.is;
import static io.qunbot.plugins.reply.Rules.mention;
import static io.qunbot.plugins.reply.Rules.negated;
import static io.qunbot.plugins.reply.Rules.none;
import static io.qunbot.plugins.reply.Rules.regex;
import static io.qunbot.plugins.reply.Rules.role;
import static io.qunbot.plugins.reply.Rules.rule;
import static io.qunbot.plugins.reply.Rules.tag;
import static io.qunbot.plugins.reply.Rules.time;
import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Content;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.MemberId;
import io.qunbot.plugins.FakeChat;
import io.qunbot.plugins.FakeServices;
import io.qunbot.text.Normalizer;
import io.qunbot.text.Synonyms;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

    private final FakeChat chat = new FakeChat(ChatKind.INTERNAL).knows("李雷", "李雷", "问价");

    @Test
    void aMentionIsForTheBot() {
        Condition when = mention(any("发票"));
        assertThat(veto(when, said("李雷", "发票", false))).isEqualTo("没有 @ 机器人");
        assertThat(veto(when, said("李雷", "发票", true))).isEmpty();
    }

    @Test
    void oneToOneIsAlwaysForTheBot() {
        FakeChat direct = new FakeChat(ChatKind.DIRECT);
        Event.Said said = (Event.Said) direct.said("李雷", "发票");
        assertThat(match(mention(any("发票")), said, direct)).singleElement().matches(Match::holds);
    }

    @Test
    void aTagIsTheSenders() {
        assertThat(veto(tag(any("发票"), "老客", "问价"), said("李雷", "发票"))).isEmpty();
        assertThat(veto(tag(any("发票"), "老客", "新客"), said("李雷", "发票"))).startsWith("说话的人没有标签 老客、新客");
    }

    @ParameterizedTest
    @CsvSource({"member,李雷,true", "member,lisi,false", "staff,lisi,true", "staff,李雷,false", "发票,lisi,true",
            "发票,zhou.min,false",
            "owner,zhou.min,true"})
    void aRoleIsTheSenders(String role, String by, boolean holds) {
        assertThat(veto(role(any("发票"), role), said(by, "发票")).isEmpty()).isEqualTo(holds);
    }

    @Test
    void aRoleIsNamedInItsVeto() {
        assertThat(veto(role(any("发票"), "staff", "owner"), said("李雷", "发票"))).isEqualTo("说话的人不是 staff、owner");
    }

    @Test
    void timeIsThatOfTheProfile() {
        Condition when = time(any("发票"), "MON-FRI 09:00-18:00", "SAT 10:00-12:00");
        chat.isNow("2026-12-03T01:00:00Z");
        assertThat(veto(when, said("李雷", "发票"))).isEmpty();
        chat.isNow("2026-12-03T00:59:59Z");
        assertThat(veto(when, said("李雷", "发票"))).startsWith("只在 MON-FRI 09:00-18:00、SAT 10:00-12:00");
    }

    @Test
    void aConditionWithoutWordsIsNoVetoOfEverything() {
        assertThat(match(mention(none(any(), "发票")), said("李雷", "你好", false), chat)).isEmpty();
        assertThat(veto(mention(any()), said("李雷", "你好", true))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"发漂怎么开", "發漂", "罚票", "发票"})
    void aKeywordIsFoundByItsSound(String text) {
        assertThat(veto(homophone(any("发票")), said("李雷", text))).isEmpty();
    }

    @Test
    void soundsCountOnlyWhereTheyAreWanted() {
        assertThat(match(any("发票"), said("李雷", "发漂"), chat)).isEmpty();
        assertThat(match(homophone(is("发票")), said("李雷", "请问发漂?"), chat)).hasSize(1);
        assertThat(match(homophone(is("发票")), said("李雷", "发漂怎么开"), chat)).isEmpty();
        assertThat(match(homophone(all("发票", "抬头")), said("李雷", "法票的台头"), chat)).hasSize(1);
    }

    @Test
    void whoTurnsItDownWantsNothing() {
        assertThat(veto(any("开发票"), said("李雷", "不用开发票了"))).isEqualTo("说的是“不用开发票”,不是要它");
        assertThat(veto(negated(any("开发票")), said("李雷", "不用开发票了"))).isEmpty();
        assertThat(veto(any("不用开发票"), said("李雷", "不用开发票了"))).isEmpty();
        assertThat(veto(any("退款", "退货"), said("李雷", "不是要退款,我要退货"))).isEmpty();
        assertThat(veto(all("退款", "订单"), said("李雷", "订单我没说要退款"))).isEqualTo("说的是“没说要退款”,不是要它");
        assertThat(veto(homophone(any("发票")), said("李雷", "不用开发漂"))).isEqualTo("说的是“不用开发漂”,不是要它");
        assertThat(veto(regex("发票"), said("李雷", "不用开发票了"))).isEmpty();
    }

    @Test
    void amountsAreEqualHoweverTheyAreWritten() {
        assertThat(veto(any("三百块"), said("李雷", "满300块包邮吗"))).isEmpty();
        assertThat(veto(any("2个月"), said("李雷", "两个月多少钱"))).isEmpty();
        assertThat(veto(regex("[一二三]百块(钱)?"), said("李雷", "满三百块包邮吗"))).isEmpty();
        assertThat(veto(regex("百块(钱)?"), said("李雷", "满三百块包邮吗"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"👍,好的👍🏻,1", "👍,👍,1", "👍,好的,0", "👍👍,👍好👍,0", "好👍,好的呀,1"})
    void anEmojiIsAKeyword(String keyword, String text, int matches) {
        assertThat(match(any(keyword), said("李雷", text), chat)).hasSize(matches);
    }

    @Test
    void anEmojiIsAWholeMessage() {
        assertThat(match(is("🙋"), said("李雷", "🙋"), chat)).hasSize(1);
        assertThat(match(is("🙋"), said("李雷", "我🙋"), chat)).isEmpty();
    }

    @Test
    void synonymsStandForEachOther() {
        Synonyms synonyms = Synonyms.of(List.of(List.of("发票", "票据"), List.of("怎么", "如何")));
        RuleBook book = new RuleBook(
                new Rules().with(rule("a", any("发票怎么开")).says("好")).with(rule("b", is("票据")).says("好")).settings()
                        .rules(),
                synonyms);
        assertThat(ids(book, "请问票据如何开")).containsExactly("a");
        assertThat(ids(book, "发票")).containsExactly("b");
        assertThat(ids(book, "收据如何开")).isEmpty();
    }

    private List<String> ids(RuleBook book, String text) {
        Event.Said said = said("李雷", text);
        return book.match(Normalizer.normalize(text), new Circumstances(said, chat, FakeServices.company())).stream()
                .map(match -> match.rule().name()).toList();
    }

    private String veto(Condition when, Event.Said said) {
        List<Match> matches = match(when, said, chat);
        assertThat(matches).hasSize(1);
        return matches.getFirst().verdict().veto().words().get().zh();
    }

    private static List<Match> match(Condition when, Event.Said said, FakeChat chat) {
        RuleBook book = new RuleBook(new Rules().with(rule("a", when).says("好")).settings().rules());
        return book.match(Normalizer.normalize(said.content().words()),
                new Circumstances(said, chat, FakeServices.company()));
    }

    private Event.Said said(String by, String text) {
        return said(by, text, false);
    }

    private Event.Said said(String by, String text, boolean mentioned) {
        return new Event.Said(new EventId("wecom", "1"), chat.now(), chat.group().chat(), new MemberId(by),
                new Content.Text(text), mentioned);
    }
}
