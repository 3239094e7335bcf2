package io.qunbot.simulation.run;

import static io.qunbot.simulation.run.Tested.failures;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What transcripts say of drafts and tasks, from when they are decided until somebody has sent them. */
class HandsTest {

    private static final String RULES = """
            profile: bell
            goal: 测试
            value: [放心]
            groups: [{ id: nobody }]
            zone: Asia/Shanghai
            staff: { owner: zhou.min, backup: xu.jia }
            hours: ["09:00-21:00"]
            quiet: ["22:00-08:30"]
            mode: draft
            speak: { customer: draft, broadcast: task, draft: { to: owner, expires: 15m, next: backup } }
            plugins: { bell: { prefix: "叮:" } }
            """;

    private static List<String> run(String settings, String... lines) {
        return run(RULES, settings, lines);
    }

    private static List<String> run(String rules, String settings, String[] lines) {
        Tested tested = Tested.of(rules, Tested.yaml(settings, lines));
        assertThat(tested.problems.all()).isEmpty();
        return failures(new Runner(tested.books).run(tested.scripts().getFirst()));
    }

    @Test
    void aDraftThatIsHandedOnIsNoNewWord() {
        assertThat(run("", "10:00 李雷: 说 好", "10:00 bot: 叮:好", "silence until 11:00")).isEmpty();
        assertThat(run("", "10:00 李雷: 说 好", "10:00 draft owner: 叮:好", "10:15 draft backup: 叮:好")).isEmpty();
        assertThat(run("", "10:00 李雷: 说 好", "10:00 draft owner: 叮:好", "no draft until 11:00"))
                .containsExactly("10:15 draft backup: 叮:好 | 没有写到这一句");
        assertThat(run("", "10:00 李雷: 说 好", "silence until 11:00"))
                .containsExactly("10:00 draft owner: 叮:好 | 没有写到这一句");
        assertThat(run("", "10:00 李雷: 说 好", "10:00 bot: 叮:好", "10:15 bot: 叮:好")).hasSize(1);
    }

    @Test
    void aDraftShowsWhoAskedWhat() {
        assertThat(run("", "10:00 李雷: 说 好", "10:00 draft owner: *李雷*说 好*叮:好")).isEmpty();
    }

    @Test
    void whatIsDecidedAtNightIsThereInTheMorningWhenTheQuietEnds() {
        assertThat(run("", "23:00 李雷: 说 好", "23:00 bot: 叮:好", "silence until 12-04 10:00")).isEmpty();
        assertThat(run("start: \"2026-12-03\"\n", "23:00 李雷: 说 好", "no draft until 12-04 08:30",
                "12-04 08:30 draft owner: 叮:好")).isEmpty();
        assertThat(run("start: \"2026-12-03\"\n", "23:00 李雷: 说 好", "23:10 韩梅梅: 说 早",
                "12-04 08:30 draft owner: *李雷*叮:好*韩梅梅*叮:早*", "silence until 12-04 08:59")).isEmpty();
        assertThat(run("start: \"2026-12-03\"\n", "23:00 李雷: 说 好", "silence until 12-04 08:40"))
                .containsExactly("12-04 08:30 draft owner: 叮:好 | 没有写到这一句");
    }

    @Test
    void whoeverGetsADraftBeforeWorkHasTimeFromWhenItBegins() {
        assertThat(run("start: \"2026-12-03\"\n", "23:00 李雷: 说 好", "12-04 08:30 draft owner: 叮:好",
                "no draft until 12-04 09:15", "12-04 09:15 draft backup: 叮:好")).isEmpty();
    }

    @Test
    void aColleagueWhoSpeaksTakesADraftBack() {
        assertThat(run("", "10:00 李雷: 说 好", "10:00 draft owner: 叮:好", "10:05 staff 周敏: 好的",
                "10:05 withdraw owner", "no draft until 11:00")).isEmpty();
    }

    @Test
    void aTaskIsSaidOnceSomebodyConfirmsIt() {
        String[] confirmed = {"10:00 李雷: 话题 开聊", "10:01 task: 叮:开聊", "silence", "10:10 confirm owner",
                "10:10 bot: 叮:开聊", "silence until 11:00"};
        assertThat(run(RULES.replace("mode: draft", "mode: auto"), "in: customer\n", confirmed)).isEmpty();
    }

    @Test
    void aTaskThatNobodyConfirmsInTimeIsTakenBack() {
        String[] late = {"10:00 李雷: 话题 开聊", "10:01 task: 叮:开聊", "10:31 withdraw owner",
                "10:31 tell owner: *没有发出*叮:开聊", "silence until 11:00"};
        assertThat(run(RULES.replace("mode: draft", "mode: auto"), "in: customer\n", late)).isEmpty();
    }

    @Test
    void whatIsDueByTheClockAfterTheLastLineIsNoPartOfACase() {
        String[] lines = {"10:00 李雷: 话题 开聊"};
        assertThat(run(RULES.replace("mode: draft", "mode: auto"), "in: internal\n", lines)).isEmpty();
        String[] looked = {"10:00 李雷: 话题 开聊", "silence until 10:05"};
        assertThat(run(RULES.replace("mode: draft", "mode: auto"), "in: internal\n", looked)).hasSize(1);
    }
}
