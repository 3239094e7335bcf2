package io.qunbot.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.bot.ConfigReader;
import io.qunbot.bot.Home;
import io.qunbot.bot.PluginLoader;
import io.qunbot.bot.RuleFiles;
import io.qunbot.bot.TestFiles;
import io.qunbot.example.VotePlugin;
import io.qunbot.people.TagFiles;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugins.reply.SynonymFile;
import io.qunbot.profile.BookReader;
import io.qunbot.rota.RotaFiles;
import io.qunbot.simulation.run.Books;
import io.qunbot.simulation.run.Runner;
import io.qunbot.yaml.Binder;
import io.qunbot.yaml.Language;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.ProblemPrinter;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every YAML block in the documents is what the bot itself takes for right:
 * {@code yaml profile} a whole file, {@code yaml part} fields of one, {@code yaml reply} and so on the
 * settings of a plugin, {@code yaml faq} a catalogue of questions, which settings name as faq/product.yaml,
 * {@code yaml test} transcripts, {@code yaml config} a config/bot.yaml, {@code yaml rota} a rota, {@code yaml wrong Y012} an example of a mistake with its code.
 */
class DocumentedYamlTest {

    /** The rules that put on a tag are not in the block. */
    private static final String NOWHERE = "L204";
    private static final Map<String, Plugin<?>> PLUGINS = plugins();
    private static final String AROUND = """
            profile: example
            goal: 有人接住
            value: [有回答]
            groups: [{ id: example }]
            """;

    private static final String CATALOGUE = "faq/product.yaml";
    private static final String FAQ_POSTS = "staff: { owner: a, 运营: b }\nvars: { hotline: \"1\" }\n";

    @TempDir
    private Path folder;

    static List<Fence> yaml() {
        return Fence.documents().stream().flatMap(document -> Fence.of(document).stream()).filter(Fence::isYaml)
                .toList();
    }

    static List<Path> documentsWithProfiles() {
        return Fence.documents().stream()
                .filter(document -> Fence.of(document).stream().anyMatch(DocumentedYamlTest::isProfile)).toList();
    }

    private static boolean isProfile(Fence fence) {
        return fence.isYaml() && fence.part().equals("profile");
    }

    @Test
    void thereIsSomethingToCheck() {
        assertThat(yaml()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("yaml")
    void aBlockIsRight(Fence fence) throws IOException {
        List<Problem> problems = switch (fence.part()) {
            case "config" -> config(fence.text());
            case "faq" -> profiles(AROUND + FAQ_POSTS + "plugins: { reply: { faq: " + CATALOGUE + " } }\n");
            case "profile" -> List.of(); // together with the others of its document, below
            case "part" -> profiles(around(fence) + fence.text());
            case "wrong" -> withoutExpected(fence);
            case "rota" ->
                RotaFiles.read(Map.of("config/rota/oncall.yaml", fence.text().getBytes(StandardCharsets.UTF_8)))
                        .problems();
            case "tags" ->
                TagFiles.read(Map.of(TagFiles.FILE, fence.text().getBytes(StandardCharsets.UTF_8))).problems();
            case "synonyms" -> bound(fence.text(), SynonymFile.class);
            case "test" -> transcripts(fence.text());
            default -> {
                assertThat(PLUGINS).as("unknown kind of block: " + fence).containsKey(fence.part());
                yield profiles(
                        AROUND + "staff: { owner: a, manager: b, 发票: c, 顾问: d }\nvars: { hotline: \"1\" }\nplugins:\n  "
                                + fence.part() + ":\n" + fence.text().indent(4))
                        .stream()
                        .filter(problem -> !problem.code().equals(NOWHERE)).toList();
            }
        };
        assertThat(problems).as(new ProblemPrinter(Language.EN).text(problems)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documentsWithProfiles")
    void theProfilesOfADocumentAreRightTogether(Path document) {
        List<String> files = Fence.of(document).stream().filter(DocumentedYamlTest::isProfile).map(Fence::text)
                .toList();
        List<Problem> problems = profiles(files.toArray(String[]::new));
        assertThat(problems).as(new ProblemPrinter(Language.EN).text(problems)).isEmpty();
    }

    private static Map<String, Plugin<?>> plugins() {
        Map<String, Plugin<?>> plugins = new TreeMap<>(PluginLoader.load(Path.of("no such folder")));
        plugins.put("vote", new VotePlugin());
        return plugins;
    }

    /** What a profile needs besides the fields that the block has. */
    private static String around(Fence fence) {
        return AROUND.lines()
                .filter(line -> !("\n" + fence.text()).contains("\n" + line.substring(0, line.indexOf(':') + 1)))
                .map(line -> line + "\n").collect(Collectors.joining());
    }

    /** Empty when the block has the mistake that it is an example of. */
    private static List<Problem> withoutExpected(Fence fence) {
        String code = fence.info().substring(fence.info().lastIndexOf(' ') + 1);
        List<Problem> problems = profiles(
                AROUND + "plugins:\n  reply:\n    rules:\n      - id: a\n        when: { any: [开发票] }\n"
                        + fence.text().indent(8));
        assertThat(problems).as(fence.toString()).extracting(Problem::code).contains(code);
        return List.of();
    }

    private static List<Problem> profiles(String... texts) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (int at = 0; at < texts.length; at++) {
            files.put("rules/%02d.yaml".formatted(at), texts[at].getBytes(StandardCharsets.UTF_8));
        }
        if (Stream.of(texts).anyMatch(text -> text.contains(CATALOGUE))) {
            files.put("rules/" + CATALOGUE, documented("faq").getBytes(StandardCharsets.UTF_8));
        }
        if (Stream.of(texts).anyMatch(text -> text.contains("synonyms:"))) {
            files.put("rules/synonyms.yaml", documented("synonyms").getBytes(StandardCharsets.UTF_8));
        }
        return new BookReader(PLUGINS, _ -> Optional.empty()).read(files).problems();
    }

    /** The first example of such a file. */
    private static String documented(String part) {
        return yaml().stream().filter(fence -> fence.part().equals(part)).findFirst().orElseThrow().text();
    }

    private static List<Problem> bound(String text, Class<? extends Record> type) {
        Problems problems = new Problems();
        YamlReader.read("rules/other.yaml", text.getBytes(StandardCharsets.UTF_8), problems)
                .ifPresent(map -> assertThat(new Binder(problems).bind(map, type)).isPresent());
        return problems.all();
    }

    /** Read and run with the rules that are shipped: what the documents show happens. */
    private static List<Problem> transcripts(String text) throws IOException {
        Books books = new Books(PLUGINS, RuleFiles.read(new Home(Fence.ROOT)), InstantSource.fixed(Instant.EPOCH));
        Problems problems = new Problems();
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("rules/tests/documented.test.yaml", text.getBytes(StandardCharsets.UTF_8));
        TestFiles.of(files, books.reading(), problems).suites().stream().flatMap(suite -> suite.scripts().stream())
                .forEach(script -> assertThat(new Runner(books).run(script)).matches(result -> !result.failed()));
        return problems.all();
    }

    private List<Problem> config(String text) throws IOException {
        Home home = new Home(folder);
        Files.createDirectories(home.config().getParent());
        Files.writeString(home.config(), text);
        Problems problems = new Problems();
        new ConfigReader(name -> Optional.of(name.endsWith("WEBHOOK") ? "" : "x".repeat(16))).read(home, problems);
        return problems.all();
    }
}
