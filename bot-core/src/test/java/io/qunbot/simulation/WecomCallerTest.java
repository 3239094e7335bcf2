package io.qunbot.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.qunbot.chat.Event;
import io.qunbot.wecom.codec.ChannelKind;
import io.qunbot.wecom.codec.Credentials;
import io.qunbot.wecom.codec.Crypt;
import io.qunbot.wecom.codec.Opened;
import io.qunbot.wecom.codec.Received;
import io.qunbot.wecom.codec.Refusal;
import io.qunbot.wecom.codec.WecomCodec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WecomCallerTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final Credentials SHARED = new Credentials("QDG6eK", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
            "ww1");
    private static final Credentials OTHERS = new Credentials("other", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
            "ww1");

    private HttpServer server;

    @BeforeEach
    void startBot() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        for (ChannelKind kind : ChannelKind.values()) {
            WecomCodec codec = new WecomCodec("kf", kind, new Crypt(SHARED, Duration.ofMinutes(1)));
            server.createContext("/" + kind, exchange -> answer(codec, exchange));
        }
        server.start();
    }

    @AfterEach
    void stopBot() {
        server.stop(0);
    }

    /** A bot that says everything twice, and nothing to whoever asks for silence. */
    private static void answer(WecomCodec codec, HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        if (exchange.getRequestMethod().equals("GET")) {
            Opened opened = codec.verify(query, NOW);
            respond(exchange, opened instanceof Opened.Plain(byte[] plain) ? 200 : 403,
                    opened instanceof Opened.Plain(byte[] plain) ? plain : new byte[0]);
            return;
        }
        switch (codec.receive(query, exchange.getRequestBody().readAllBytes(), NOW)) {
            case Received.Happened(Event.Said said, _, var form) -> {
                String words = said.content().words();
                respond(exchange, 200,
                        codec.answer(form, words.equals("安静") ? "" : words + words + said.chat().id(), NOW));
            }
            case Received.Refused(Refusal reason) -> respond(exchange, reason.status(), new byte[0]);
            default -> respond(exchange, 500, new byte[0]);
        }
    }

    private static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private WecomCaller caller(ChannelKind kind, Credentials credentials) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + kind);
        return new WecomCaller(address, kind, credentials, InstantSource.fixed(NOW));
    }

    private static Saying saying(String text) {
        return new Saying("wr1", "lilei", text, "42", NOW);
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatTheBotSays(ChannelKind kind) throws Exception {
        try (WecomCaller caller = caller(kind, SHARED)) {
            String chat = kind == ChannelKind.APP ? "kf:lilei" : "wr1";

            assertThat(caller.say(saying("发票]]>&\"😀")))
                    .isEqualTo(new WecomCaller.Answer(200, Optional.of("发票]]>&\"😀发票]]>&\"😀" + chat)));
            assertThat(caller.say(saying("安静"))).isEqualTo(new WecomCaller.Answer(200, Optional.empty()));
            assertThat(caller.say(new Saying("", "lilei", "x", "43", NOW)).text()).contains("xxkf:lilei");
        }
    }

    @ParameterizedTest
    @EnumSource
    void verifiesTheAddress(ChannelKind kind) throws Exception {
        try (WecomCaller caller = caller(kind, SHARED); WecomCaller stranger = caller(kind, OTHERS)) {
            assertThat(caller.verifyUrl()).isTrue();
            assertThat(stranger.verifyUrl()).isFalse();
        }
    }

    @Test
    void seesThatAStrangerIsRefused() throws Exception {
        try (WecomCaller stranger = caller(ChannelKind.APP, OTHERS)) {
            assertThat(stranger.say(saying("发票"))).isEqualTo(new WecomCaller.Answer(403, Optional.empty()));
        }
    }

    @Test
    void refusesAnswersThatWecomWouldRefuse() {
        try (WecomCaller caller = caller(ChannelKind.APP, SHARED)) {
            assertThatThrownBy(() -> caller.read(200, "hello".getBytes(UTF_8))).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> caller.read(200, "<xml><Encrypt>x</Encrypt></xml>".getBytes(UTF_8)))
                    .hasMessageContaining("SIGNATURE");
        }
    }

    @Test
    void buildsANewCallForEachRedelivery() {
        try (WecomCaller caller = caller(ChannelKind.APP, SHARED)) {
            assertThat(caller.call(saying("发票")).uri()).isNotEqualTo(caller.call(saying("发票")).uri());
        }
    }
}
