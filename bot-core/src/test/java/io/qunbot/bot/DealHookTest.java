package io.qunbot.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.people.Card;
import io.qunbot.store.DirectoryTables;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DealHookTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String BODY = """
            {"id":"crm-1","member":"李雷","result":"won","amount":3600,"reason":"三家店"}""";

    private final TestHome home;
    private final HttpClient client = HttpClient.newHttpClient();

    DealHookTest(@TempDir Path root) throws IOException {
        home = new TestHome(root).config("server: { port: 0 }\nhooks: { deal: { secret: " + SECRET + " } }\n");
    }

    private static String signature(String key, String time, String body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8)));
    }

    private int send(Bot bot, String body, String time, String signature) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bot.port() + "/hooks/deal"))
                .header("X-Qunbot-Timestamp", time).header("X-Qunbot-Signature", signature)
                .timeout(Duration.ofSeconds(30)).POST(HttpRequest.BodyPublishers.ofString(body)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private int signed(Bot bot, String body) throws Exception {
        String time = String.valueOf(Instant.now().getEpochSecond());
        return send(bot, body, time, "sha256=" + signature(SECRET, time, body));
    }

    private static void known(Bot bot) {
        SmallUnit person = new SmallUnit("a person",
                tables -> DirectoryTables.person(tables, "wm1", "李雷", Instant.EPOCH));
        bot.store().writer().submit(person);
        assertThat(person.awaitEnd()).isTrue();
    }

    @Test
    void aDealIsNotedOnce() throws Exception {
        try (TestHome.Running running = home.start()) {
            Bot bot = running.bot();
            assertThat(signed(bot, BODY)).isEqualTo(404);
            known(bot);
            assertThat(signed(bot, BODY)).isEqualTo(200);
            assertThat(signed(bot, BODY)).isEqualTo(200);
        }
        try (DataFolder folder = DataFolder.take(home.data());
                Store store = Store.open(folder.store(), ThreadNames.writer())) {
            assertThat(store.memories().recall(LaneId.of(new MemberId("wm1")), Card.OWNER, Card.KEY).orElse(""))
                    .contains("won 3600 三家店");
            assertThat(store.remarks(Instant.EPOCH)).hasSize(1);
        }
    }

    @Test
    void whatIsNotSignedInTheseMinutesIsRefused() throws Exception {
        try (TestHome.Running running = home.start()) {
            Bot bot = running.bot();
            String now = String.valueOf(Instant.now().getEpochSecond());
            String old = String.valueOf(Instant.now().getEpochSecond() - 301);
            assertThat(send(bot, BODY, now, signature("another key of some length", now, BODY))).isEqualTo(401);
            assertThat(send(bot, BODY + " ", now, signature(SECRET, now, BODY))).isEqualTo(401);
            assertThat(send(bot, BODY, old, signature(SECRET, old, BODY))).isEqualTo(401);
            assertThat(send(bot, BODY, "now", signature(SECRET, "now", BODY))).isEqualTo(401);
            assertThat(send(bot, BODY, now, "")).isEqualTo(401);
            assertThat(send(bot, "x".repeat(20_000), now, "")).isEqualTo(413);
        }
    }

    @Test
    void whatMakesNoSenseIsRefused() throws Exception {
        try (TestHome.Running running = home.start()) {
            for (String body : new String[]{"", "[]", "null", "{", "{}", "\"x\"",
                    "{\"id\":\"a\",\"member\":\"x\",\"result\":\"maybe\"}",
                    "{\"id\":\"a b\",\"member\":\"x\",\"result\":\"won\"}",
                    "{\"id\":\"a\",\"member\":\"x\",\"result\":\"won\",\"amount\":-1}",
                    "{\"id\":\"a\",\"member\":\"x\",\"result\":\"won\",\"amount\":1e999999999}",
                    "{\"id\":\"a\",\"member\":\"x\",\"result\":\"won\",\"amount\":\"many\"}",
                    "{\"id\":{},\"member\":\"x\",\"result\":\"won\"}"}) {
                assertThat(signed(running.bot(), body)).as(body).isEqualTo(400);
            }
        }
    }
}
