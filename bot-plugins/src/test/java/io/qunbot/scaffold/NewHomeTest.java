package io.qunbot.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qunbot.bot.BotConfig;
import io.qunbot.bot.Check;
import io.qunbot.bot.Home;
import io.qunbot.bot.PluginLoader;
import io.qunbot.bot.RuleFiles;
import io.qunbot.bot.SchemaFile;
import io.qunbot.bot.scaffold.HomeScaffold;
import io.qunbot.bot.scaffold.ProfileScaffold;
import io.qunbot.bot.scaffold.Scaffold;
import io.qunbot.plugin.Plugin;
import io.qunbot.profile.BookReader;
import io.qunbot.rota.RotaSettings;
import io.qunbot.simulation.Simulation;
import io.qunbot.transcript.form.TestFile;
import io.qunbot.yaml.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewHomeTest {

    private static final Map<String, Plugin<?>> PLUGINS = PluginLoader.load(Path.of("no such folder"));
    private static final List<SchemaFile> SCHEMAS = SchemaFile.all(PLUGINS,
            List.of(BotConfig.class, RotaSettings.class, TestFile.class));
    private static final Scaffold HOME = HomeScaffold.of(SCHEMAS, Optional.of("/opt/qunbot/qunbot"));

    @TempDir
    private Path folder;

    @Test
    void itPassesCheckAsItIs() throws IOException {
        HOME.write(folder);
        assertThat(check()).isEmpty();
        assertThat(folder.resolve("qunbot")).isExecutable().content().contains("\"/opt/qunbot/qunbot\"");
        assertThat(folder.resolve("rules/profile.schema.json")).exists();
        assertThat(folder.resolve("rules/faq/product.yaml")).content()
                .startsWith("# yaml-language-server: $schema=faq.schema.json\n");
    }

    @Test
    void itWelcomesAndAnswers() {
        try (Simulation bot = Simulation.of(List.copyOf(PLUGINS.values()), rules())) {
            bot.group("demo-service").joins("王五", "赵六").waits(Duration.ofSeconds(30)).expects("欢迎 王五、赵六!*")
                    .says("李雷", "发票怎么开?").expects("*我的-订单-开票*")
                    .says("韩梅梅", "怎么開發票").expectsNothing()
                    .says("李雷", "你们几点上班").expects("周一到周五*")
                    .says("韩梅梅", "密码忘了怎么登录").expects("*忘记密码*")
                    .says("李雷", "今天天气真好").expectsNothing();
        }
    }

    private static Map<String, String> rules() {
        Map<String, String> rules = new TreeMap<>(HOME.files());
        rules.keySet().removeIf(file -> !file.startsWith("rules/") || !file.endsWith(".yaml"));
        return rules;
    }

    @Test
    void itsConfigurationIsTheOneThatShips() throws IOException {
        assertThat(HOME.files().get("config/bot.yaml")).isEqualTo(Files.readString(Path.of("../config/bot.yaml")));
    }

    @Test
    void nothingIsWrittenOverWhatIsThere() throws IOException {
        Files.createDirectories(folder.resolve("rules"));
        Files.writeString(folder.resolve("rules/service.yaml"), "mine");
        assertThatThrownBy(() -> HOME.write(folder)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(folder.resolve("rules/service.yaml")).hasContent("mine");
        assertThat(folder.resolve("config")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "service"})
    void aProfileIsRightButForItsGroups(String from) throws IOException {
        HOME.write(folder);
        profile(from).write(folder);
        assertThat(check()).extracting(Problem::code).filteredOn(NewHomeTest::isNoMissingTest).containsExactly("P007");
        Path file = folder.resolve("rules/vip.yaml");
        Files.writeString(file, Files.readString(file).replace("groups: []", "groups: [{ id: vip }]"));
        assertThat(check()).extracting(Problem::code).filteredOn(NewHomeTest::isNoMissingTest).isEmpty();
    }

    /** Rules that were copied want tests of their own, and that is said. */
    private static boolean isNoMissingTest(String code) {
        return !code.equals("R331") && !code.equals("R333");
    }

    @Test
    void aProfileOfTheShippedRulesIsRightToo() throws IOException {
        SortedMap<String, byte[]> files = RuleFiles.read(new Home(Path.of("..")));
        SortedMap<String, byte[]> all = new TreeMap<>(files);
        ProfileScaffold scaffolds = new ProfileScaffold(files, PLUGINS, SCHEMAS);
        all.put("rules/small.yaml", bytes(scaffolds.small("small"), "small"));
        for (String from : List.of("service", "nurture", "conversion", "default")) {
            all.put("rules/x-" + from + ".yaml", bytes(scaffolds.copy("x-" + from, from).orElseThrow(), "x-" + from));
        }
        assertThat(new BookReader(PLUGINS, _ -> Optional.empty()).read(all).problems())
                .extracting(Problem::code).containsOnly("P007").hasSize(5);
    }

    @Test
    void aProfileAnswersWhatItsTestAsks() {
        Map<String, String> rules = rules();
        String text = new ProfileScaffold(bytes(rules), PLUGINS, SCHEMAS).small("vip").files()
                .getOrDefault("rules/vip.yaml", "");
        rules.put("rules/vip.yaml", text.replace("groups: []", "groups: [{ id: vip }]"));
        try (Simulation bot = Simulation.of(List.copyOf(PLUGINS.values()), rules)) {
            bot.group("vip").says("李雷", "资料在哪里看?").expects("*群公告*");
        }
    }

    private static Scaffold profile(String from) {
        ProfileScaffold scaffolds = new ProfileScaffold(bytes(rules()), PLUGINS, SCHEMAS);
        return from.equals("base") ? scaffolds.small("vip") : scaffolds.copy("vip", from).orElseThrow();
    }

    private static byte[] bytes(Scaffold scaffold, String name) {
        return scaffold.files().getOrDefault("rules/" + name + ".yaml", "").getBytes(StandardCharsets.UTF_8);
    }

    private static SortedMap<String, byte[]> bytes(Map<String, String> texts) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    private List<Problem> check() {
        return Check.of(new Home(folder), _ -> Optional.empty());
    }
}
