package io.qunbot.plugins.reply;

import static io.qunbot.plugins.reply.Rules.any;
import static io.qunbot.plugins.reply.Rules.homophone;
import static io.qunbot.plugins.reply.Rules.is;
import static io.qunbot.plugins.reply.Rules.mention;
import static io.qunbot.plugins.reply.Rules.regex;
import static io.qunbot.plugins.reply.Rules.role;
import static io.qunbot.plugins.reply.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.plugins.FakeServices;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleCheckTest {

    @Test
    void aSoundRuleIsNoProblem() {
        assertThat(check(new Rules().with(
                rule("a", is("1"), any("发票")).says("{{name}} {{staff.发票}} {{hotline}}").tells("{{quote}}", "owner"))))
                .isEmpty();
    }

    @Test
    void namesEveryMistakeInOneRun() {
        List<Problem> problems = check(new Rules()
                .with(rule("", any("发票")).says("好"))
                .with(rule("a", any("票")).says("{{nmae}}"))
                .with(rule("a").tells("好", "发嫖"))
                .with(rule("b", any()).tags("x"))
                .with(rule("c", regex(".*")).says("好"))
                .with(rule("d", any("发票")).between("2027-02-20", "2027-02-01")));
        assertThat(problems).extracting(Problem::code)
                .containsExactly("R211", "R214", "R201", "R212", "R213", "R217", "R213", "R215", "R216", "R218");
        assertThat(problems).filteredOn(problem -> problem.severity() == Severity.WARNING).extracting(Problem::code)
                .containsExactly("R211", "R214", "R215");
        assertThat(problems).anySatisfy(problem -> assertThat(problem.help().zh()).contains("“发票”"));
    }

    @Test
    void knowsWhoASenderCanBe() {
        List<Problem> problems = check(new Rules()
                .with(rule("a", role(any("发票"), "member", "STAFF", "发票")).says("好"))
                .with(rule("b", role(any("发票"), "发飘")).says("好")));
        assertThat(problems).extracting(Problem::code).containsExactly("R219");
        assertThat(problems.getFirst().help().zh()).contains("“发票”");
    }

    @Test
    void oneSyllableIsNotFoundByItsSound() {
        assertThat(check(new Rules().with(rule("a", homophone(any("发票", "wifi", "a票"))).says("好"))))
                .extracting(Problem::code).containsExactly("R220", "R220");
    }

    @Test
    void anEmojiIsNotTooShortAndAMentionIsEnough() {
        assertThat(check(new Rules().with(rule("a", any("👍")).says("好")).with(rule("b", mention(any())).says("好"))))
                .isEmpty();
    }

    private static List<Problem> check(Rules rules) {
        Problems problems = new Problems();
        new ReplyPlugin().check(rules.settings(), FakeServices.company(), problems);
        return problems.all();
    }
}
