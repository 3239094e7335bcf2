package io.qunbot.plugins.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.bot.DataFolder;
import io.qunbot.simulation.Saying;
import io.qunbot.simulation.WecomCaller;
import io.qunbot.wecom.codec.ChannelKind;
import io.qunbot.wecom.codec.Credentials;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a profile hides is hidden in every list that people read, of a bot that runs and of one that does not. */
@Timeout(240)
class MaskedTest {

    private static final Credentials KEYS = new Credentials("QDG6eK", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
            "");

    @TempDir
    private Path home;
    private int messages;

    private void furnish() throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.createDirectories(home.resolve("rules/faq"));
        Files.writeString(home.resolve("config/bot.yaml"), """
                server: { bind: 127.0.0.1, port: 0 }
                channels:
                  assistant: { kind: wecom-aibot, token: QDG6eK, aesKey: jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C }
                """);
        Files.writeString(home.resolve("rules/faq/shop.yaml"), """
                faq: shop
                owner: 运营
                questions:
                  - { id: hours, ask: [几点开门], say: 九点 }
                """);
        Files.writeString(home.resolve("rules/service.yaml"), """
                profile: service
                goal: 有人接住
                value: [答疑]
                groups: [{ rest: true }]
                staff: { owner: zhou.min }
                plugins:
                  archive: { mask: [手机号] }
                  sla: { first_reply: 5h, hours: "每天 00:00-24:00", else: [owner] }
                  signup:
                    - { id: visit, title: 探店, is: [报名探店], ask: [电话], say: "约好了。" }
                  reply:
                    faq: { file: faq/shop.yaml, mode: careful }
                """);
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-cp",
                System.getProperty("java.class.path"), "io.qunbot.cli.Main"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--home", home.toString(), "--lang", "en"));
        return command;
    }

    private String qunbot(String... arguments) throws IOException {
        Process process = new ProcessBuilder(command(arguments)).redirectError(home.resolve("command.log").toFile())
                .start();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.onExit().join().exitValue()).as(out).isZero();
        return out;
    }

    private void says(String text) throws IOException, InterruptedException {
        String address = DataFolder.publicAddress(home.resolve("data")).orElseThrow();
        try (WecomCaller caller = new WecomCaller(URI.create(address + "/wecom/assistant"), ChannelKind.AIBOT, KEYS,
                InstantSource.system())) {
            assertThat(caller.say(new Saying("demo", "李雷", text, "m" + ++messages,
                    InstantSource.system().instant())).status()).isEqualTo(200);
        }
    }

    private void isHiddenEverywhere() throws IOException {
        assertThat(qunbot("signup", "demo")).contains("139****9000").doesNotContain("13900139000");
        assertThat(qunbot("signup", "demo", "--format", "csv")).doesNotContain("13900139000");
        assertThat(qunbot("unanswered")).contains("138****8000").doesNotContain("13800138000", "138 0013 8000");
        assertThat(qunbot("explain", "--last", "3", "--group", "demo")).contains("138****8000")
                .doesNotContain("13800138000");
        assertThat(qunbot("explain", "--last", "3", "--group", "demo", "--format", "json"))
                .doesNotContain("13800138000", "13900139000");
        assertThat(qunbot("report", "service")).contains("138****8000").doesNotContain("13800138000");
        assertThat(qunbot("explain", "demo", "打 13800138000 找谁?")).doesNotContain("13800138000");
    }

    @Test
    void whatIsHiddenOfTheArchiveIsHiddenInWhatIsMadeOfIt() throws Exception {
        furnish();
        Process bot = new ProcessBuilder(command("run")).redirectError(home.resolve("bot.log").toFile()).start();
        try (var out = bot.inputReader(UTF_8)) {
            assertThat(out.lines().anyMatch(line -> line.startsWith("try:"))).isTrue();
            says("报名探店");
            says("电话: 13900139000");
            says("打 13800138000 一直没人接怎么办?");
            isHiddenEverywhere();
            assertThat(qunbot("signup", "demo", "--plain", "--as", "王审计")).contains("13900139000");
            assertThat(qunbot("archive", "log")).contains("王审计  signup", "plain");
        } finally {
            bot.destroy();
            bot.onExit().join();
        }
        isHiddenEverywhere();
    }
}
