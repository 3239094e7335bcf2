package io.qunbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.qunbot.bot.DataFolder;
import io.qunbot.cli.CliHome.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The codes that scripts rely on: 0 fine, 1 something to mend, 2 wrong usage, 3 the world, 4 our bug. */
class ExitCodesTest {

    @TempDir
    private Path folder;
    private CliHome home;

    @BeforeEach
    void open() throws IOException {
        home = CliHome.in(folder);
    }

    @Test
    void aGoodHomeIsZero() throws IOException {
        home.write("rules/good.yaml", CliHome.QUIET_RULES);
        assertThat(home.qunbot("check")).isEqualTo(new Result(0, "no problems" + System.lineSeparator(), ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version", "run --help", "archive tail --help"})
    void helpIsAResult(String arguments) {
        Result result = CliHome.run(List.of(arguments.split(" ")));
        assertThat(result.exit()).isZero();
        assertThat(result.out()).contains("qunbot");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void aMistakeIsOne() throws IOException {
        home.write("rules/bad.yaml", "profile: bad\nrepley: 1\n");
        assertThat(home.qunbot("check").exit()).isEqualTo(1);
    }

    @Test
    void aWarningAloneIsZero() throws IOException {
        home.write("rules/good.yaml", CliHome.QUIET_RULES.replace("goal: 有人接住\n", ""));
        Result result = home.qunbot("check");
        assertThat(result.exit()).isZero();
        assertThat(result.out()).contains("warning[P006]")
                .endsWith("0 errors, 1 warning" + System.lineSeparator());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "archive", "keywords", "shout", "say", "say group", "say group member",
            "check --format xml",
            "check --loud", "check --lang fr", "run --port x", "run --port 99999", "archive tail g -n 0", "backup"})
    void wrongUsageIsTwoAndShowsHowItIsWritten(String arguments) {
        Result result = CliHome.run(List.of(arguments.isEmpty() ? new String[0] : arguments.split(" ")));
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("qunbot: ").contains("Usage: qunbot");
    }

    @Test
    void whoSaysNoCommandIsShownAll() {
        assertThat(CliHome.run(List.of("--lang", "en")).err()).startsWith("qunbot: which command?")
                .contains("run", "check", "say", "status", "reload", "archive", "backup", "keywords");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "archive tail g", "archive groups", "backup copy.db", "reload", "say g m hello"})
    void whatNeedsABotOrItsDataIsThreeBeforeTheFirstRun(String arguments) {
        Result result = home.qunbot(arguments.split(" "));
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("qunbot: ").hasLineCount(1);
    }

    @Test
    void sayWithoutABotNamesTheCommandThatStartsIt() {
        assertThat(home.qunbot("say", "g", "m", "hello").err())
                .startsWith("qunbot: nobody answers at http://127.0.0.1:0: start the bot with ./qunbot run");
    }

    @Test
    void aFolderThatIsNotThereIsThree() {
        CliHome gone = new CliHome(folder.resolve("gone"));
        assertThat(gone.qunbot("check")).isEqualTo(
                new Result(3, "", "qunbot: no such folder: " + gone.root() + System.lineSeparator()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "status", "say g m hello"})
    void aWrongConfigurationIsThreeAndItsMistakesAreShown(String arguments) throws IOException {
        home.configure("kind: wecom-aibot", "kind: wecom-robot\n    webhook: key-only");
        Result result = home.qunbot(arguments.split(" "));
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("error[C008]").doesNotContain("key-only")
                .endsWith("qunbot: config/bot.yaml has mistakes, see above" + System.lineSeparator());
    }

    @Test
    void aTakenPortIsThree() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Result result = home.qunbot("run", "--port", String.valueOf(taken.getLocalPort()));
            assertThat(result.exit()).isEqualTo(3);
            assertThat(result.err()).contains("qunbot: cannot start: ", String.valueOf(taken.getLocalPort()));
        }
    }

    @Test
    void aStoreThatIsNoneIsThree() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        home.write("data/qunbot.db", "this is no database, and far too short for one");
        Result result = home.qunbot("status");
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.err()).startsWith("qunbot: the store cannot be used: ").hasLineCount(1);
    }

    @Test
    void whatWeDidNotExpectIsFourAndShowsWhere() throws IOException {
        HttpServer garbled = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        garbled.createContext("/", exchange -> {
            byte[] body = "not what was agreed".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        garbled.start();
        try (DataFolder data = DataFolder.take(folder.resolve("data"))) {
            data.announce("http://127.0.0.1:" + garbled.getAddress().getPort(), "http://127.0.0.1:1");
            Result result = home.qunbot("status");
            assertThat(result.exit()).isEqualTo(4);
            assertThat(result.out()).isEmpty();
            assertThat(result.err()).startsWith("qunbot: this is our bug").contains("at io.qunbot");
        } finally {
            garbled.stop(0);
        }
    }
}
