package io.qunbot.plugins.whole;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.bot.DataFolder;
import io.qunbot.simulation.Saying;
import io.qunbot.simulation.WecomCaller;
import io.qunbot.wecom.codec.ChannelKind;
import io.qunbot.wecom.codec.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A running bot with its plugins forgets what a member said, in every byte of its data folder. */
@Timeout(240)
class ForgottenTest {

    private static final Credentials KEYS = new Credentials("QDG6eK", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
            "");
    private static final String QUESTION = "碧螺春仓库漏水三百箱谁来管?";
    private static final String WAITS = "退款单号七七四九怎么还没到";
    private static final String ANSWER = "日期: 12月24日, 门店地址: 梧桐街十七号三单元";

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
        Files.writeString(home.resolve("rules/service.yaml"), """
                profile: service
                goal: 有人接住
                value: [答疑]
                groups: [{ rest: true }]
                staff: { owner: zhou.min }
                plugins:
                  signup:
                    - { id: visit, title: 探店, is: [报名探店], ask: [日期, 门店地址], say: "{{name}} 的探店约好了。" }
                  reply:
                    wait: 10m
                    rules:
                      - id: refund
                        when: { any: [退款单号] }
                        say: 在查了
                        tell: { who: owner, text: "{{name}} 问:{{quote}}" }
                      - { id: store, when: { any: [仓库漏水] }, say: "{{quote}}:有人管。", wait: 0s }
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
        return out.replaceAll("(?m)^.*[|]-.*$\\n", "") + process.onExit().join().exitValue();
    }

    private void says(String member, String text) throws IOException, InterruptedException {
        String address = DataFolder.publicAddress(home.resolve("data")).orElseThrow();
        try (WecomCaller caller = new WecomCaller(URI.create(address + "/wecom/assistant"), ChannelKind.AIBOT, KEYS,
                InstantSource.system())) {
            assertThat(caller.say(new Saying("demo", member, text, "m" + ++messages,
                    InstantSource.system().instant())).status()).isEqualTo(200);
        }
    }

    /** The tables whose rows hold a text. */
    private List<String> tables(String text) throws SQLException {
        TreeSet<String> found = new TreeSet<>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("data/qunbot.db"));
                var statement = connection.createStatement();
                var names = statement.executeQuery("select m.name, c.name from sqlite_master m,"
                        + " pragma_table_info(m.name) c where m.type = 'table'")) {
            while (names.next()) {
                try (var other = connection.createStatement();
                        var row = other.executeQuery("select count(*) from " + names.getString(1)
                                + " where instr(cast(" + names.getString(2) + " as text), '" + text + "') > 0")) {
                    if (row.getInt(1) > 0) {
                        found.add(names.getString(1));
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    private List<String> files(String text) throws IOException {
        try (Stream<Path> all = Files.walk(home.resolve("data"))) {
            return all.filter(Files::isRegularFile).filter(file -> holds(file, text)).map(Path::toString).toList();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            String bytes = new String(Files.readAllBytes(file), ISO_8859_1);
            return Stream.of(text.getBytes(UTF_8), text.getBytes(UTF_16LE))
                    .anyMatch(form -> bytes.contains(new String(form, ISO_8859_1)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void whatAMemberSaidIsGoneFromEverywhere() throws Exception {
        furnish();
        Process bot = new ProcessBuilder(command("run")).redirectError(home.resolve("bot.log").toFile()).start();
        try (var out = bot.inputReader(UTF_8)) {
            assertThat(out.lines().anyMatch(line -> line.startsWith("try:"))).isTrue();
            says("李雷", QUESTION);
            says("李雷", WAITS);
            says("李雷", "报名探店");
            says("李雷", ANSWER);
            says("韩梅梅", "我也想知道怎么办");
            assertThat(qunbot("archive", "search", "漏水三百箱", "--who", "李雷")).contains("漏水三百箱");
            assertThat(tables("漏水三百箱")).contains("journal");
            assertThat(Stream.of("漏水三百箱", "七七四九", "梧桐街十七号").flatMap(text -> {
                try {
                    return tables(text).stream();
                } catch (SQLException failure) {
                    throw new IllegalStateException(failure);
                }
            }).distinct()).contains("journal", "memory", "outbox");

            assertThat(qunbot("archive", "erase", "--member", "李雷", "--reason", "本人要求", "--dry-run"))
                    .contains("would be erased: ");
            assertThat(qunbot("archive", "erase", "--member", "李雷", "--reason", "本人要求"))
                    .contains("every byte of the data folder was looked through").endsWith("0");

            for (String text : List.of("漏水三百箱", "七七四九", "梧桐街十七号")) {
                assertThat(files(text)).as(text + " in " + tables(text)).isEmpty();
            }
            says("韩梅梅", "还在吗");
            assertThat(qunbot("archive", "verify")).contains("nothing is wrong", "本人要求").endsWith("0");
            assertThat(qunbot("archive", "search", "漏水")).contains("nothing found");
        } finally {
            bot.destroy();
            bot.onExit().join();
        }
        assertThat(files("梧桐街十七号")).as("nothing of it comes back at the end").isEmpty();
        assertThat(qunbot("archive", "verify")).contains("nothing is wrong").endsWith("0");
    }
}
