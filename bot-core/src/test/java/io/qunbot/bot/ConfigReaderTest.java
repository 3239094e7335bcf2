package io.qunbot.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.yaml.Language;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.ProblemPrinter;
import io.qunbot.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {

    private static final String KEY = TestHome.AES_KEY;

    @TempDir
    private Path root;
    private final Problems problems = new Problems();

    @Test
    void whatIsNotSaidIsAsItUsuallyIs() throws IOException {
        BotConfig config = read("channels:\n  app: { kind: wecom-robot, token: t, aesKey: " + KEY + " }\n")
                .orElseThrow();

        assertThat(config.serverOrDefault()).isEqualTo(BotConfig.ServerConfig.DEFAULT);
        assertThat(config.stagesOrDefault()).isEqualTo(BotConfig.StagesConfig.DEFAULT);
        assertThat(config.passive()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.fresh()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.data()).isEqualTo("data");
        assertThat(config.channels()).containsOnlyKeys("app");
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void takesSecretsFromTheEnvironmentAndShowsNone() throws IOException {
        BotConfig config = read("channels:\n  app: { kind: wecom-robot, token: \"${TOKEN}\", aesKey: \"${KEY:" + KEY
                + "}\" }\n").orElseThrow();

        assertThat(config.channels().values()).extracting(channel -> channel.credentials().token())
                .containsExactly("from outside");
        assertThat(config.toString()).doesNotContain("from outside").doesNotContain(KEY);
    }

    @ParameterizedTest
    @CsvSource({
            "bot, wecom-robot, C010",
            "clock, wecom-robot, C010",
            "客服, wecom-robot, C002",
            "app, wecom-app, C004"})
    void refusesAChannelThatCannotWork(String name, String kind, String code) throws IOException {
        assertThat(read("channels:\n  " + name + ": { kind: " + kind + ", token: t, aesKey: " + KEY + " }\n"))
                .isEmpty();
        assertThat(codes()).containsExactly(code);
    }

    @Test
    void refusesAKeyThatIsNoneWithoutShowingIt() throws IOException {
        assertThat(read("channels:\n  app: { kind: wecom-robot, token: t, aesKey: tooShortAndSecret }\n")).isEmpty();
        assertThat(codes()).containsExactly("C003");
        for (Language language : Language.values()) {
            assertThat(new ProblemPrinter(language).text(problems.all())).contains("config/bot.yaml:2");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "botId: b, secret: \"${TOKEN}\"||",
            "botId: b, secret: s, url: \"ws://127.0.0.1:9\"||",
            "botId: b, secret: s, url: \"https://example.com\"|C015|",
            "botId: b|R006|secret",
            "secret: s|R006|botId",
            "botId: b, secret: s, token: t, aesKey: k|R006|不能都填",
            "token: t|R006|aesKey",
            "botId: \"${NOTHING:}\", secret: \"${NOTHING:}\"|R006|botId 和 secret"})
    void anIntelligentRobotHasALongConnectionOrACallback(String fields, String code, String names) throws IOException {
        read("channels:\n  assistant: { kind: wecom-aibot, " + fields + " }\n");

        assertThat(codes()).isEqualTo(code == null ? List.of() : List.of(code));
        if (names != null) {
            assertThat(new ProblemPrinter(Language.ZH).text(problems.all())).contains("config/bot.yaml:2")
                    .contains(names);
        }
    }

    @Test
    void othersHaveACallbackAndNoLongConnection() throws IOException {
        read("channels:\n  robot: { kind: wecom-robot, token: t }\n");
        assertThat(new ProblemPrinter(Language.ZH).text(problems.all())).contains("群机器人缺少 token 或 aesKey");
        read("channels:\n  robot: { kind: wecom-robot, token: t, aesKey: " + KEY + ", botId: b }\n");
        assertThat(codes()).endsWith("C016");
    }

    @Test
    void warnsWhoOpensTheSampleKeyToTheWorld() throws IOException {
        String channel = "channels:\n  app: { kind: wecom-robot, token: t, aesKey: " + KEY + " }\n";
        assertThat(read(channel + "server: { bind: 0.0.0.0 }\n")).isPresent();
        assertThat(codes()).containsExactly("C005");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "embedder: { url: \"https://models.example.com/v1\", model: m, key: \"${TOKEN2}\" }|",
            "embedder: { url: \"http://10.0.0.8:8000/v1/\", model: m, deadline: 500ms }|",
            "judge: { url: \"http://ollama:11434/v1\", model: m, key: \"${NOTHING:}\" }|",
            "judge: { url: \"http://models.example.com/v1\", model: m }|C012",
            "judge: { url: models.example.com/v1, model: m }|C011",
            "judge: { url: \"https://models.example.com/v1?key=a\", model: m }|C011",
            "judge: { url: \"https://me:pass@models.example.com/v1\", model: m }|C011",
            "judge: { url: \"ftp://models.example.com/v1\", model: m }|C011",
            "judge: { url: \"https://models.example.com/v1\", model: m, deadline: 3s }|C013",
            "judge: { url: \"https://models.example.com/v1\", model: m, deadline: 0 }|C013",
            "judge: { url: \"https://models.example.com/v1\", model: m, key: \"${TOKEN}\" }|C014"})
    void looksAtTheModelsOutside(String yaml, String code) throws IOException {
        read("channels:\n  app: { kind: wecom-robot, token: t, aesKey: " + KEY + " }\n" + yaml + "\n");

        assertThat(codes()).isEqualTo(code == null ? List.of() : List.of(code));
        for (Language language : Language.values()) {
            assertThat(new ProblemPrinter(language).text(problems.all())).doesNotContain("from outside");
        }
    }

    @Test
    void modelsMustLeaveAStageTimeToAnswer() throws IOException {
        read("""
                embedder: { url: "http://localhost/v1", model: m, deadline: 1500ms }
                judge: { url: "http://localhost/v1", model: m, deadline: 1500ms }
                """);

        assertThat(codes()).contains("C013");
    }

    @Test
    void saysWhereItLookedForTheFile() {
        assertThat(new ConfigReader(_ -> Optional.empty()).read(new Home(root), problems)).isEmpty();
        assertThat(codes()).containsExactly("C001");
        assertThat(new ProblemPrinter(Language.EN).text(problems.all())).contains(root.resolve("config").toString())
                .contains("--home");
    }

    private Optional<BotConfig> read(String yaml) throws IOException {
        Home home = new Home(root);
        Files.createDirectories(home.config().getParent());
        Files.writeString(home.config(), yaml);
        Map<String, String> environment = Map.of("TOKEN", "from outside", "TOKEN2", "sk-outside");
        return new ConfigReader(name -> Optional.ofNullable(environment.get(name))).read(home, problems);
    }

    private List<String> codes() {
        return problems.all().stream().map(Problem::code).toList();
    }
}
