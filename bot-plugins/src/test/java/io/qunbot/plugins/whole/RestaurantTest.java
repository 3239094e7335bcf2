package io.qunbot.plugins.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.bot.Check;
import io.qunbot.bot.Home;
import io.qunbot.bot.PluginLoader;
import io.qunbot.bot.RuleFiles;
import io.qunbot.bot.TestFiles;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Content;
import io.qunbot.chat.Event;
import io.qunbot.chat.MemberId;
import io.qunbot.dispatch.Settings;
import io.qunbot.plugins.reply.ReplyPlugin;
import io.qunbot.simulation.SimulatedPeople;
import io.qunbot.simulation.Utterance;
import io.qunbot.simulation.VirtualBot;
import io.qunbot.simulation.run.Books;
import io.qunbot.simulation.run.Result;
import io.qunbot.simulation.run.Runner;
import io.qunbot.transcript.Script;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A company that sells to restaurants: five profiles, a catalogue, their transcripts, and talk that is no business of a bot. */
@TestInstance(Lifecycle.PER_CLASS)
class RestaurantTest {

    private static final Path FILES = Path.of("src/test/resources/io/qunbot/plugins/whole/restaurant");
    /** A Saturday afternoon on which no topic is due. */
    private static final Instant START = Instant.parse("2026-12-05T07:00:00Z");

    private final Problems problems = new Problems();
    private final List<Script> scripts = new ArrayList<>();
    private Home home;
    private Books books;

    @BeforeAll
    void read(@TempDir Path root) throws IOException {
        home = new Home(root);
        copy(Path.of("../config"), root.resolve("config"));
        copy(FILES, root);
        books = new Books(PluginLoader.load(home.plugins()), RuleFiles.read(home), InstantSource.fixed(START));
        TestFiles.read(home, books.reading(), problems).suites().forEach(suite -> scripts.addAll(suite.scripts()));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.write(target, Files.readAllBytes(file));
            }
        }
    }

    @Test
    void nothingIsWrongWithItsRules() {
        List<Problem> errors = new Check(home, _ -> Optional.empty(), InstantSource.fixed(START)).report().problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR).toList();
        assertThat(errors).isEmpty();
        assertThat(problems.all()).isEmpty();
        assertThat(scripts).hasSize(65);
    }

    @TestFactory
    Stream<DynamicTest> aTranscriptIsWhatHappens() {
        return scripts.stream().map(script -> DynamicTest.dynamicTest(
                script.file() + ": " + script.name().value(), URI.create("file:" + script.file()), () -> {
                    Result result = new Runner(books).run(script);
                    assertThat(result.verdict()).as(result.entries().toString()).isEqualTo(Result.Verdict.PASSED);
                }));
    }

    @ParameterizedTest
    @CsvSource({"城西餐饮老板交流群, CUSTOMER", "城西餐饮老板交流群, INTERNAL", "小馆试用陪跑群, CUSTOMER", "小馆试用陪跑群, INTERNAL",
            "城南店服务群, CUSTOMER", "城南店服务群, INTERNAL", "谁也没认领的群, CUSTOMER", "谁也没认领的群, INTERNAL"})
    void nothingIsEverSaidToChatter(String group, ChatKind kind, @TempDir Path folder) {
        Chat chat = new Chat(new ChatId(group), kind, VirtualBot.CHANNEL);
        VirtualBot.Parts parts = new VirtualBot.Parts(folder, new SimulatedPeople(Map.of()), Settings.DEFAULT, START);
        try (VirtualBot bot = new VirtualBot(parts, books.reading().book())) {
            for (String line : chatter()) {
                bot.deliver(new Event.Said(bot.newId(VirtualBot.CHANNEL), bot.now(), chat, new MemberId("李雷"),
                        new Content.Text(line), false));
                bot.pass(bot.now().plus(Duration.ofSeconds(1)));
            }
            bot.pass(bot.now().plus(Duration.ofMinutes(10)));
            assertThat(bot.utterances()).filteredOn(words -> !words.isTell()).extracting(Utterance::text).isEmpty();
        }
    }

    private static List<String> chatter() {
        try (InputStream in = ReplyPlugin.class.getResourceAsStream("chatter.txt")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
