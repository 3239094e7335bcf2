package io.qunbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever changes the archive behind the bot's back is found out. */
@Timeout(120)
class ArchiveVerifyTest {

    @TempDir
    private Path folder;
    private CliHome home;

    @BeforeEach
    void furnish() throws IOException {
        home = CliHome.in(folder.resolve("home"));
    }

    @Test
    void whatIsChangedIsNamedAndWhatIsNotIsProven() throws Exception {
        Path heads = folder.resolve("heads.txt");
        try (RunningBot _ = RunningBot.of(home)) {
            home.qunbot("say", "demo", "李雷", "怎么开发票?");
            home.qunbot("say", "other", "韩梅梅", "换一张发票");
            assertThat(home.qunbot("archive", "verify").out()).contains("nothing is wrong: 2 messages");
            CliHome.Result printed = home.qunbot("archive", "verify", "--heads");
            assertThat(printed.exit()).isZero();
            Files.writeString(heads, printed.out());
        }
        assertThat(home.qunbot("archive", "verify", "--against", heads.toString()).out())
                .contains("2 heads that were kept elsewhere were met again");
        tamper("update journal set received = received + 1 where seq = 1");

        CliHome.Result found = home.qunbot("archive", "verify");
        assertThat(found.exit()).isEqualTo(1);
        assertThat(found.out()).contains("✗ demo", "message 1  is not what was sealed");
        JsonObject json = JsonParser.parseString(home.qunbot("archive", "verify", "--format", "json").out())
                .getAsJsonObject();
        assertThat(json.get("ok").getAsBoolean()).isFalse();
        assertThat(json.getAsJsonArray("wrong").get(0).getAsJsonObject().get("seq").getAsInt()).isEqualTo(1);
        assertThat(home.qunbot("archive", "verify", "--group", "other").exit()).isZero();
    }

    private void tamper(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + home.root().resolve("data/qunbot.db"));
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Test
    void whatMakesNoSenseIsSaid() throws IOException {
        assertThat(home.qunbot("archive", "verify").err()).contains("the bot never ran");
        try (RunningBot _ = RunningBot.of(home)) {
            assertThat(home.qunbot("archive", "verify", "--group", "nobody").err()).contains("never seen: nobody");
        }
        Path file = Files.writeString(folder.resolve("no-heads.txt"), "hello\n");
        assertThat(home.qunbot("archive", "verify", "--against", file.toString()).err()).contains("no head: hello");
    }
}
