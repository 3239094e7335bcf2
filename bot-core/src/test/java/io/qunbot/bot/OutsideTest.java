package io.qunbot.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.bot.TestHome.Running;
import io.qunbot.bot.model.ModelServer;
import io.qunbot.simulation.Saying;
import io.qunbot.simulation.WecomCaller;
import io.qunbot.wecom.codec.ChannelKind;
import io.qunbot.wecom.codec.Credentials;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves the house when a bot runs: nothing, unless its configuration says where to. */
class OutsideTest {

    @TempDir
    private Path root;

    @Test
    void nothingLeavesTheHouseUnlessTheConfigurationSaysSo() throws IOException, InterruptedException {
        try (ModelServer server = new ModelServer();
                Running running = new TestHome(root).config("# embedder: { url: " + server.url() + ", model: m }\n")
                        .start(new AskingPlugin())) {
            assertThat(says(running.bot(), "断网了怎么办")).contains("不用向量,不用评判");
            assertThat(server.asked).isEmpty();
            assertThat(running.bot().counts()).doesNotContainKeys("embedder.calls", "judge.calls");
            assertThat(root.resolve("data/vectors")).doesNotExist();
        }
    }

    @Test
    void theModelsOfTheConfigurationAreAskedAndCounted() throws IOException, InterruptedException {
        try (ModelServer server = new ModelServer(); Running running = new TestHome(root).config("""
                stages: { deadline: 40s }
                embedder: { url: "%s/", model: small, key: %s, deadline: 15s }
                judge: { url: "%s", model: large, deadline: 15s }
                """.formatted(server.url(), ModelServer.KEY, server.url())).start(new AskingPlugin())) {
            assertThat(says(running.bot(), "断网了怎么办")).contains("向量8,评判OptionalInt[1]");
            assertThat(server.asked).extracting(each -> each.get("model").getAsString())
                    .containsExactly("small", "small", "large");
            assertThat(server.keys).containsExactly("Bearer " + ModelServer.KEY, "Bearer " + ModelServer.KEY, "null");
            assertThat(root.resolve("data/vectors")).isNotEmptyDirectory();
            assertThat(metrics(running.bot()))
                    .contains("qunbot_embedder_calls_total 2.0", "qunbot_judge_calls_total 1.0")
                    .doesNotContain(ModelServer.KEY);
        }
    }

    private static String says(Bot bot, String text) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + bot.port() + "/wecom/assistant");
        try (WecomCaller caller = new WecomCaller(address, ChannelKind.AIBOT,
                new Credentials(TestHome.TOKEN, TestHome.AES_KEY, ""), InstantSource.system())) {
            return caller.say(new Saying("wr1", "李雷", text, "m1", Instant.now())).toString();
        }
    }

    private static String metrics(Bot bot) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bot.port() + "/metrics")).build(),
                    BodyHandlers.ofString()).body();
        }
    }
}
