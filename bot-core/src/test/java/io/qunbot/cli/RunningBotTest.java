package io.qunbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.cli.CliHome.Result;
import io.qunbot.simulation.Saying;
import io.qunbot.simulation.WecomCaller;
import io.qunbot.wecom.codec.ChannelKind;
import io.qunbot.wecom.codec.Credentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Every command against a bot that runs, and the same ones when it has ended. */
@TestInstance(Lifecycle.PER_CLASS)
class RunningBotTest {

    private Path folder;
    private CliHome home;
    private RunningBot bot;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        folder = temporary;
        home = CliHome.in(folder.resolve("home"));
        bot = RunningBot.of(home);
        assertThat(home.qunbot("say", "群1", "李雷", "你好")).isEqualTo(new Result(0, line("收到"), ""));
    }

    @AfterAll
    void stop() {
        bot.close();
    }

    @Test
    void aStartSaysWhereAndWhatToTry() {
        assertThat(bot.greeting()).satisfiesExactly(
                line -> assertThat(line).startsWith("qunbot ").contains(" is up: " + home.root()),
                line -> assertThat(line).startsWith("profiles: good 好的群 (version "),
                line -> assertThat(line).isEqualTo("plugins: parrot"),
                line -> assertThat(line)
                        .isEqualTo("callbacks: http://127.0.0.1:" + bot.port() + "/wecom/assistant"),
                line -> assertThat(line)
                        .isEqualTo("try: ./qunbot say --home " + home.root() + " demo-service 李雷 '发票怎么开?'"));
    }

    @Test
    void tryingWithTheBotsMemoryLeavesTheBotAlone() {
        String before = home.qunbot("archive", "tail", "群1").out();
        InputStream in = System.in;
        try {
            System.setIn(new ByteArrayInputStream("在吗\n/why\n".getBytes(StandardCharsets.UTF_8)));
            Result result = home.qunbot("try", "群1", "--live-memory");
            assertThat(result.exit()).as(result.err()).isZero();
            assertThat(result.out().lines().filter(line -> line.contains("收到"))).hasSize(1);
        } finally {
            System.setIn(in);
        }
        assertThat(home.qunbot("archive", "tail", "群1").out()).isEqualTo(before);
    }

    @Test
    void aSecondBotOnTheSameDataSaysSoInOneSentence() {
        Result result = home.qunbot("run");
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).hasLineCount(1).startsWith(
                "qunbot: the data folder " + home.root().resolve("data") + " is in use by another qunbot (pid ");
    }

    @Test
    void sayTakesAnAddressAndAChannel() {
        String url = "http://127.0.0.1:" + bot.port();
        assertThat(home.qunbot("say", "--url", url, "--channel", "assistant", "群2", "m", "a", "b").out())
                .isEqualTo(line("收到"));
        Result unknown = home.qunbot("say", "--channel", "robot", "群2", "m", "a");
        assertThat(unknown.exit()).isEqualTo(3);
        assertThat(unknown.err()).contains("no channel robot; it has assistant");
    }

    @Test
    void sayWithOtherKeysIsToldThatTheyDiffer() throws IOException {
        CliHome other = CliHome.in(folder.resolve("other"));
        other.configure("token: QDG6eK", "token: another");
        Result result = other.qunbot("say", "--url", "http://127.0.0.1:" + bot.port(), "群2", "m", "a");
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.err()).contains("(HTTP 403)", "keys");
    }

    @Test
    void statusTellsWhatRuns() {
        Result result = home.qunbot("status");
        assertThat(result.exit()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).startsWith("running ").contains("profiles: good 好的群", "channels: assistant aibot",
                "plugins: parrot").containsPattern("answers [1-9]")
                .doesNotContain("stage.failures");
    }

    @Test
    void whatIsTooOldIsArchivedAndCountedButNotAnswered() throws Exception {
        Instant longAgo = InstantSource.system().instant().minus(Duration.ofHours(1));
        Credentials keys = new Credentials("QDG6eK", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", "");
        try (WecomCaller wecom = new WecomCaller(URI.create("http://127.0.0.1:" + bot.port() + "/wecom/assistant"),
                ChannelKind.AIBOT, keys, InstantSource.system())) {
            WecomCaller.Answer answer = wecom.say(new Saying("群4", "李雷", "一小时前", "old", longAgo));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).isEmpty();
        }
        assertThat(home.qunbot("archive", "tail", "群4").out()).hasLineCount(1).contains("李雷: 一小时前");
        assertThat(home.qunbot("status").out()).contains("events.stale 1");
    }

    @Test
    void theArchiveShowsGroupsAndWhatWasSaidInThem() {
        assertThat(home.qunbot("archive", "groups").out()).startsWith(line("群1  internal  assistant"));
        Result tail = home.qunbot("archive", "tail", "群1");
        assertThat(tail.exit()).isZero();
        assertThat(tail.out().lines()).satisfiesExactly(
                line -> assertThat(line).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d 李雷: 你好"),
                line -> assertThat(line).endsWith(" bot (answer): 收到  [SENT]"));
        assertThat(home.qunbot("archive", "tail", "群1", "--format", "json").out()).contains("\"seq\":1",
                "\"from\":\"李雷\"", "\"type\":\"said\"", "\"text\":\"你好\"", "\"outcome\":\"SENT\"");
        assertThat(home.qunbot("archive", "tail", "群9").exit()).isEqualTo(3);
    }

    @Test
    void aBackupOfARunningBotCanBeReadWhereItIsRestored() throws IOException {
        Path copy = folder.resolve("copy.db");
        assertThat(home.qunbot("backup", copy.toString())).isEqualTo(new Result(0, line(copy.toString()), ""));
        CliHome restored = CliHome.in(folder.resolve("restored"));
        Files.createDirectories(restored.root().resolve("data"));
        Files.copy(copy, restored.root().resolve("data/qunbot.db"));
        assertThat(restored.qunbot("archive", "tail", "群1").out()).contains("李雷: 你好", "收到  [SENT]");

        Result again = home.qunbot("backup", copy.toString());
        assertThat(again.exit()).isEqualTo(3);
        assertThat(again.err()).isEqualTo(line("qunbot: " + copy + " already exists; a backup never overwrites"));
    }

    @Test
    void aReloadTakesWhatIsGoodAndHoldsWhatIsNot() throws IOException {
        home.write("rules/good.yaml", CliHome.GOOD_RULES.replace("plugins:", "plugin:"));
        Result held = home.qunbot("reload");
        assertThat(held.exit()).isEqualTo(1);
        assertThat(held.out()).contains("error[R001]", "rules/good.yaml has mistakes: its last good version goes on");
        assertThat(home.qunbot("status")).satisfies(status -> {
            assertThat(status.exit()).isEqualTo(1);
            assertThat(status.out()).contains("files of which the last good version runs: rules/good.yaml");
        });
        assertThat(home.qunbot("say", "群3", "m", "a").out()).isEqualTo(line("收到"));

        home.write("rules/good.yaml", CliHome.GOOD_RULES);
        Result good = home.qunbot("reload");
        assertThat(good.exit()).isZero();
        assertThat(good.out()).hasLineCount(1).startsWith("in force: rules ");
    }

    @Test
    void whenItHasEndedTheSameCommandsReadItsData() throws IOException {
        CliHome ended = CliHome.in(folder.resolve("ended"));
        try (RunningBot _ = RunningBot.of(ended)) {
            assertThat(ended.qunbot("say", "群1", "李雷", "你好").exit()).isZero();
        }
        assertThat(ended.qunbot("status").out()).startsWith("not running").contains("chats 1, events 1");
        assertThat(ended.qunbot("archive", "groups").out()).isEqualTo(line("群1  internal  assistant"));
        assertThat(ended.qunbot("archive", "tail", "群1").out()).contains("李雷: 你好", "收到  [SENT]");
        Path copy = folder.resolve("ended.db");
        assertThat(ended.qunbot("backup", copy.toString()).exit()).isZero();
        assertThat(copy).isNotEmptyFile();
        assertThat(ended.qunbot("reload").err())
                .isEqualTo(line("qunbot: no bot is running; rules are read at its start"));
    }

    private static String line(String text) {
        return text + System.lineSeparator();
    }
}
