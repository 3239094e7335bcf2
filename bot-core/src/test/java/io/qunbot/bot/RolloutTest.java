package io.qunbot.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.bot.TestHome.Running;
import io.qunbot.bot.desk.Worklist;
import io.qunbot.bot.publish.Cause;
import io.qunbot.bot.publish.DraftTally;
import io.qunbot.bot.publish.Rollout;
import io.qunbot.bot.publish.RuleVersion;
import io.qunbot.bot.publish.Tally;
import io.qunbot.chat.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change that is tried in a few groups before it is for all. */
class RolloutTest {

    private static final String FIRST = "rollout: [wr1, \"试点*\"]\n";

    @TempDir
    private Path root;

    private TalkingHome talk;

    @BeforeEach
    void furnish() throws IOException {
        talk = new TalkingHome(root).service("一", FIRST);
    }

    @Test
    void aChangeRunsInTheNamedGroupsUntilItIsPromoted() throws Exception {
        try (Running running = talk.start()) {
            Bot bot = running.bot();
            assertThat(talk.says(bot, "wr1", "你好")).as("what runs first is for all").isEqualTo("一1");
            assertThat(talk.says(bot, "wr2", "你好")).isEqualTo("一1");
            talk.service("二", FIRST);
            bot.reload();
            assertThat(talk.says(bot, "wr1", "你好")).isEqualTo("二2");
            assertThat(talk.says(bot, "试点三", "你好")).isEqualTo("二1");
            assertThat(talk.says(bot, "wr2", "你好")).isEqualTo("一2");
            talk.says(bot, "wr2", "坏");
            assertThat(bot.status().rollouts()).singleElement().satisfies(rollout -> {
                assertThat(rollout.trial()).isEqualTo(new Tally(2, 2, 0, 0));
                assertThat(rollout.settled()).isEqualTo(new Tally(2, 1, 1, 1));
                assertThat(rollout.version()).isEqualTo(bot.rules().state().book().version());
            });
            assertThat(bot.status().groups()).extracting(Status.Group::edition).contains("trial", "settled");

            assertThat(bot.revisions().promote("other")).isEmpty();
            assertThat(bot.revisions().promote("")).containsExactly("service");
            assertThat(talk.says(bot, "wr2", "你好")).isEqualTo("二3");
            assertThat(bot.status().rollouts()).isEmpty();
            assertThat(bot.revisions().all().getFirst().cause()).isEqualTo(Cause.PROMOTE);
        }
    }

    @Test
    void whatColleaguesThinkOfItsWordsIsComparedToo() throws Exception {
        try (Running running = talk.start()) {
            Bot bot = running.bot();
            talk.service("二", FIRST + "mode: watch\n");
            bot.reload();
            assertThat(talk.says(bot, "wr1", "你好")).isEmpty();
            Worklist.Item would = bot.worklist().watched("wr1", Instant.EPOCH).getFirst();
            assertThat(bot.worklist().judge(would.id(), Verdict.WRONG, "", "")).isTrue();
            assertThat(bot.status().rollouts()).singleElement().satisfies(rollout -> {
                assertThat(rollout.trialDrafts()).isEqualTo(new DraftTally(1, 1));
                assertThat(rollout.settledDrafts()).isEqualTo(DraftTally.NONE);
            });
        }
    }

    @Test
    void itSurvivesARestartWithItsCountsAndCanBePromotedWhileNothingRuns() throws Exception {
        try (Running running = talk.start()) {
            talk.service("二", FIRST);
            running.bot().reload();
            talk.says(running.bot(), "wr1", "你好");
        }
        try (Running running = talk.start()) {
            Bot bot = running.bot();
            assertThat(talk.says(bot, "wr1", "你好")).isEqualTo("二2");
            assertThat(talk.says(bot, "wr2", "你好")).isEqualTo("一1");
            assertThat(bot.status().rollouts()).extracting(Rollout::trial).containsExactly(new Tally(2, 2, 0, 0));
        }
        BotConfig config = talk.home.read();
        List<String> promoted = talk.home
                .offline(stopped -> stopped.revisions(talk.home.home, config).promote("service"));
        assertThat(promoted).containsExactly("service");
        try (Running running = talk.start()) {
            assertThat(talk.says(running.bot(), "wr2", "你好")).isEqualTo("二2");
            assertThat(running.bot().status().rollouts()).isEmpty();
        }
    }

    @Test
    void whatWasEditedWhileNothingRanIsTriedFirstToo() throws Exception {
        try (Running running = talk.start()) {
            assertThat(running.bot().status().rollouts()).isEmpty();
        }
        try (Running running = talk.start()) {
            assertThat(talk.says(running.bot(), "wr2", "没有改")).isEqualTo("一1");
        }
        talk.service("二", FIRST);
        try (Running running = talk.start()) {
            assertThat(talk.says(running.bot(), "wr1", "你好")).isEqualTo("二1");
            assertThat(talk.says(running.bot(), "wr2", "你好")).isEqualTo("一2");
        }
    }

    @Test
    void changingItAgainGoesOnFromTheSameVersionAndChangingItBackEndsIt() throws Exception {
        try (Running running = talk.start()) {
            Bot bot = running.bot();
            String first = bot.rules().state().book().version();
            talk.service("二", FIRST);
            bot.reload();
            talk.service("三", FIRST);
            bot.reload();
            assertThat(talk.says(bot, "wr1", "你好")).isEqualTo("三1");
            assertThat(talk.says(bot, "wr2", "你好")).isEqualTo("一1");
            assertThat(bot.status().rollouts()).extracting(Rollout::base).containsExactly(first);
            talk.service("一", FIRST);
            bot.reload();
            assertThat(bot.status().rollouts()).isEmpty();
            assertThat(talk.says(bot, "wr1", "你好")).isEqualTo("一2");
        }
    }

    @Test
    void withoutTheLineAChangeIsForAllAndSoIsWhatIsTakenBack() throws Exception {
        try (Running running = talk.start()) {
            Bot bot = running.bot();
            talk.service("二", "");
            bot.reload();
            assertThat(talk.says(bot, "wr2", "你好")).isEqualTo("二1");
            talk.service("三", FIRST);
            bot.reload();
            assertThat(talk.says(bot, "wr2", "你好")).isEqualTo("二2");
            String first = bot.revisions().all().getLast().version();
            assertThat(bot.revisions().rollback(first, "", false).done()).isTrue();
            assertThat(talk.says(bot, "wr2", "你好")).isEqualTo("一3");
            assertThat(bot.status().rollouts()).isEmpty();
            assertThat(bot.revisions().all()).extracting(RuleVersion::cause).containsExactly(Cause.ROLLBACK,
                    Cause.COMMAND,
                    Cause.COMMAND, Cause.START);
        }
    }

    @Test
    void whatFailsWhereItIsTriedGoesOnElsewhere() throws Exception {
        talk.home.config("reload: manual\nstages: { failures: 1 }\n");
        try (Running running = talk.start()) {
            Bot bot = running.bot();
            talk.service("二", FIRST);
            bot.reload();
            talk.says(bot, "wr1", "坏");
            assertThat(talk.says(bot, "wr1", "你好")).isEmpty();
            assertThat(talk.says(bot, "wr2", "你好")).isEqualTo("一1");
        }
    }
}
