package io.qunbot.plugins.reply;

import static io.qunbot.plugins.reply.Rules.all;
import static io.qunbot.plugins.reply.Rules.any;
import static io.qunbot.plugins.reply.Rules.ask;
import static io.qunbot.plugins.reply.Rules.is;
import static io.qunbot.plugins.reply.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.bot.Home;
import io.qunbot.bot.Lint;
import io.qunbot.plugin.Sample;
import io.qunbot.plugins.FakeServices;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.Problems;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleLintTest {

    private static final Sample NOTHING = new Sample(List.of(), List.of());

    @Test
    void aKeywordOfTwoRulesIsOnlyOnesOwn() {
        assertThat(codes(NOTHING, new Rules()
                .with(rule("a", any("发票", "开票")).says("好"))
                .with(rule("b", any("發票", "收据")).says("好")))).containsExactly("R223");
    }

    @Test
    void aRuleAllOfWhoseWordsAreTakenNeverWins() {
        assertThat(codes(NOTHING, new Rules()
                .with(rule("a", any("发票")).says("好").priority(1))
                .with(rule("b", any("发票怎么开", "开发票")).says("好"))
                .with(rule("c", is("发票")).says("好")))).containsExactly("2 R225", "3 R225");
    }

    @Test
    void moreExactWordsAndPickyRulesTakeNothingAway() {
        assertThat(codes(NOTHING, new Rules()
                .with(rule("a", any("发票")).says("好"))
                .with(rule("b", any("发票怎么开")).says("好"))
                .with(rule("c", is("发票")).says("好"))
                .with(rule("d", ask(any("合同"))).says("好"))
                .with(rule("e", any("合同")).says("好"))
                .with(rule("f", any("退款")).tags("退款"))
                .with(rule("g", any("退款")).says("好"))
                .with(rule("h", all("合同", "发票")).says("好")))).isEmpty();
    }

    @Test
    void aKeywordThatIdleChatHoldsIsTooBroad() {
        Sample sample = new Sample(List.of("早上好", "今天真好", "晚安"), List.of());
        List<Problem> findings = lint(sample, new Rules().with(rule("a", any("早上", "好")).says("好")));
        assertThat(findings).extracting(Problem::code).containsExactly("R214", "R224");
        assertThat(findings.get(1).message().zh()).isEqualTo("“早上”在 3 句闲聊里会答 1 句,例如:早上好");
    }

    @Test
    void aRuleThatNobodyMetIsNamedOnceThereIsAnArchive() {
        Rules rules = new Rules().with(rule("a", any("发票")).says("好")).with(rule("b", any("合同")).says("好"));
        assertThat(codes(NOTHING, rules)).isEmpty();
        assertThat(codes(new Sample(List.of(), List.of("发票怎么开", "不用合同")), rules)).containsExactly("2 R226");
    }

    @Test
    void theShippedRulesSurpriseNobody() {
        Home home = new Home(Path.of(".."));
        assertThat(Lint.idleChat()).hasSizeGreaterThanOrEqualTo(400);
        Lint.Report report = Lint.of(home, new Sample(Lint.idleChat(), List.of()));
        assertThat(report.findings()).isEmpty();
        assertThat(report.broken()).isEmpty();
        assertThat(Lint.of(home, new Sample(List.of(), List.of("早"))).findings()).isNotEmpty();
    }

    private static List<String> codes(Sample sample, Rules rules) {
        return lint(sample, rules).stream().map(RuleLintTest::told).toList();
    }

    /** A rule stands on its own line, keywords of a test all on the same. */
    private static String told(Problem finding) {
        int line = finding.place().line();
        return line == 99 ? finding.code() : line + " " + finding.code();
    }

    private static List<Problem> lint(Sample sample, Rules rules) {
        Problems findings = new Problems();
        new ReplyPlugin().create(rules.settings(), FakeServices.company()).lint(sample, findings);
        return findings.all();
    }
}
