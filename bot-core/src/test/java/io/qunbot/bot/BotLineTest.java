package io.qunbot.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.bot.TestHome.Running;
import io.qunbot.chat.Outcome;
import io.qunbot.simulation.standin.AibotFrame;
import io.qunbot.simulation.standin.AibotStandIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole bot on the long connection of an intelligent robot. */
class BotLineTest {

    private static final String SECRET = "line-s3cret";

    @TempDir
    private Path root;

    private final AibotStandIn wecom = AibotStandIn.start(0, "bot1", SECRET, InstantSource.system());
    private TestHome home;

    @BeforeEach
    void furnish() throws IOException {
        home = new TestHome(root);
        Files.writeString(home.home.config(), """
                channels:
                  assistant: { kind: wecom-aibot, botId: bot1, secret: "%s", url: "%s" }
                """.formatted(SECRET, wecom.address()));
    }

    @AfterEach
    void close() {
        wecom.close();
    }

    private AibotFrame awaitAnswer(int number) {
        wecom.await(_ -> answers().size() >= number);
        return answers().get(number - 1);
    }

    private List<AibotFrame> answers() {
        return wecom.received("aibot_respond_msg");
    }

    private void awaitBot() {
        awaitBot(0);
    }

    private void awaitBot(int connectionsBefore) {
        wecom.await(frame -> frame.command().equals("aibot_subscribe") && frame.connection() > connectionsBefore);
    }

    /** What follows from an answer comes a moment after it. */
    private static void until(BooleanSupplier reached) {
        for (int tries = 0; tries < 4000 && !reached.getAsBoolean(); tries++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        assertThat(reached.getAsBoolean()).isTrue();
    }

    @Test
    void answersAreSentAndKeptAsSent() throws IOException {
        try (Running running = home.start()) {
            awaitBot();
            String request = wecom.says("李雷", "wr1", "@小助手 在吗");

            assertThat(awaitAnswer(1)).satisfies(answer -> {
                assertThat(answer.request()).isEqualTo(request);
                assertThat(answer.words()).isEqualTo("一");
                assertThat(answer.code()).isZero();
            });
            until(() -> running.bot().status().outbox().getOrDefault(Outcome.SENT.name(), 0L) == 1);
        }
    }

    @Test
    void theSameMessageAgainIsNotAnsweredAgain() throws IOException {
        String frame = """
                {"cmd":"aibot_msg_callback","headers":{"req_id":"%s"},"body":{"msgid":"m1","aibotid":"bot1",
                "chatid":"wr1","chattype":"group","from":{"userid":"lilei"},"msgtype":"text","text":{"content":"在吗"}}}
                """;
        try (Running running = home.start()) {
            awaitBot();
            wecom.push(frame.formatted("r1"));
            wecom.push(frame.formatted("r2"));
            wecom.says("lilei", "wr2", "还在吗");
            wecom.await(_ -> wecom.received("aibot_send_msg").size() + answers().size() >= 3);

            until(() -> running.bot().counts().getOrDefault("events.duplicate", 0L) == 1);
            until(() -> running.bot().status().outbox().getOrDefault(Outcome.SENT.name(), 0L) == 2);
        }
    }

    @Test
    void anAnswerThatWasCutOffIsSentAfterARestartAsTheSameRequest() throws IOException {
        String request;
        try (Running running = home.start()) {
            awaitBot();
            wecom.cutAt(frame -> frame.command().equals("aibot_respond_msg"));
            request = wecom.says("lilei", "wr1", "在吗");
            awaitAnswer(1);
            until(() -> running.bot().status().outbox().getOrDefault(Outcome.WAITING.name(), 0L) == 1);
        }
        try (Running running = home.start()) {
            AibotFrame again = awaitAnswer(2);

            assertThat(again.request()).isEqualTo(request);
            assertThat(again.body()).isEqualTo(answers().getFirst().body());
            until(() -> running.bot().status().outbox().getOrDefault(Outcome.SENT.name(), 0L) == 1);
        }
    }

    @Test
    void statusAndHealthTellHowTheConnectionIs() throws IOException, InterruptedException {
        try (Running running = home.start(); HttpClient http = HttpClient.newHttpClient()) {
            awaitBot();
            until(() -> state(running).equals("connected"));
            assertThat(page(http, running, "/healthz")).isEqualTo("ok\n");
            assertThat(page(http, running, "/metrics")).contains("qunbot_line_connected{channel=\"assistant\"} 1");

            wecom.replace();
            until(() -> state(running).equals("taken"));
            assertThat(running.bot().status().lines().getFirst().trouble()).contains("另一个程序");
            assertThat(page(http, running, "/healthz")).contains("not connected to WeCom: assistant (taken)");
            assertThat(page(http, running, "/metrics")).contains("qunbot_line_connected{channel=\"assistant\"} 0");
            assertThat(running.bot().status().toString()).doesNotContain(SECRET);
        }
    }

    private static String state(Running running) {
        return running.bot().status().lines().getFirst().state();
    }

    private static String page(HttpClient http, Running running, String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + running.bot().port() + path);
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
    }
}
