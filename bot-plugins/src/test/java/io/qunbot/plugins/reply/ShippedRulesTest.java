package io.qunbot.plugins.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Action;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.plugin.Stage;
import io.qunbot.plugins.FakeChat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped profiles answer, and on what they keep silent. */
class ShippedRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"service", "nurture", "conversion"})
    void idleChatTriggersNothing(String profile) throws Exception {
        Stage stage = stage(profile);
        for (String line : chatter()) {
            FakeChat chat = new FakeChat(ChatKind.INTERNAL);
            assertThat(stage.on(chat.said("李雷", line), chat).actions()).as(line).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"service", "nurture", "conversion"})
    void noRuleIsAProblem(String profile) {
        ShippedProfile shipped = ShippedProfile.read(profile);
        assertThat(shipped.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            "service,发票怎么开?,invoice",
            "service,怎么開發票,invoice",
            "service,軟體的發票怎麼開,invoice",
            "service,怎么给顾客开发票,invoice-guest",
            "service,收不了款了!全店停了,urgent",
            "service,bug-20418 到哪一步了,ticket",
            "service,@小灶 你是机器人吗,are-you-bot",
            "service,转人工,human",
            "nurture,你们这个系统一年要多少钱?,price",
            "nurture,可以试用吗,demo",
            "nurture,资料,library",
            "conversion,你们怎么收费?,price",
            "conversion,价格是多少,price",
            "conversion,试用还有几天,trial-left",
            "conversion,你们跟别家有什么区别,compare"})
    void questionsFindTheirRule(String profile, String question, String rule) throws Exception {
        assertThat(says(profile, question)).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({
            "service,'刚去财务开发票回来,堵车'",
            "service,'上次收不了款是怎么回事,能避免吗'",
            "service,续费的合同流程是怎样的?",
            "service,'服务真好,给你们点赞'",
            "nurture,今天白菜多少钱一斤都涨上去了",
            "nurture,'系统多少钱买的我都忘了,反正用着'",
            "nurture,周五聚餐多少钱一位",
            "conversion,有点贵啊",
            "conversion,'打印机好了,刚才纸装反了哈哈'"})
    void othersGetNoAnswer(String profile, String line) throws Exception {
        assertThat(says(profile, line)).isEmpty();
    }

    @Test
    void aPriceConcernIsToldToTheAdviserOnly() throws Exception {
        FakeChat chat = new FakeChat(ChatKind.INTERNAL);
        assertThat(stage("conversion").on(chat.said("李雷", "有点贵啊"), chat).actions()).hasSize(2)
                .noneMatch(Action.Say.class::isInstance);
    }

    private static String says(String profile, String text) throws Exception {
        FakeChat chat = new FakeChat(ChatKind.INTERNAL);
        Event event = chat.said("李雷", text);
        return stage(profile).on(event, chat).actions().stream().filter(Action.Say.class::isInstance)
                .map(action -> ((Action.Say) action).rule()).findFirst().orElse("");
    }

    private static Stage stage(String profile) {
        ShippedProfile shipped = ShippedProfile.read(profile);
        return new ReplyPlugin().create(shipped.settings(), shipped.services());
    }

    private static List<String> chatter() throws IOException {
        try (InputStream in = ShippedRulesTest.class.getResourceAsStream("chatter.txt")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
