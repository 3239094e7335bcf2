package io.qunbot.bot;

import static io.qunbot.bot.ArchiveHome.said;
import static io.qunbot.bot.ArchiveHome.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.qunbot.store.FullDisk;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole bot, and a puller elsewhere that posts pages to it, or somebody who would like to be one. */
@Timeout(60)
class InletTest {

    private static final String TOKEN = "0123456789abcdef";

    private final Instant now = InstantSource.system().instant();
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;
    private ArchiveHome home;
    private TestHome.Running running;

    @BeforeEach
    void start() throws IOException {
        home = new ArchiveHome(folder,
                "{ kind: wecom-archive, api: \"%s\", source: { http: { listen: /archive/main, token: "
                        + TOKEN + " } } }");
        running = home.start();
    }

    @AfterEach
    void stop() throws IOException {
        running.close();
        home.close();
        client.close();
    }

    private HttpResponse<String> sent(String token, byte[] body) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address()).header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + running.bot().port() + "/archive/main");
    }

    private HttpResponse<String> posted(String body) throws IOException, InterruptedException {
        return sent(TOKEN, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String page(String... messages) {
        return "{\"errcode\":0,\"errmsg\":\"ok\",\"chatdata\":[" + String.join(",", messages).replace("\n", "") + "]}";
    }

    private static JsonObject json(HttpResponse<String> response) {
        return JsonParser.parseString(response.body()).getAsJsonObject();
    }

    @Test
    void aPageIsOnDiskWhenItIsAnsweredAndMayComeAgain() throws Exception {
        String page = page(text(41, "wm1", now, "一"), text(42, "wm1", now, "二"));
        HttpResponse<String> first = posted(page);
        HttpResponse<String> again = posted(page);
        HttpResponse<String> told = client.send(HttpRequest.newBuilder(address())
                .header("Authorization", "Bearer " + TOKEN).GET().build(), HttpResponse.BodyHandlers.ofString());

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(json(first).toString())
                .isEqualTo("{\"added\":2,\"known\":0,\"dropped\":0,\"errcode\":0,\"errmsg\":\"ok\",\"seq\":42}");
        assertThat(json(again).get("known").getAsInt()).isEqualTo(2);
        assertThat(json(told).get("seq").getAsLong()).isEqualTo(42);
        assertThat(said(running.bot())).containsExactly("一", "二");
        assertThat(running.bot().store().lastSeq()).isEqualTo(2);
    }

    @Test
    void aLargePageIsTakenFromThoseWhoShowTheToken() throws Exception {
        List<String> messages = new ArrayList<>();
        for (int seq = 1; seq <= 1000; seq++) {
            messages.add(text(seq, "wm1", now, "长".repeat(1000)));
        }
        String page = page(messages.toArray(String[]::new));
        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isGreaterThan(3 << 20);

        assertThat(json(posted(page)).get("added").getAsInt()).isEqualTo(1000);
    }

    @Test
    void whoDoesNotShowTheTokenGetsNothingIn() throws Exception {
        byte[] page = page(text(1, "wm1", now, "假的")).getBytes(StandardCharsets.UTF_8);

        assertThat(sent("wrong", page).statusCode()).isEqualTo(401);
        assertThat(sent("", page).statusCode()).isEqualTo(401);
        assertThat(client.send(HttpRequest.newBuilder(address()).GET().build(),
                HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(401);
        assertThat(running.bot().store().lastSeq()).isZero();
    }

    @Test
    void whatIsNoPageIsRefusedWholeAndSaid() throws Exception {
        String good = text(1, "wm1", now, "好的").strip();
        List<String> bad = List.of("", "[]", "{", "null", "{\"chatdata\":5}", "{\"chatdata\":[7]}",
                page(good).substring(0, 80), "{\"errcode\":301052,\"chatdata\":[" + good + "]}",
                "{\"chatdata\":[" + "{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000) + "]}",
                "{\"chatdata\":[" + "[".repeat(100_000));
        for (String body : bad) {
            HttpResponse<String> refused = posted(body);
            assertThat(refused.statusCode()).as(body.substring(0, Math.min(40, body.length()))).isEqualTo(400);
        }
        assertThat(sent(TOKEN, new byte[]{'{', (byte) 0xff, '}'}).statusCode()).isEqualTo(400);
        assertThat(running.bot().store().lastSeq()).isZero();
        assertThat(running.bot().status().problems()).extracting(Status.Trouble::text)
                .anySatisfy(text -> assertThat(text).contains("archive").contains("UTF-8"));
        assertThat(posted(page(good)).statusCode()).isEqualTo(200);
        assertThat(running.bot().status().problems()).isEmpty();
    }

    @Test
    void oddMessagesAreKeptAsTheyAre() throws Exception {
        HttpResponse<String> taken = posted(page("{}", "{\"seq\":\"x\",\"message\":{\"msgtype\":\"text\"}}",
                "{\"seq\":-3,\"encrypt_chat_msg\":{},\"publickey_ver\":\"; drop table\"}",
                "{\"seq\":18446744073709551615,\"message\":{\"msgid\":\"m\\u0000\\n\",\"from\":\"wm1\",\"roomid\":\"wr1\",\"msgtype\":\"text\"}}"));

        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(json(taken).get("added").getAsInt()).isEqualTo(4);
    }

    @Test
    void aFullDiskIsNoReasonToLoseAPage() throws Exception {
        String page = page(text(1, "wm1", now, "满".repeat(30_000)));
        FullDisk.fill(running.bot().store());
        HttpResponse<String> full = posted(page);
        FullDisk.makeRoom(running.bot().store());
        HttpResponse<String> then = posted(page);

        assertThat(full.statusCode()).isEqualTo(503);
        assertThat(then.statusCode()).isEqualTo(200);
        assertThat(json(then).get("added").getAsInt()).isEqualTo(1);
    }
}
