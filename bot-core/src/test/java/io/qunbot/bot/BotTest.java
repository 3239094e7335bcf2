package io.qunbot.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.qunbot.bot.TestHome.Running;
import io.qunbot.simulation.Saying;
import io.qunbot.simulation.WecomCaller;
import io.qunbot.store.FullDisk;
import io.qunbot.wecom.codec.ChannelKind;
import io.qunbot.wecom.codec.Credentials;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole bot over real sockets, called back as WeCom does. */
class BotTest {

    private static final Credentials SHARED = new Credentials(TestHome.TOKEN, TestHome.AES_KEY, "");

    @TempDir
    private Path root;

    private final HttpClient http = HttpClient.newHttpClient();
    private TestHome home;

    @BeforeEach
    void furnish() throws IOException {
        home = new TestHome(root);
    }

    @AfterEach
    void hangUp() {
        http.close();
    }

    private static WecomCaller.Answer says(Bot bot, String id, String text) throws IOException, InterruptedException {
        return says(bot, id, text, SHARED);
    }

    private static WecomCaller.Answer says(Bot bot, String id, String text, Credentials credentials)
            throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + bot.port() + "/wecom/assistant");
        try (WecomCaller caller = new WecomCaller(address, ChannelKind.AIBOT, credentials, InstantSource.system())) {
            return caller.say(new Saying("wr1", "李雷", text, id, Instant.now()));
        }
    }

    private HttpResponse<String> get(String address, String... headers) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address)), headers);
    }

    private HttpResponse<String> post(String address, String... headers) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address)).POST(BodyPublishers.noBody()), headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers)
            throws IOException, InterruptedException {
        return http.send(headers.length == 0 ? request.build() : request.headers(headers).build(),
                BodyHandlers.ofString());
    }

    private static String address(Bot bot, String path) {
        return "http://127.0.0.1:" + bot.port() + path;
    }

    private static void until(BooleanSupplier happened) {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20); !happened.getAsBoolean();) {
            assertThat(System.nanoTime()).as("it did not happen").isLessThan(end);
            LockSupport.parkNanos(500_000);
        }
    }

    @Test
    void answersACallbackOnceAndKeepsWhatWasSaid() throws Exception {
        try (Running running = home.start()) {
            Bot bot = running.bot();
            assertThat(says(bot, "1", "在吗").text()).contains("一");
            assertThat(says(bot, "1", "在吗").text()).contains("一");

            assertThat(bot.archive().tail("wr1", 10).orElseThrow()).extracting(Archive.Line::from, Archive.Line::text)
                    .containsExactly(tuple("李雷", "在吗"),
                            tuple("bot", "一"));
            assertThat(bot.counts()).containsEntry("events.accepted", 1L).containsEntry("events.duplicate", 1L)
                    .containsEntry("answers", 1L);
            assertThat(bot.chats()).extracting(chat -> chat.id().value()).containsExactly("wr1");
        }
        assertThat(home.offline(Offline::status).counts()).containsEntry("events", 1L).containsEntry("chats", 1L);
    }

    @Test
    void refusesStrangersAndCountsThem() throws Exception {
        try (Running running = home.start()) {
            assertThat(says(running.bot(), "1", "在吗", new Credentials("other", TestHome.AES_KEY, "")).status())
                    .isEqualTo(403);
            assertThat(running.bot().counts()).containsEntry("callbacks.refused.assistant", 1L)
                    .containsEntry("events.accepted", 0L);
        }
    }

    @Test
    void letsWecomGoWhenAPluginTakesLongerThanTheWindow() throws Exception {
        home.config("passive: 1s\n");
        CountDownLatch gate = new CountDownLatch(1);
        home.say.gate.set(gate);
        try (Running running = home.start()) {
            assertThat(says(running.bot(), "1", "等")).isEqualTo(new WecomCaller.Answer(200, Optional.empty()));
            assertThat(running.bot().counts()).containsEntry("events.deferred", 1L);
            gate.countDown();
            until(() -> running.bot().status().outbox().containsKey("UNSUPPORTED"));

            assertThat(running.bot().archive().tail("wr1", 10).orElseThrow().getLast().outcome())
                    .startsWith("UNSUPPORTED").contains("长连接");
        }
    }

    @Test
    void aFileThatBreaksLeavesItsLastGoodVersionInForceAfterARestartToo() throws Exception {
        try (Running running = home.start()) {
            Bot bot = running.bot();
            home.rules("二\"\n  }");
            assertThat(bot.reload()).satisfies(broken -> {
                assertThat(broken.held()).containsExactly("rules/service.yaml");
                assertThat(broken.missing()).isEmpty();
                assertThat(broken.errors()).isPositive();
                assertThat(broken.zh()).contains("rules/service.yaml:");
            });
            assertThat(says(bot, "1", "在吗").text()).contains("一");
            assertThat(get(address(bot, "/healthz")).body()).contains("last good version runs: rules/service.yaml");
        }
        try (Running running = home.start()) {
            Bot bot = running.bot();
            assertThat(bot.status().held()).containsExactly("rules/service.yaml");
            assertThat(bot.status().profiles()).containsEntry("service", "服务群");
            assertThat(says(bot, "2", "在吗").text()).contains("一");

            home.rules("三");
            assertThat(bot.reload().held()).isEmpty();
            assertThat(says(bot, "3", "在吗").text()).contains("三");
            assertThat(get(address(bot, "/healthz")).body()).isEqualTo("ok\n");
        }
    }

    @Test
    void aFileThatWasNeverGoodTakesNobodyElseDown() throws Exception {
        home.file("other.yaml", "profile: other\nplugins: { nobody: { } }\n");
        try (Running running = home.start()) {
            assertThat(running.bot().status().missing()).containsExactly("rules/other.yaml");
            assertThat(says(running.bot(), "1", "在吗").text()).contains("一");
            assertThat(get(address(running.bot(), "/healthz")).body()).contains("not running: rules/other.yaml");

            Files.delete(home.home.rules().resolve("other.yaml"));
            assertThat(running.bot().reload().missing()).isEmpty();
        }
    }

    @Test
    void aSecondBotOnTheSameDataIsRefused() throws Exception {
        try (Running _ = home.start()) {
            assertThatThrownBy(home::start).isInstanceOf(DataFolder.Held.class)
                    .hasMessageContaining("in use by another qunbot")
                    .hasMessageContaining("pid " + ProcessHandle.current().pid());
            assertThatThrownBy(() -> home.offline(Offline::status)).isInstanceOf(DataFolder.Held.class);
        }
        try (Running again = home.start()) {
            assertThat(again.bot().port()).isPositive();
        }
    }

    @Test
    void theAdminApiWantsItsToken() throws Exception {
        try (Running running = home.start()) {
            String admin = DataFolder.adminAddress(home.data()).orElseThrow();
            String token = DataFolder.token(home.data());

            assertThat(get(admin + "/status").statusCode()).isEqualTo(401);
            assertThat(get(admin + "/status", "Authorization", "Bearer " + token + "x").statusCode()).isEqualTo(401);
            assertThat(get(admin + "/status", "Authorization", token).statusCode()).isEqualTo(401);
            assertThat(post(admin + "/reload").statusCode()).isEqualTo(401);
            assertThat(get(admin + "/status", "Authorization", "Bearer " + token))
                    .satisfies(status -> {
                        assertThat(status.statusCode()).isEqualTo(200);
                        assertThat(status.body()).contains("\"running\":true").contains("\"service\":\"服务群\"");
                    });
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.data().resolve("admin.token"))))
                    .isEqualTo("rw-------");
            assertThat(get(address(running.bot(), "/status"), "Authorization", "Bearer " + token).statusCode())
                    .as("not where the callbacks come in").isEqualTo(404);
            assertThat(DataFolder.publicAddress(home.data())).contains(address(running.bot(), ""));
        }
        assertThat(DataFolder.adminAddress(home.data())).isEmpty();
    }

    @Test
    void theAdminApiReloadsReadsAndCopies() throws Exception {
        try (Running running = home.start()) {
            String admin = DataFolder.adminAddress(home.data()).orElseThrow();
            String[] token = {"Authorization", "Bearer " + DataFolder.token(home.data())};
            home.rules("二");
            assertThat(post(admin + "/reload", token).body()).contains("\"errors\":0");
            assertThat(says(running.bot(), "1", "在吗").text()).contains("二");

            assertThat(get(admin + "/archive/tail?group=wr1&events=5", token).body()).contains("在吗", "二");
            assertThat(get(admin + "/archive/tail?group=nobody", token).statusCode()).isEqualTo(404);
            assertThat(get(admin + "/archive/tail", token).statusCode()).isEqualTo(400);
            assertThat(get(admin + "/archive/tail?group=wr1&events=many", token).statusCode()).isEqualTo(400);

            Path copy = root.resolve("copy.db");
            assertThat(post(admin + "/backup?file=copy.db", token).statusCode()).isEqualTo(400);
            assertThat(post(admin + "/backup?file=" + copy, token).statusCode()).isEqualTo(200);
            assertThat(post(admin + "/backup?file=" + copy, token)).satisfies(again -> {
                assertThat(again.statusCode()).isEqualTo(409);
                assertThat(again.body()).contains("already exists");
            });
            assertThat(copy).isNotEmptyFile();
        }
    }

    @Test
    void healthAndMetricsAreForThisMachineOnly() throws Exception {
        try (Running running = home.start()) {
            for (String page : List.of("/healthz", "/metrics")) {
                String address = address(running.bot(), page);
                assertThat(get(address).statusCode()).isEqualTo(200);
                assertThat(get(address, "X-Forwarded-For", "203.0.113.9").statusCode()).isEqualTo(403);
                assertThat(get(address, "Forwarded", "for=203.0.113.9").statusCode()).isEqualTo(403);
            }
            assertThat(get(address(running.bot(), "/metrics")).body()).contains("qunbot_events_accepted")
                    .contains("qunbot_store_failing 0.0");
        }
    }

    @Test
    void theConfigurationOpensHealthAndMetrics() throws Exception {
        home.config("server: { open: true }\n");
        try (Running running = home.start()) {
            assertThat(get(address(running.bot(), "/healthz"), "X-Forwarded-For", "203.0.113.9").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aFullDiskMeansComeAgain() throws Exception {
        String text = "长".repeat(60_000);
        try (Running running = home.start()) {
            Bot bot = running.bot();
            says(bot, "1", "在吗");
            FullDisk.fill(bot.store());
            assertThat(says(bot, "2", text).status()).isEqualTo(503);
            assertThat(get(address(bot, "/healthz")).statusCode()).isEqualTo(503);
            assertThat(get(address(bot, "/metrics")).body()).contains("qunbot_store_failing 1.0");

            FullDisk.makeRoom(bot.store());
            assertThat(says(bot, "2", text).text()).contains("一");
            assertThat(get(address(bot, "/healthz")).statusCode()).isEqualTo(200);
        }
    }
}
