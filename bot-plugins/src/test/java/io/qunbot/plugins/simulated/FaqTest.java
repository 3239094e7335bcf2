package io.qunbot.plugins.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.ChatKind;
import io.qunbot.pipeline.Note;
import io.qunbot.simulation.ScriptedChat;
import io.qunbot.simulation.Simulation;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions of a catalogue: answered, offered, or left alone. */
class FaqTest {

    @Test
    void aQuestionOfTheCatalogueIsAnsweredOnceWithinItsCooldown() {
        try (Simulation bot = Shipped.bot(Questions.reply("cooldown: 2m", Questions.USUAL), Questions.FAQ)) {
            bot.group("甲群").says("李雷", "请问断网了还能收银吗?").expects("能,会自动转离线。").redelivers()
                    .says("韩梅梅", "没网的时候能不能点单").expectsNothing().waits(Duration.ofSeconds(121))
                    .says("韩梅梅", "没网的时候能不能点单").expects("能,*");
            bot.group("乙群").says("李雷", "今天天气真不错").expectsNothing();
        }
    }

    @Test
    void rulesGoFirstAndEndItWhenTheySaySomething() {
        String rules = """
                cooldown: 2m
                rules:
                  - { id: refund, when: { any: [退款] }, say: "规则的回答" }
                  - { id: lead, when: { any: [菜价] }, tag: 改价 }
                  - { id: quiet, when: { any: [断网] }, then: stop }
                """;
        try (Simulation bot = Shipped.bot(Questions.reply(rules, Questions.USUAL), Questions.FAQ)) {
            bot.group("甲群").says("李雷", "怎么给客人退款").expects("规则的回答").expectsNothing()
                    .says("李雷", "怎么给客人退款").expectsNothing() // the rule has just answered: nobody speaks for it
                    .says("李雷", "怎么改菜价").expects("在商品里改。").says("李雷", "断网了还能收银吗").expectsNothing();
            assertThat(bot.tagsOf("李雷")).containsExactly("改价");
        }
    }

    @Test
    void severalWordingsTakeTurnsAndTagsAreSet() {
        try (Simulation bot = Questions.bot(Questions.USUAL)) {
            bot.group("甲群").says("李雷", "怎么给客人退款").expects("原路退回。").restarts().says("李雷", "怎么给客人退款")
                    .expects("从原订单退。");
            assertThat(bot.tagsOf("李雷")).containsExactly("退款");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "①", "第一个", "一", "选1", "1号", "怎么给客人退款?"})
    void oneToOneAChoiceIsTakenUpOnceByNumberOrByItsWords(String choice) {
        try (Simulation bot = Questions.bot(Questions.STRICT)) {
            ScriptedChat chat = bot.chat("app:李雷", ChatKind.DIRECT).says("李雷", "客人要退款怎么弄")
                    .expects("您是想问:\n1 怎么给客人退款*");
            chat.restarts().waits(Duration.ofMinutes(9)).says("李雷", choice).expects("原路退回。").redelivers();
            if (choice.length() < 4) {
                chat.says("李雷", choice).expectsNothing();
            }
        }
    }

    @Test
    void aChoiceIsTakenUpByQuotingIt() {
        try (Simulation bot = Questions.bot(Questions.STRICT)) {
            bot.chat("app:李雷", ChatKind.DIRECT).says("李雷", "客人要退款怎么弄").expects("您是想问:*")
                    .says("李雷", "「怎么给客人退款」\n- - - - - - - - -\n这个").expects("原路退回。");
        }
    }

    @Test
    void aChoiceGoesStaleAndDoesNotOutliveItsQuestion() {
        try (Simulation bot = Questions.bot(Questions.STRICT)) {
            ScriptedChat chat = bot.chat("app:李雷", ChatKind.DIRECT).says("李雷", "客人要退款怎么弄").expects("您是想问:*")
                    .waits(Duration.ofMinutes(11)).says("李雷", "1").expectsNothing().says("李雷", "客人要退款怎么弄")
                    .expects("您是想问:*");
            bot.reload(Shipped.rules(Questions.reply("", Questions.STRICT), """
                    faq: test
                    questions: [{ id: other, ask: [完全不同, 另一件事], say: "好" }]
                    """));
            chat.says("李雷", "1").expectsNothing();
            assertThat(notes(bot)).contains("规则已经没有了:test/refund");
        }
    }

    @Test
    void inAGroupTheChoiceGoesToWhoeverIsInCharge() {
        try (Simulation bot = Questions.bot(Questions.STRICT)) {
            bot.group("甲群").says("李雷", "客人要退款怎么弄").expectsNothing()
                    .expectsTold("he.miao", "李雷 问:客人要退款怎么弄\n*1 怎么给客人退款(test/refund,*%)*")
                    .says("李雷", "菜价要怎么改呢").expectsTold("li.lei", "李雷 问:菜价要怎么改呢*怎么改菜价(test/price,*").expectsNothing();
        }
    }

    @Test
    void aGroupIsAskedBackOnlyIfTheOperatorWantsItAndOnlyWhoeverAsked() {
        String reply = Questions.reply("cooldown: 5m",
                "{ file: faq/test.yaml, answer: 1, offer: { min: 0.1, to: asker } }");
        try (Simulation bot = Shipped.bot(reply, Questions.FAQ)) {
            bot.group("甲群").says("李雷", "客人要退款怎么弄").expects("您是想问:*").says("韩梅梅", "1").expectsNothing()
                    .says("韩梅梅", "客人要退款怎么弄").expectsNothing() // the same offer, a moment ago
                    .says("李雷", "客人要退钱的").expectsNothing() // no question
                    .says("李雷", "1").expects("原路退回。");
        }
    }

    @Test
    void staffAreToldOneToOneIfTheOperatorWantsItAndNobodyWhenOffersAreOff() {
        try (Simulation bot = Questions.bot("{ file: faq/test.yaml, answer: 1, offer: { min: 0.1, to: staff } }")) {
            bot.chat("app:李雷", ChatKind.DIRECT).says("李雷", "客人要退款怎么弄").expectsNothing().expectsTold("he.miao", "*");
        }
        try (Simulation bot = Questions.bot("{ file: faq/test.yaml, answer: 1, offer: off }")) {
            bot.chat("app:李雷", ChatKind.DIRECT).says("李雷", "客人要退款怎么弄").expectsNothing();
            assertThat(notes(bot)).contains("offer: off,不追问");
        }
    }

    @Test
    void aColleagueInTheConversationKeepsTheCatalogueQuietUnlessTheBotIsAsked() {
        try (Simulation bot = Questions.bot(Questions.USUAL)) {
            ScriptedChat chat = bot.group("甲群").says("zhou.min", "大家好").says("李雷", "怎么改菜价").expectsNothing();
            assertThat(notes(bot)).anyMatch(note -> note.startsWith("同事刚在这里说话(120 秒内),不插话"));
            chat.restarts().mentions("李雷", "怎么改菜价").expects("在商品里改。").waits(Duration.ofSeconds(121))
                    .says("李雷", "调价怎么操作").expects("在商品里改。");
        }
        try (Simulation bot = Questions.bot("{ file: faq/test.yaml, quiet_after: 0 }")) {
            bot.group("甲群").says("zhou.min", "大家好").says("李雷", "怎么改菜价").expects("在商品里改。");
        }
    }

    @Test
    void aQuestionIsForCertainPeoplePlacesAndDays() {
        String faq = """
                faq: test
                questions:
                  - { id: a, ask: [新客怎么付款, 新客付款方式], say: "甲", tagged: [新客] }
                  - { id: b, ask: [内部报价在哪, 内部报价单], say: "乙", role: [运营, staff] }
                  - { id: c, ask: [春节营业吗, 春节上班时间], say: "丙", from: "2027-02-01", until: "2027-02-20" }
                  - { id: d, ask: [私聊才说的事, 私下说的事情], say: "丁", in: direct }
                """;
        String reply = Questions.reply("""
                from: [member, staff]
                rules: [{ id: vip, when: { is: [我是新客] }, tag: 新客 }]
                """, "{ file: faq/test.yaml, quiet_after: 0 }");
        try (Simulation bot = Shipped.bot(reply, faq)) {
            ScriptedChat chat = bot.group("甲群").says("李雷", "新客怎么付款").says("李雷", "内部报价在哪").says("李雷", "春节营业吗")
                    .says("李雷", "私聊才说的事").expectsNothing();
            chat.says("he.miao", "内部报价在哪").expects("乙").says("李雷", "我是新客").says("李雷", "新客怎么付款").expects("甲")
                    .waits(Duration.ofDays(62)).says("李雷", "春节营业吗").expects("丙");
            bot.chat("app:李雷", ChatKind.DIRECT).says("李雷", "私聊才说的事").expects("丁");
        }
    }

    @Test
    void theTraceSaysWhatWasComparedHowSureItWasAndWhereTheThresholdStands() {
        try (Simulation bot = Questions.bot("{ file: faq/test.yaml, answer: 0.99, offer: off }")) {
            bot.group("甲群").says("李雷", "请问,断网了还能收银吗?").expects("能,*");
            assertThat(bot.trace()).anySatisfy(note -> {
                assertThat(note.why()).contains("“断网了还能收银吗” 依据:");
                assertThat(Objects.requireNonNull(note.rule())).hasToString("rules/faq/test.yaml:4:5");
            }).anySatisfy(note -> {
                assertThat(note.why()).contains("≥ 0.99(answer),回答 test/offline");
                assertThat(note.finding().cause().get()).hasValueSatisfying(
                        place -> assertThat(place.toString()).startsWith("rules/test.yaml:8:"));
            });
        }
        try (Simulation bot = Questions.bot("faq/test.yaml")) {
            bot.group("甲群").says("李雷", "hello").expectsNothing();
            assertThat(notes(bot)).anyMatch(note -> note.startsWith("都不到 ") && note.contains("(默认 mode: careful),不回答"));
        }
    }

    @Test
    void whatNobodyAsksIsNotAnsweredAlthoughTheCatalogueKnowsIt() {
        try (Simulation bot = Questions.bot("{ file: faq/test.yaml, answer: 0.1, offer: off }")) {
            bot.group("甲群").says("李雷", "昨天断网了还能收银").expectsNothing();
            assertThat(notes(bot)).contains("说到了这件事,但不像提问,也没有 @ 机器人,不答");
            bot.group("甲群").mentions("李雷", "昨天断网了还能收银").expects("能,*");
        }
    }

    @Test
    void severalFilesMakeOneCatalogue() {
        String reply = Questions.reply("", "[faq/test.yaml, faq/more.yaml]");
        var files = new TreeMap<>(Shipped.rules(reply, Questions.FAQ));
        files.put("rules/faq/more.yaml",
                "faq: more\nquestions: [{ id: wifi, ask: [店里的密码是多少, 无线密码], say: \"问收银台\" }]\n");
        try (Simulation bot = Simulation.of(Shipped.plugins(), files)) {
            bot.group("甲群").says("李雷", "店里的密码是多少").expects("问收银台").says("李雷", "怎么改菜价").expects("在商品里改。");
        }
    }

    @Test
    void anAnswerThatIsStillToBeWrittenIsNeverSaid() {
        String faq = "faq: test\nquestions: [{ id: a, ask: [怎么改菜价, 调价怎么操作], say: \"【待填写】\" }]\n";
        try (Simulation bot = Shipped.bot(Questions.reply("", "faq/test.yaml"), faq)) {
            bot.group("甲群").mentions("李雷", "怎么改菜价").expectsNothing();
        }
    }

    private static List<String> notes(Simulation bot) {
        return bot.trace().stream().map(Note::why).toList();
    }
}
