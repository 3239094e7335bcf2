package io.qunbot.bot.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qunbot.bot.model.ModelServer.Answer;
import io.qunbot.bot.model.ModelServer.Behaviour;
import io.qunbot.plugin.Embedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The embedder, its caches and what becomes of its failures, over real sockets. */
class HttpEmbedderTest {

    @TempDir
    private Path data;
    private Instant now = Instant.parse("2026-12-03T01:00:00Z");
    private ModelServer server;
    private OutsideModels outside;
    private Embedder embedder;

    @BeforeEach
    void open() throws IOException {
        server = new ModelServer();
        restart();
    }

    private void restart() {
        outside = outside(Duration.ofSeconds(30));
        embedder = outside.models().embedder().orElseThrow();
    }

    private OutsideModels outside(Duration deadline) {
        return new OutsideModels(Optional.of(server.config(deadline)), Optional.empty(), data, () -> now);
    }

    @AfterEach
    void close() {
        outside.close();
        server.close();
    }

    @Test
    void givesEachTextItsOwnVectorOneLong() {
        Map<String, float[]> vectors = embedder.embedAll(List.of("断网", "菜价", "断网"));

        assertThat(vectors).containsOnlyKeys("断网", "菜价").allSatisfy((text, vector) -> assertThat(
                cosine(vector, ModelServer.vector(text, 8))).isCloseTo(1, within(1e-6)));
        assertThat(length(embedder.embed("断网了").orElseThrow())).isCloseTo(1, within(1e-6));
        assertThat(server.keys).containsOnly("Bearer " + ModelServer.KEY);
        assertThat(server.asked).allSatisfy(each -> assertThat(each.get("model").getAsString()).isEqualTo("tiny"));
    }

    @Test
    void asksOnceForATextThatItKnows() {
        float[] first = embedder.embed("断网").orElseThrow();

        assertThat(embedder.embed("断网")).containsSame(first);
        assertThat(server.asked).hasSize(1);
    }

    @Test
    void asksForManyTextsInBatches() {
        List<String> texts = IntStream.range(0, 150).mapToObj(number -> "问题" + number).toList();

        assertThat(embedder.embedAll(texts)).hasSize(150);
        assertThat(server.asked).extracting(each -> each.getAsJsonArray("input").size()).containsExactly(64, 64, 22);
    }

    @Test
    void vectorsOfACatalogueOutliveTheProcessAndTornOnesAreMadeAgain() throws IOException {
        Map<String, float[]> made = embedder.embedAll(List.of("断网", "菜价", "退款"));
        List<Path> files = files();
        Files.write(files.get(0), new byte[]{1, 2, 3});
        byte[] bytes = Files.readAllBytes(files.get(1));
        bytes[5] ^= 1;
        Files.write(files.get(1), bytes);
        server.asked.clear();
        outside.close();
        restart();

        assertThat(embedder.embedAll(made.keySet())).hasSize(3).allSatisfy((text, vector) -> assertThat(vector)
                .isEqualTo(made.get(text)));
        assertThat(server.asked).extracting(each -> each.getAsJsonArray("input").size()).containsExactly(2);
        assertThat(files()).containsExactlyElementsOf(files);
    }

    @Test
    void messagesAreNotKeptOnDisk() {
        embedder.embed("我的电话是 13800000000");

        assertThat(data).isEmptyDirectory();
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                failure("status 500", _ -> new Answer(500, "oh, " + ModelServer.KEY)),
                failure("status 429", _ -> new Answer(429, "{}")),
                failure("a redirect", _ -> new Answer(302, "")),
                failure("broken JSON", _ -> new Answer(200, "{\"data\": [")),
                failure("no JSON", _ -> new Answer(200, "<html>")),
                failure("nothing", _ -> new Answer(200, "")),
                failure("no data", _ -> new Answer(200, "{}")),
                failure("no vector", _ -> new Answer(200, "{\"data\": [null]}")),
                failure("a vector of words", _ -> new Answer(200, "{\"data\": [{\"embedding\": [\"a\"]}]}")),
                failure("an empty vector", _ -> ModelServer.vectors(List.of(Map.of("embedding", new float[0])))),
                failure("a vector of nulls", _ -> ModelServer.vectors(List.of(Map.of("embedding", new float[8])))),
                failure("another's vector", _ -> ModelServer.vectors(List.of(Map.of("index", 1, "embedding", one(8))))),
                failure("two vectors", _ -> ModelServer.vectors(List.of(Map.of("embedding", one(8)),
                        Map.of("embedding", one(8))))),
                failure("another size", _ -> ModelServer.vectors(List.of(Map.of("embedding", one(9))))),
                failure("a huge answer", _ -> new Answer(200, " ".repeat(1 << 20))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void aFailureIsNoVectorAndIsToldWithoutTextOrKey(String name, Behaviour behaviour) {
        assertThat(embedder.embed("先问一句")).isPresent();
        server.behave(behaviour);
        try (LogLines lines = new LogLines()) {
            assertThat(embedder.embed("我的订单号")).isEmpty();
            assertThat(embedder.embed("我的订单呢")).isEmpty();
            assertThat(lines.text()).hasSize(1).first().asString().startsWith("the embedder ")
                    .doesNotContain("订单").doesNotContain(ModelServer.KEY);
            now = now.plus(Duration.ofSeconds(61));
            assertThat(embedder.embed("我的订单号")).isEmpty();
            assertThat(lines.text()).hasSize(2).last().asString().contains("failed 1 times before");
        }
        assertThat(outside.counts()).containsEntry("embedder.calls", 4L).containsEntry("embedder.failures", 3L);
        server.behave(ModelServer::sensibly);
        assertThat(embedder.embed("我的订单号")).isPresent();
    }

    static Stream<Arguments> silences() {
        return Stream.of(failure("silence", _ -> Answer.NEVER), failure("half an answer", _ -> Answer.HALF));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("silences")
    void waitsNoLongerThanItMay(String name, Behaviour behaviour) {
        server.behave(behaviour);
        try (OutsideModels hurried = outside(Duration.ofMillis(50)); LogLines lines = new LogLines()) {
            assertThat(hurried.models().embedder().orElseThrow().embed("我的订单号")).isEmpty();
            assertThat(lines.text()).singleElement().asString().contains("within 50 ms").doesNotContain("订单");
            assertThat(hurried.counts()).containsEntry("embedder.failures", 1L);
        }
    }

    @Test
    void afterFiveFailuresInARowNobodyIsAskedForHalfAMinute() {
        server.behave(_ -> new Answer(500, ""));
        IntStream.range(0, 7).forEach(number -> assertThat(embedder.embed("问题" + number)).isEmpty());

        assertThat(server.asked).hasSize(5);
        assertThat(outside.counts()).containsEntry("embedder.skipped", 2L);
        now = now.plus(Duration.ofSeconds(31));
        assertThat(embedder.embed("再问")).isEmpty();
        assertThat(embedder.embed("又问")).isEmpty();
        assertThat(server.asked).hasSize(6);
        now = now.plus(Duration.ofSeconds(31));
        server.behave(ModelServer::sensibly);
        assertThat(embedder.embed("再问")).isPresent();
        assertThat(embedder.embed("又问")).isPresent();
    }

    @Test
    void aCatalogueKeepsWhatItGotBeforeAFailureAndAsksForNoMore() {
        List<String> texts = IntStream.range(0, 200).mapToObj(number -> "问题" + number).toList();
        server.behave(question -> server.asked.size() == 1 ? ModelServer.sensibly(question) : new Answer(500, ""));

        assertThat(embedder.embedAll(texts)).hasSize(64);
        assertThat(embedder.embedAll(texts)).hasSize(64);
        assertThat(server.asked).hasSize(2);
        now = now.plus(Duration.ofSeconds(11));
        server.behave(ModelServer::sensibly);
        assertThat(embedder.embedAll(texts)).hasSize(200);
    }

    @Test
    void aServerThatIsGoneIsNoVector() {
        server.close();

        assertThat(embedder.embed("断网")).isEmpty();
        assertThat(embedder.embedAll(List.of("断网"))).isEmpty();
    }

    @Test
    void withoutAConfigurationThereIsNobodyToAsk() {
        try (OutsideModels none = new OutsideModels(Optional.empty(), Optional.empty(), data, () -> now)) {
            assertThat(none.models().embedder()).isEmpty();
            assertThat(none.models().judge()).isEmpty();
            assertThat(none.counts()).isEmpty();
        }
        assertThat(data).isEmptyDirectory();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("vectors"))) {
            return files.sorted().toList();
        }
    }

    private static Arguments failure(String name, Behaviour behaviour) {
        return Arguments.of(name, behaviour);
    }

    private static float[] one(int numbers) {
        float[] vector = new float[numbers];
        vector[0] = 1;
        return vector;
    }

    private static double length(float[] vector) {
        return Math.sqrt(IntStream.range(0, vector.length).mapToDouble(at -> vector[at] * vector[at]).sum());
    }

    private static double cosine(float[] one, float[] other) {
        return IntStream.range(0, one.length).mapToDouble(at -> one[at] * other[at]).sum() / length(one)
                / length(other);
    }
}
