package io.qunbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.cli.CliHome.Result;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeywordsCommandTest {

    @TempDir
    private Path folder;
    private CliHome home;

    @BeforeEach
    void open() throws IOException {
        home = CliHome.in(folder);
        home.write("rules/good.yaml", CliHome.QUIET_RULES);
    }

    @Test
    void rulesWithoutSurprisesAreFine() {
        Result result = home.qunbot("keywords", "lint");
        assertThat(result.exit()).isEqualTo(ExitCode.OK);
        assertThat(result.out()).startsWith("nothing found; there is no archive yet");
    }

    @Test
    void findingsArePrintedWithTheirPlace() throws IOException {
        home.write("rules/loud.yaml", CliHome.GOOD_RULES.replace("profile: good", "profile: loud")
                .replace("channel: assistant", "id: a").replace("say: 收到", "say: 早上好"));
        Result all = home.qunbot("keywords", "lint");
        assertThat(all.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(all.out()).contains("[R999]", "rules/loud.yaml", "1 found");
        assertThat(home.qunbot("keywords", "lint", "--format", "json", "rules/loud.yaml").out())
                .contains("\"code\": \"R999\"");
        assertThat(home.qunbot("keywords", "lint", "rules/good.yaml").exit()).isEqualTo(ExitCode.OK);
    }

    @Test
    void aFileWithAnErrorIsNamed() throws IOException {
        home.write("rules/broken.yaml", "profile: broken\nmode: loud\n");
        Result result = home.qunbot("keywords", "lint");
        assertThat(result.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(result.err()).contains("rules/broken.yaml has errors");
    }
}
