package io.qunbot.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.bot.TestHome.Running;
import io.qunbot.store.AlarmRow;
import io.qunbot.store.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes on through a reload, and what ends with it. */
class ReloadTest {

    @TempDir
    private Path root;

    private TalkingHome talk;

    @BeforeEach
    void furnish() throws IOException {
        talk = new TalkingHome(root).service("一", "", "a", "b");
    }

    @Test
    void memoryAlarmsAndQuarantineGoOn() throws Exception {
        talk.home.config("reload: manual\nstages: { failures: 2 }\n");
        try (Running running = talk.start()) {
            Bot bot = running.bot();
            assertThat(talk.says(bot, "wr1", "你好")).isEqualTo("一1");
            talk.says(bot, "wr1", "a");
            talk.service("二", "", "a", "b");
            assertThat(bot.reload().change().cancelled()).isZero();
            assertThat(talk.says(bot, "wr1", "你好")).isEqualTo("二2");
            assertThat(alarms(bot)).containsExactly("a");
            talk.says(bot, "wr1", "坏");
            talk.says(bot, "wr1", "坏");
            talk.service("三", "", "a", "b");
            bot.reload();
            assertThat(talk.says(bot, "wr1", "你好")).isEmpty();
            assertThat(bot.status().failing()).singleElement().asString()
                    .startsWith("service/say: 2 failures, quarantined");
        }
    }

    @Test
    void aRuleThatIsGoneIsNamedAndItsAlarmIsCancelled() throws Exception {
        try (Running running = talk.start()) {
            Bot bot = running.bot();
            talk.says(bot, "wr1", "a");
            talk.says(bot, "wr1", "b");
            talk.says(bot, "wr2", "b");
            talk.service("一", "", "a");
            Reloaded reloaded = bot.reload();
            assertThat(reloaded.change().removed()).containsExactly("service/say/b");
            assertThat(reloaded.change().cancelled()).isEqualTo(2);
            assertThat(bot.revisions().all().getFirst().change()).isEqualTo(reloaded.change());
            assertThat(alarms(bot)).containsExactly("a");
        }
    }

    @Test
    void alarmsOfAPluginThatIsGoneAreCancelledButNotWhileAFileHasMistakes() throws Exception {
        try (Running running = talk.start()) {
            Bot bot = running.bot();
            talk.says(bot, "wr1", "a");
            talk.home.file("service.yaml", "profile: service\nplugins: { sya: {} }\n");
            assertThat(bot.reload().change().cancelled()).isZero();
            assertThat(alarms(bot)).containsExactly("a");
            talk.home.file("service.yaml", "profile: service\ngoal: 好\nvalue: [好]\ngroups: [{ rest: true }]\n");
            assertThat(bot.reload().change().cancelled()).isEqualTo(1);
            assertThat(alarms(bot)).isEmpty();
        }
    }

    @Test
    void whatWasEditedWhileNothingRanIsFoundAtTheStart() throws Exception {
        try (Running running = talk.start()) {
            talk.says(running.bot(), "wr1", "b");
        }
        talk.service("一", "", "a");
        try (Running running = talk.start()) {
            assertThat(running.bot().revisions().all()).hasSize(2).first()
                    .satisfies(version -> assertThat(version.change().removed()).containsExactly("service/say/b"));
            assertThat(alarms(running.bot())).isEmpty();
        }
        try (Running running = talk.start()) {
            assertThat(running.bot().revisions().all()).as("nothing changed").hasSize(2);
        }
    }

    @Test
    void aDeletedFileIsNamedAsAWhole() throws Exception {
        talk.home.file("other.yaml",
                "profile: other\ngoal: 好\nvalue: [好]\ngroups: [{ id: wr9 }]\nplugins: { say: { text: 别 } }\n");
        try (Running running = talk.start()) {
            assertThat(talk.says(running.bot(), "wr9", "你好")).isEqualTo("别1");
            Files.delete(talk.home.home.rules().resolve("other.yaml"));
            assertThat(running.bot().reload().change().removed()).containsExactly("other");
            assertThat(talk.says(running.bot(), "wr9", "你好")).as("its memory is its group's").isEqualTo("一2");
        }
    }

    private static List<String> alarms(Bot bot) {
        Rows.write(bot.store(), _ -> {});
        return bot.store().alarms().all().stream().map(AlarmRow::key).sorted().toList();
    }
}
