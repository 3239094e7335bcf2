package io.qunbot.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qunbot.bot.TestHome.Running;
import io.qunbot.bot.publish.Cause;
import io.qunbot.bot.publish.Edit;
import io.qunbot.bot.publish.RuleVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions of the rules: listed, compared, taken back. */
class VersionsTest {

    private static final String OTHER = "profile: other\ngoal: 好\nvalue: [好]\ngroups: [{ id: wr9 }]\n";

    @TempDir
    private Path root;

    private TalkingHome talk;

    @BeforeEach
    void furnish() throws IOException {
        talk = new TalkingHome(root).service("一", "");
    }

    @Test
    void aVersionIsTakenBackAndWhatLayThereIsKept() throws Exception {
        try (Running running = talk.start()) {
            Bot bot = running.bot();
            String first = bot.rules().state().book().version();
            talk.service("二", "").home.file("other.yaml", OTHER);
            bot.reload();
            talk.service("三", "plugns: {}\n"); // never took effect

            Takeback.Result dry = bot.revisions().rollback(first, "", true);
            assertThat(dry.done()).isFalse();
            assertThat(dry.files()).extracting(Edit::toString).containsExactly("- rules/other.yaml (+0 -4)",
                    "~ rules/service.yaml (+1 -2)");
            assertThat(talk.says(bot, "wr1", "你好")).isEqualTo("二1");

            Takeback.Result done = bot.revisions().rollback(first.substring(0, 4), "", false);
            assertThat(done.done()).isTrue();
            assertThat(done.book()).isEqualTo(first);
            assertThat(done.change().removed()).containsExactly("other");
            assertThat(talk.says(bot, "wr1", "你好")).isEqualTo("一2");
            assertThat(talk.home.home.rules().resolve("other.yaml")).doesNotExist();
            assertThat(bot.revisions().all()).extracting(RuleVersion::cause).containsExactly(Cause.ROLLBACK, Cause.KEPT,
                    Cause.COMMAND, Cause.START);
            assertThat(bot.revisions().diff(done.kept(), Versions.RUNNING, "service.yaml").files()).singleElement()
                    .satisfies(file -> assertThat(file.lines()).contains("-plugns: {}"));
            assertThat(bot.revisions().rollback(first, "", false).files()).as("it is there already").isEmpty();
        }
    }

    @Test
    void oneFileIsTakenBackAndTheOthersStay() throws Exception {
        talk.home.file("other.yaml", OTHER);
        try (Running running = talk.start()) {
            Bot bot = running.bot();
            talk.service("二", "").home.file("other.yaml", OTHER.replace("[好]", "[更好]"));
            bot.reload();
            Takeback.Result done = bot.revisions().rollback(Versions.PREVIOUS, "rules/service.yaml", false);
            assertThat(done.files()).extracting(Edit::path).containsExactly("rules/service.yaml");
            assertThat(talk.says(bot, "wr1", "你好")).isEqualTo("一1");
            assertThat(Files.readString(talk.home.home.rules().resolve("other.yaml"))).contains("更好");
            assertThatThrownBy(() -> bot.revisions().rollback(Versions.PREVIOUS, "nobody.yaml", false))
                    .isInstanceOf(Refused.class).hasMessageContaining("there is no rules/nobody.yaml");
        }
    }

    @Test
    void editsThatRunAlreadyAreHeldAgainstTheVersionBefore() throws Exception {
        try (Running running = talk.start()) {
            Bot bot = running.bot();
            assertThat(bot.revisions().diff(Versions.RUNNING, Versions.DISK, "").files()).isEmpty();
            String first = bot.rules().state().book().version();
            talk.service("二", "");
            bot.reload();
            Versions.Difference done = bot.revisions().diff(Versions.RUNNING, Versions.DISK, "");
            assertThat(done.from()).isEqualTo(first);
            assertThat(done.files()).hasSize(1);
            assertThat(bot.plan(Versions.RUNNING, Versions.DISK, 1).before()).isEqualTo(first);
        }
    }

    @Test
    void aVersionThatWouldNotRunIsNotTakenBack() throws Exception {
        talk.service("二", "extends: base\n").home.file("base.yaml", "profile: base\nabstract: true\n");
        try (Running running = talk.start()) {
            Bot bot = running.bot();
            talk.service("一", "");
            Files.delete(talk.home.home.rules().resolve("base.yaml"));
            bot.reload();
            Takeback.Result refused = bot.revisions().rollback(Versions.PREVIOUS, "service.yaml", false);
            assertThat(refused.done()).isFalse();
            assertThat(refused.errors()).isPositive();
            assertThat(refused.zh()).contains("没有 “base” 这份配置");
            assertThat(talk.says(bot, "wr1", "你好")).isEqualTo("一1");
        }
    }

    @Test
    void whileNothingRunsTheDataFolderIsAsked() throws Exception {
        try (Running running = talk.start()) {
            talk.service("二", "");
            running.bot().reload();
        }
        talk.service("三", "");
        BotConfig config = talk.home.read();
        assertThat(talk.home.offline(stopped -> stopped.revisions(talk.home.home, config)
                .diff(Versions.RUNNING, Versions.DISK, "")).files()).hasSize(1);
        assertThat(talk.home.offline(Offline::status).book()).isNotEmpty();
        List<RuleVersion> all = talk.home.offline(stopped -> stopped.revisions(talk.home.home, config).all());
        assertThat(all).extracting(RuleVersion::cause).containsExactly(Cause.COMMAND, Cause.START);
    }

    @Test
    void anUnknownVersionAndOneThatIsNotTheOnlyOneAreNamed() throws Exception {
        try (Running running = talk.start()) {
            assertThatThrownBy(() -> running.bot().revisions().rollback("zzz", "", false)).isInstanceOf(Refused.class)
                    .hasMessageContaining("there is no version 'zzz'");
            assertThatThrownBy(() -> running.bot().revisions().diff(Versions.PREVIOUS, Versions.DISK, ""))
                    .isInstanceOf(Refused.class).hasMessageContaining("no version before");
            talk.service("二", "");
            running.bot().reload();
            assertThatThrownBy(() -> running.bot().revisions().diff("", Versions.DISK, ""))
                    .isInstanceOf(Refused.class).hasMessageContaining("several versions");
        }
    }

    @Test
    void onlyAsManyAreKeptAsTheConfigurationSays() throws Exception {
        talk.home.config("reload: manual\nhistory: { keep: 3 }\n");
        try (Running running = talk.start()) {
            for (String text : new String[]{"二", "三", "四", "五"}) {
                talk.service(text, "");
                running.bot().reload();
            }
            assertThat(running.bot().revisions().all()).hasSize(3);
        }
    }
}
