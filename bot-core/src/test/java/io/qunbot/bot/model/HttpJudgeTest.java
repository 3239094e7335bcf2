package io.qunbot.bot.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.qunbot.bot.model.ModelServer.Answer;
import io.qunbot.plugin.Judge;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The judge over real sockets: a number counts, and nothing else. */
class HttpJudgeTest {

    private static final List<String> CHOICES = List.of("怎么改菜价", "怎么给客人退款", "断网了还能收银吗");

    @TempDir
    private Path data;
    private ModelServer server;
    private OutsideModels outside;
    private Judge judge;

    @BeforeEach
    void open() throws IOException {
        server = new ModelServer();
        outside = outside(server.config());
        judge = outside.models().judge().orElseThrow();
    }

    private OutsideModels outside(ModelConfig config) {
        return new OutsideModels(Optional.empty(), Optional.of(config), data, () -> Instant.EPOCH);
    }

    @AfterEach
    void close() {
        outside.close();
        server.close();
    }

    @Test
    void asksForANumberOfTheListAndRemembersIt() {
        assertThat(judge.choose("客人\n4 要退款", CHOICES)).hasValue(1);
        assertThat(judge.choose("客人\n4 要退款", CHOICES)).hasValue(1);

        assertThat(server.asked).hasSize(1);
        JsonObject asked = server.asked.getFirst();
        assertThat(asked.get("temperature").getAsDouble()).isZero();
        assertThat(asked.getAsJsonArray("messages").get(1).getAsJsonObject().get("content").getAsString())
                .isEqualTo("成员的话:客人 4 要退款\n已知的问题:\n1 怎么改菜价\n2 怎么给客人退款\n3 断网了还能收银吗");
        assertThat(server.keys).containsExactly("Bearer " + ModelServer.KEY);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "' 3\n', 2", "2。, 1", "答案:2, 1", "[1], 0"})
    void understandsANumberHoweverItIsDressed(String words, int position) {
        server.behave(_ -> ModelServer.completion(words));

        assertThat(judge.choose("客人要退款", CHOICES)).hasValue(position);
    }

    @Test
    void noneIsAnAnswerToo() {
        server.behave(_ -> ModelServer.completion("0"));

        assertThat(judge.choose("今天天气", CHOICES)).isEmpty();
        assertThat(judge.choose("今天天气", CHOICES)).isEmpty();
        assertThat(outside.counts()).containsEntry("judge.calls", 1L).containsEntry("judge.failures", 0L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "-", "2 3", "应该是第 2 条,因为客人要退款", "您好,退款请联系客服", "1234567890"})
    void wordsAreNoAnswer(String words) {
        server.behave(_ -> ModelServer.completion(words));

        assertThat(judge.choose("客人要退款", CHOICES)).isEmpty();
        assertThat(outside.counts()).containsEntry("judge.failures", 1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"choices\": []}", "{\"choices\": [null]}", "{\"choices\": [{\"message\": {}}]}",
            "[]",
            "{\"choices\": \"2\"}"})
    void whatIsNotTheApisAnswerIsNone(String body) {
        server.behave(_ -> new Answer(200, body));

        assertThat(judge.choose("客人要退款", CHOICES)).isEmpty();
        assertThat(outside.counts()).containsEntry("judge.failures", 1L);
    }

    @Test
    void silenceIsNoAnswer() {
        server.behave(_ -> Answer.NEVER);
        try (OutsideModels hurried = outside(server.config(Duration.ofMillis(50)))) {
            assertThat(hurried.models().judge().orElseThrow().choose("客人要退款", CHOICES)).isEmpty();
        }
    }

    @Test
    void aFailureIsNotRemembered() {
        server.behave(_ -> new Answer(503, ""));
        assertThat(judge.choose("客人要退款", CHOICES)).isEmpty();

        server.behave(ModelServer::sensibly);
        assertThat(judge.choose("客人要退款", CHOICES)).hasValue(1);
    }
}
