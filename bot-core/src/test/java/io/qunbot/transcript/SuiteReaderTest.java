package io.qunbot.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.ChatKind;
import io.qunbot.transcript.Step.Way;
import io.qunbot.yaml.Language;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.ProblemPrinter;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Severity;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How transcripts are read, and what is said about those that make no sense. */
class SuiteReaderTest {

    private static final LocalDateTime NINE = LocalDateTime.parse("2026-12-03T09:00");

    private final Problems problems = new Problems();

    private Suite read(String yaml) {
        return SuiteReader.read("rules/tests/a.test.yaml", yaml.getBytes(StandardCharsets.UTF_8), problems)
                .orElseThrow();
    }

    /** The steps of a case with these lines, each in quotes. */
    private List<Line> lines(String... lines) {
        String chat = Stream.of(lines).map(line -> "      - \"" + line + "\"\n").collect(Collectors.joining());
        return read("profile: a\ncases:\n  - name: 一\n    chat:\n" + chat).scripts().stream()
                .flatMap(script -> script.lines().stream()).toList();
    }

    private Step step(String line) {
        return lines("08:00 李雷: 早", line).getLast().step();
    }

    @Test
    void peopleSpeakComeAndGo() {
        assertThat(step("09:00 李雷: 发票怎么开?")).isEqualTo(new Step.Says("李雷", "", "发票怎么开?", false));
        assertThat(step("09:00 李雷:几点: 10:30")).isEqualTo(new Step.Says("李雷", "", "几点: 10:30", false));
        assertThat(step("09:00 staff 周敏: 我来")).isEqualTo(new Step.Says("周敏", "", "我来", true));
        assertThat(step("09:00 老陈 [接龙]: 1. 老陈")).isEqualTo(new Step.Says("老陈", "接龙", "1. 老陈", false));
        assertThat(step("09:00 +王五, +赵六")).isEqualTo(new Step.Joins(List.of("王五", "赵六")));
        assertThat(step("09:00 +王五、赵六")).isEqualTo(new Step.Joins(List.of("王五", "赵六")));
        assertThat(step("09:00 -王五")).isEqualTo(new Step.Leaves(List.of("王五")));
        assertThat(step("09:00 李雷 clicks 报名")).isEqualTo(new Step.Clicks("李雷", "报名"));
        assertThat(step("09:00 rename 城南店服务群")).isEqualTo(new Step.Renames("城南店服务群"));
    }

    @Test
    void theBotIsExpectedToSayToTellAndToTag() {
        assertThat(step("09:00 bot: *开票*")).isEqualTo(new Step.Expects(Way.BOT, "", new Wording("*开票*")));
        assertThat(step("09:00 tell 发票: ~李雷")).isEqualTo(new Step.Expects(Way.TELL, "发票", new Wording("~李雷")));
        assertThat(step("09:00 tag 李雷: -沉默")).isEqualTo(new Step.Expects(Way.TAG, "李雷", new Wording("-沉默")));
        assertThat(step("09:00 draft owner: *")).isEqualTo(new Step.Expects(Way.DRAFT, "owner", new Wording("*")));
        assertThat(step("09:00 task: *")).isEqualTo(new Step.Expects(Way.TASK, "", new Wording("*")));
        assertThat(step("09:00 withdraw owner")).isEqualTo(new Step.Expects(Way.WITHDRAW, "owner", new Wording("*")));
    }

    @Test
    void silenceAndWhatHasNoTimeOfItsOwn() {
        assertThat(step("silence")).isEqualTo(new Step.Silence(Optional.empty()));
        assertThat(step("silence until 09:05")).isEqualTo(new Step.Silence(Optional.of(NINE.withMinute(5))));
        assertThat(step("silence until 12-04 09:00")).isEqualTo(new Step.Silence(Optional.of(NINE.plusDays(1))));
        assertThat(step("no tell")).isEqualTo(new Step.Without(Way.TELL, Optional.empty()));
        assertThat(step("no draft until 09:00")).isEqualTo(new Step.Without(Way.DRAFT, Optional.of(NINE)));
        assertThat(step("skip until 12-03 09:00")).isEqualTo(new Step.Skips(NINE));
        assertThat(step("redeliver")).isEqualTo(new Step.Redelivers());
        assertThat(step("restart")).isEqualTo(new Step.Restarts());
        assertThat(step("reload")).isEqualTo(new Step.Reloads());
    }

    @Test
    void timeHasSecondsAndDates() {
        List<Line> lines = lines("9:05 李雷: 一", "09:05:30 李雷: 二", "12-31 23:59 李雷: 三", "01-01 00:01 李雷: 四",
                "2027-03-01 10:00 李雷: 五", "李雷: 六");
        assertThat(lines).extracting(line -> line.at().map(LocalDateTime::toString).orElse("")).containsExactly(
                "2026-12-03T09:05", "2026-12-03T09:05:30", "2026-12-31T23:59", "2027-01-01T00:01",
                "2027-03-01T10:00", "");
        assertThat(lines).extracting(Line::precise).containsExactly(false, true, false, false, false, false);
    }

    @Test
    void aCaseHasItsOwnSettingsOrThoseOfItsFile() {
        Suite suite = read("""
                profile: service
                in: customer
                people: { 周敏: owner, 徐佳: [backup, 发票] }
                start: "2026-12-08"
                cases:
                  - { name: 一, chat: ["09:00 李雷: 早", silence until 10:00] }
                  - name: 二
                    in: direct
                    people: { 林舟: owner }
                    start: "2026-12-09 08:00"
                    given: { tags: { 李雷: [老客户] } }
                    skip: 等有了通讯录
                    chat:
                      - "15:00 bot: 明天小课"
                """);
        assertThat(problems.all()).isEmpty();
        Script first = suite.scripts().getFirst();
        assertThat(first.in()).isEqualTo(ChatKind.CUSTOMER);
        assertThat(first.start()).isEqualTo("2026-12-08T09:00");
        assertThat(first.people()).containsOnlyKeys("周敏", "徐佳");
        Script second = suite.scripts().getLast();
        assertThat(second.in()).isEqualTo(ChatKind.DIRECT);
        assertThat(second.start()).isEqualTo("2026-12-09T08:00");
        assertThat(second.people()).containsOnlyKeys("徐佳", "林舟");
        assertThat(second.given().tags()).containsEntry("李雷", List.of("老客户"));
        assertThat(second.skip()).contains("等有了通讯录");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "09:00 李雷 发票怎么开        | T001 5:16 | 冒号",
            "slience                     | T001 5:10 | silence",
            "09:00 slience until 10:00   | T001 5:16 | silence",
            "silence 10:00               | T001 5:18 | silence until",
            "silence until               | T001 5:18 | silence until",
            "silence until noon          | T002 5:24 | 12-04 08:30",
            "silence until 10:00 sharp   | T002 5:24 | 12-04 08:30",
            "09:00 tel owner: 早          | T001 5:16 | tell",
            "09:00 stafff 周敏: 早         | T001 5:16 | staff",
            "09:00 机器人: 早              | T001 5:16 | bot",
            "09:00 tell: 早               | T001 5:16 | tell owner",
            "09:00 tag: 早                | T001 5:16 | tag 李雷",
            "09:00 李雷:                  | T001 5:16 | 09:00 李雷",
            "09:00 : 早                   | T001 5:16 | 09:00 李雷",
            "09:00                       | T001 5:10 | 09:00 李雷",
            "09:00 +                     | T001 5:16 | +王五",
            "09:00 +王五, -赵六            | T001 5:16 | 两行",
            "25:00 李雷: 早                | T002 5:10 | 12-04 08:30",
            "9点 李雷: 早                  | T002 5:10 | 12-04 08:30",
            "0900 李雷: 早                 | T002 5:10 | 12-04 08:30",
            "13-40 09:00 李雷: 早          | T002 5:10 | 12-04 08:30",
            "redelivr                    | T001 5:10 | redeliver",
            "redeliver                   | T008 5:9  | 后面",
            "skip until 12-10 14:59 x    | T002 5:21 | 12-04 08:30",
            "skip                        | T001 5:9  | skip until"})
    void aLineThatMakesNoSenseIsShownAtItsPlaceWithWhatToWrite(String line, String where, String help) {
        assertThat(lines(line)).isEmpty();
        assertThat(problems.all()).singleElement().satisfies(problem -> {
            assertThat(problem.code() + " " + problem.place().line() + ":" + problem.place().column()).isEqualTo(where);
            assertThat(problem.help().zh()).contains(help);
            assertThat(problem.message().zh()).isNotBlank();
            assertThat(problem.message().en() + problem.help().en()).isNotBlank();
        });
    }

    @Test
    void timeDoesNotGoBackwards() {
        assertThat(lines("23:40 李雷: 一", "00:10 bot: 二")).isEmpty();
        assertThat(problems.all()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("T003");
            assertThat(problem.place()).hasToString("rules/tests/a.test.yaml:6:10");
            assertThat(problem.help().zh()).contains("12-04 00:10");
        });
    }

    @Test
    void withinAMinuteTheOrderIsFree() {
        assertThat(lines("09:00:40 李雷: 一", "09:00 bot: 二")).hasSize(2);
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void oneMistakeSpoilsOneCaseOnly() {
        Suite suite = read("""
                profile: a
                cases:
                  - name: 一
                    chat: ["09:00 李雷: 早"]
                  - name: 二
                    chat: ["09:00 李雷 早"]
                  - name: 三
                    chatt: ["09:00 李雷: 早"]
                  - name: 四
                    chat: ["09:00 李雷: 早"]
                """);
        assertThat(suite.scripts()).extracting(script -> script.name().value()).containsExactly("一", "四");
        assertThat(suite.broken()).extracting(name -> name.value()).containsExactlyInAnyOrder("二", "三");
        assertThat(problems.all()).extracting(Problem::code).containsExactlyInAnyOrder("T001", "R001");
    }

    @Test
    void aLineWithoutQuotesIsToldToHaveThem() {
        read("profile: a\ncases:\n  - name: 一\n    chat:\n      - 09:00 李雷: 早\n");
        assertThat(problems.all()).isNotEmpty().allSatisfy(problem -> assertThat(problem.place().line()).isEqualTo(5));
        assertThat(new ProblemPrinter(Language.ZH).text(problems.all())).contains("引号");
    }

    @Test
    void aMistakeThatConcernsAllCasesSpoilsAll() {
        Suite people = read("profile: a\npeople: [周敏]\ncases:\n  - { name: 一, chat: [silence] }\n");
        assertThat(people.scripts()).isEmpty();
        assertThat(people.broken()).extracting(name -> name.value()).containsExactly("一");
        Suite quote = read("profile: a\ncases:\n  - name: 一\n    chat:\n      - \"09:00 李雷: 早\n      - silence\n");
        assertThat(quote.scripts()).isEmpty();
        assertThat(quote.broken()).hasSize(1);
    }

    @Test
    void aCaseNeedsAConversation() {
        assertThat(read("profile: a\ncases:\n  - { name: 一 }\n").scripts()).isEmpty();
        assertThat(problems.all()).extracting(Problem::code).containsExactly("T009");
    }

    @Test
    void twoCasesOfOneNameAreWarnedOf() {
        read("profile: a\ncases:\n  - { name: 一, chat: [silence] }\n  - { name: 一, chat: [silence] }\n");
        assertThat(problems.all()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("T007");
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
            assertThat(problem.place().line()).isEqualTo(4);
        });
    }
}
