package io.qunbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.cli.CliHome.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules' versions from the command line: the same words whether the bot runs or not. */
class VersionCommandsTest {

    @TempDir
    private Path folder;

    @Test
    void whatWasChangedIsListedComparedTriedAndTakenBack() throws IOException {
        CliHome home = CliHome.in(folder);
        home.configure("data: data", "data: data\nreload: manual");
        try (RunningBot _ = RunningBot.of(home)) {
            home.write("rules/good.yaml", CliHome.GOOD_RULES.replace("say: 收到", "say: 好的"));
            assertThat(home.qunbot("diff").out()).startsWith("changed rules/good.yaml").contains(
                    "what lies in rules/ now",
                    "-  parrot: { say: 收到 }", "+  parrot: { say: 好的 }");
            assertThat(home.qunbot("reload").out()).startsWith("~ rules/good.yaml (+1 -1)");
            assertThat(home.qunbot("say", "群1", "李雷", "你好").out()).contains("好的");
            assertThat(home.qunbot("history").out().lines().toList()).hasSize(4).first().asString()
                    .endsWith("the command reload  <- now");
            home.write("rules/good.yaml", CliHome.GOOD_RULES.replace("say: 收到", "say: 试试") + "rollout: [群1]\n");
            home.qunbot("reload");
            assertThat(home.qunbot("say", "群1", "李雷", "你好").out()).contains("试试");
            assertThat(home.qunbot("say", "群2", "李雷", "你好").out()).contains("好的");
            assertThat(home.qunbot("status").out()).contains("tried first: good, version ",
                    "new: messages 1, answered 1 (100%)", "群2  internal  assistant  good old (rules/good.yaml:5)");
            assertThat(home.qunbot("promote").out()).startsWith("good: the new version is in force in all groups");
            assertThat(home.qunbot("promote").exit()).isEqualTo(3);
            assertThat(home.qunbot("rollback", "nothing").err())
                    .startsWith("qunbot: there is no version 'nothing'; those there are: ./qunbot history");
        }
        Result dry = home.qunbot("rollback", "previous", "--dry-run");
        assertThat(dry.out()).startsWith("would restore rules/good.yaml (+1 -2)").contains("nothing was written");
        assertThat(Files.readString(folder.resolve("rules/good.yaml"))).contains("试试");
        assertThat(home.qunbot("rollback", "previous").out()).contains("restored rules/good.yaml",
                "nothing runs; in force with the next start");
        assertThat(Files.readString(folder.resolve("rules/good.yaml"))).contains("好的");
        assertThat(home.qunbot("history", "-n", "1").out()).contains("the command rollback  <- now");
        assertThat(home.qunbot("status", "--format", "json").out()).contains("\"running\": false", "\"id\": \"群1\"");
        assertThat(home.qunbot("diff").out()).contains("-  parrot: { say: 试试 }", "+  parrot: { say: 好的 }");
    }
}
