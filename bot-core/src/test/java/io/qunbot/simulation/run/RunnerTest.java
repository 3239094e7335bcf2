package io.qunbot.simulation.run;

import static io.qunbot.simulation.run.Tested.failures;
import static io.qunbot.simulation.run.Tested.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.simulation.run.Result.Verdict;
import io.qunbot.yaml.Language;
import io.qunbot.yaml.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a transcript accepts and what it does not. */
class RunnerTest {

    @Test
    void whatIsSaidInItsMinuteIsMet() {
        Result result = run("", "09:00 李雷: 说 好", "09:00 bot: 叮:好", "09:01 李雷: 等 90 茶", "silence until 09:02",
                "09:02 bot: *茶", "09:10:00 李雷: 等 20 水", "09:10:20 bot: ~水", "silence until 10:00");
        assertThat(failures(result)).isEmpty();
        assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(result.entries()).filteredOn(entry -> entry.mark() == Entry.Mark.MET).hasSize(3);
    }

    @Test
    void whatNobodyExpectedIsAFailureWhereverItComes() {
        assertThat(failures(run("", "09:00 李雷: 说 好"))).containsExactly("09:00 bot: 叮:好 | 没有写到这一句");
        assertThat(failures(run("", "09:00 李雷: 说 好", "09:05 李雷: 早"))).containsExactly("09:00 bot: 叮:好 | 没有写到这一句");
        assertThat(failures(run("", "09:00 李雷: 等 60 茶", "silence until 09:05")))
                .containsExactly("09:01 bot: 叮:茶 | 没有写到这一句");
        assertThat(failures(run("", "09:00 李雷: 等 300 茶"))).containsExactly("09:05 bot: 叮:茶 | 没有写到这一句");
        assertThat(failures(run("", "09:00 李雷: 说 好", "silence", "09:00 bot: 叮:好"))).hasSize(2);
    }

    @Test
    void aScriptThatSaysUntilWhenItLooksDoesNotLookFurther() {
        assertThat(failures(run("", "09:00 李雷: 等 60 茶", "silence until 09:01"))).isEmpty();
        assertThat(failures(run("", "09:00 李雷: 等 60 茶", "09:01 bot: 叮:茶"))).isEmpty();
        assertThat(failures(run("", "09:00 李雷: 等 601 茶"))).isEmpty();
    }

    @Test
    void whatComesAtAnotherTimeIsSaidToDoSo() {
        assertThat(failures(run("", "09:00 李雷: 说 好", "09:03 bot: 叮:好")))
                .containsExactly("09:03 bot: 叮:好 | 早了 3m:09:00 就来了");
        Result late = run("", "09:00 李雷: 等 120 茶", "09:01 bot: 叮:茶", "silence until 09:05");
        assertThat(failures(late)).containsExactly("09:01 bot: 叮:茶 | 机器人没有说话", "09:02 bot: 叮:茶 | 没有写到这一句");
        assertThat(late.entries().get(2).details()).extracting(words -> words.in(Language.ZH))
                .anyMatch(detail -> detail.contains("只是时间不对"));
    }

    @Test
    void otherWordsAreShownBesideWhatWasExpected() {
        Result result = run("", "09:00 李雷: 说 好的", "09:00 bot: 叮:好吧");
        assertThat(result.entries().get(1).details()).extracting(words -> words.in(Language.ZH))
                .containsExactly("应当: 叮:好【吧】", "实际: 叮:好【的】", "因为: bell rules/bell.yaml:6:28 听到 说",
                        "因为: bell rules/bell.yaml:6:28 说 好的");
    }

    @Test
    void severalWordsOfAMinuteMayBeExpectedInAnyOrder() {
        assertThat(failures(run("", "09:00 李雷: 说 一", "09:00 李雷: 说 二", "09:00 bot: 叮:二", "09:00 bot: 叮:一")))
                .isEmpty();
    }

    @Test
    void tellsCountInCasesThatSayThereIsNone() {
        assertThat(failures(run("", "09:00 李雷: 告诉 急事"))).isEmpty();
        assertThat(failures(run("", "09:00 李雷: 告诉 急事", "09:00 tell owner: 急事"))).isEmpty();
        assertThat(failures(run("", "09:00 李雷: 告诉 急事", "09:00 tell 周敏: 急事"))).isEmpty();
        assertThat(failures(run("", "09:00 李雷: 告诉 急事", "no tell"))).containsExactly("09:00 tell owner: 急事 | 没有写到这一句");
        assertThat(failures(run("", "09:00 李雷: 告诉 甲", "09:00 tell owner: 甲", "09:01 李雷: 告诉 乙"))).isEmpty();
        assertThat(failures(run("", "09:00 李雷: 告诉 甲", "09:00 tell owner: 甲", "09:01 李雷: 告诉 乙", "no tell")))
                .containsExactly("09:01 tell owner: 乙 | 没有写到这一句");
        assertThat(failures(run("", "09:00 李雷: 告诉 急事", "09:00 tell backup: 急事"))).first().asString()
                .contains("实际是给 周敏 的");
        assertThat(failures(run("", "09:00 李雷: 早", "09:00 tell owner: *"))).containsExactly(
                "09:00 tell owner: * | 没有提醒这位同事");
    }

    @Test
    void tagsArePutOnAndTakenOff() {
        assertThat(failures(run("given: { tags: { 李雷: [旧的, 老客户] } }\n", "09:00 李雷: 标签 新的", "09:00 tag 李雷: 新的",
                "09:00 tag 李雷: -旧的", "09:01 李雷: 谁", "09:01 bot: ~老客户"))).isEmpty();
        assertThat(failures(run("", "09:00 李雷: 标签 新的", "09:00 tag 韩梅梅: 新的"))).containsExactly(
                "09:00 tag 韩梅梅: 新的 | 没有打这个标签");
    }

    @Test
    void aRedeliveryARestartAndAReloadChangeNothing() {
        assertThat(failures(run("", "09:00 李雷: 几次", "09:00 bot: 叮:第 1 次", "redeliver", "restart", "redeliver", "reload",
                "09:01 李雷: 几次", "09:01 bot: 叮:第 2 次", "09:02 李雷: 等 120 茶", "restart", "09:04 bot: 叮:茶"))).isEmpty();
    }

    @Test
    void casesDoNotSeeEachOther() throws InterruptedException {
        Tested tested = Tested.of(Tested.RULES,
                """
                        profile: bell
                        cases:
                          - { name: 一, chat: ["09:00 李雷: 几次", "09:00 bot: 叮:第 1 次"] }
                          - { name: 二, people: { 周敏: owner }, chat: ["09:00 李雷: 几次", "09:00 bot: 叮:第 1 次", "09:00 李雷: 同事", "09:00 bot: 叮:[周敏]"] }
                          - { name: 三, chat: ["09:00 李雷: 几次", "09:00 bot: 叮:第 1 次", "09:00 李雷: 同事", "09:00 bot: 叮:[不知道]"] }
                          - { name: 四, skip: 以后再说, chat: ["09:00 李雷: 说 好"] }
                        """);
        List<Result> results = new Runner(tested.books).run(tested.scripts(), 2);
        assertThat(results).extracting(Result::verdict).containsExactly(Verdict.PASSED, Verdict.PASSED, Verdict.PASSED,
                Verdict.SKIPPED);
    }

    @Test
    void theBotIsAddressedByAnAtThatNamesNobodyElse() {
        assertThat(failures(run("", "09:00 李雷: @小助手 被叫", "09:00 bot: 叮:在", "09:01 李雷: 被叫", "silence until 09:02",
                "09:02 韩梅梅: 早", "09:03 李雷: @韩梅梅 被叫", "09:03 李雷: @周敏 被叫", "09:03 李雷: @所有人 被叫",
                "09:03 李雷: 被叫 a@b.example", "silence until 09:05"))).isEmpty();
    }

    @Test
    void oneToOneEverybodyTalksAlone() {
        assertThat(failures(run("in: direct\n", "09:00 +李雷", "09:00 bot: 叮:您好", "09:01 李雷: 被叫", "09:01 bot: 叮:在",
                "09:02 李雷: 几次", "09:02 bot: 叮:第 1 次", "09:03 韩梅梅: 几次", "09:03 bot: 叮:第 1 次"))).isEmpty();
    }

    @Test
    void inACustomerGroupWordsAreADraftOfTheColleagueInCharge() {
        assertThat(failures(run("in: customer\n", "09:00 +李雷", "09:00 draft owner: 叮:来了 1 位"))).isEmpty();
        assertThat(failures(run("in: customer\n", "09:00 李雷: 说 好", "09:00 draft backup: 叮:好"))).isNotEmpty();
        assertThat(failures(run("in: customer\n", "09:00 李雷: 早", "no draft", "no task"))).isEmpty();
        assertThat(failures(run("in: customer\n", "09:00 李雷: 早", "09:00 draft owner: *")))
                .containsExactly("09:00 draft owner: * | 没有给这位同事草稿");
    }

    @Test
    void whatNobodyAskedForIsATaskInACustomerGroup() {
        assertThat(failures(run("in: customer\n", "09:00 李雷: 等 60 茶", "09:01 task: 叮:茶"))).isEmpty();
    }

    @Test
    void aProfileThatOnlyWatchesIsSilentAndCanBeAskedWhatItWouldSay() {
        String watching = Tested.RULES + "mode: watch\n";
        Tested tested = Tested.of(watching, """
                profile: bell
                cases:
                  - { name: 一, chat: ["09:00 李雷: 说 好", silence until 10:00] }
                  - { name: 二, chat: ["09:00 李雷: 说 好", "09:00 bot: 叮:好"] }
                  - { name: 三, chat: ["09:00 李雷: 说 好", "09:00 bot: 叮:不好"] }
                """);
        assertThat(tested.scripts()).extracting(script -> new Runner(tested.books).run(script).verdict())
                .containsExactly(Verdict.PASSED, Verdict.PASSED, Verdict.FAILED);
    }

    @Test
    void whatNobodyHasBeforeThemIsNeitherConfirmedNorTakenBack() {
        assertThat(failures(run("", "09:00 李雷: 早", "09:01 withdraw owner"))).containsExactly(
                "09:01 withdraw owner | 这位同事手里没有东西收回");
        assertThat(failures(run("", "09:00 李雷: 早", "09:01 confirm owner"))).containsExactly(
                "09:01 confirm owner | 没有等群主确认的任务");
        assertThat(failures(run("", "09:00 李雷: 早", "no draft until 10:00", "no task"))).isEmpty();
    }

    @Test
    void whatIsGivenToNobodyIsAFailure() {
        assertThat(failures(run("given: { signups: { visit: 30 } }\n", "09:00 李雷: 早"))).singleElement().asString()
                .contains("没有插件 signup");
    }

    @Test
    void timeCanBeSkippedUnseen() {
        assertThat(failures(run("", "09:00 李雷: 等 60 茶", "skip until 12-04 09:00", "12-04 09:00 李雷: 说 早",
                "12-04 09:00 bot: 叮:早"))).isEmpty();
    }

    @Test
    void buttonsArePressed() {
        assertThat(failures(run("", "09:00 李雷 clicks 报名", "09:00 bot: 叮:点了 报名"))).isEmpty();
    }

    @Test
    void whatTheRulesDoNotKnowIsAProblemAtItsPlace() {
        Tested tested = Tested.of(Tested.RULES, """
                profile: bell
                people: { 周敏: ownr }
                cases:
                  - { name: 一, chat: ["09:00 李雷: 早"] }
                """);
        assertThat(tested.problems.all()).extracting(each -> each.code() + " " + each.place() + " " + each.help().zh())
                .containsExactly("T006 rules/tests/bell.test.yaml:2:15 您是不是想写 “owner”?");
        Tested people = Tested.of(Tested.RULES, Tested.yaml("", "09:00 staff 周明: 早", "09:01 tell ownr: *"));
        assertThat(people.problems.all()).extracting(each -> each.code() + " " + each.place() + " " + each.help().zh())
                .containsExactly("T004 rules/tests/bell.test.yaml:6:22 您是不是想写 “周敏”?",
                        "T004 rules/tests/bell.test.yaml:7:21 您是不是想写 “owner”?");
        Tested profile = Tested.of(Tested.RULES, "profile: bel\ncases: []\n");
        assertThat(profile.problems.all()).extracting(Problem::code).containsExactly("T005");
    }

    @Test
    void ofAPostWithTwoColleaguesEachHasANameOfTheirOwn() {
        Tested tested = Tested.of(Tested.RULES, """
                profile: bell
                people: { 徐佳: backup, 林舟: backup, 方慧: backup }
                cases: [{ name: 一, chat: [silence] }]
                """);
        assertThat(tested.problems.all()).extracting(each -> each.code() + " " + each.place().column())
                .containsExactly("T006 39");
    }

    @Test
    void coverageNamesWhatNoCaseReaches() {
        Tested tested = Tested.of(Tested.RULES, Tested.yaml("", "09:00 李雷: 早"));
        Result silent = new Runner(tested.books).run(tested.scripts().getFirst());
        assertThat(Coverage.of(tested.books.reading().book(), List.of(silent))).singleElement().satisfies(each -> {
            assertThat(each.percent()).isZero();
            assertThat(each.unreached()).extracting(rule -> rule.value() + " " + rule.place())
                    .containsExactly("bell rules/bell.yaml:6:28");
        });
        Result spoke = run("", "09:00 李雷: 说 好", "09:00 bot: *");
        assertThat(Coverage.of(tested.books.reading().book(), List.of(silent, spoke))).singleElement()
                .satisfies(each -> assertThat(each.percent()).isEqualTo(100));
    }
}
