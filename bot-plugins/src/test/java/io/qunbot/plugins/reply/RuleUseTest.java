package io.qunbot.plugins.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Action;
import io.qunbot.plugin.RuleUse;
import io.qunbot.simulation.Simulation;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleUseTest {

    @Test
    void aRuleThatActsWithoutAWordIsRemarkedSoThatStatisticsKnowIt() {
        try (Simulation bot = Simulation.of(new ReplyPlugin(), """
                { rules: [
                    { id: asked, when: { any: [多少钱] }, tag: 问价 },
                    { id: hello, when: { any: [你好] }, say: 您好, tag: 打过招呼 }] }
                """)) {
            bot.group("甲群").says("李雷", "多少钱").says("李雷", "你好").expects("您好");

            List<String> remarked = bot.turns().stream().flatMap(turn -> turn.decision().actions().stream())
                    .map(each -> each.action()).filter(Action.Remark.class::isInstance).map(Action.Remark.class::cast)
                    .filter(remark -> remark.kind().equals(RuleUse.KIND)).map(Action.Remark::subject).toList();

            assertThat(remarked).containsExactly("asked");
        }
    }
}
