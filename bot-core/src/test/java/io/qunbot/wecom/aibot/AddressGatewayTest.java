package io.qunbot.wecom.aibot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.qunbot.chat.Body;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.GatewayException.Remedy;
import io.qunbot.chat.Posting;
import io.qunbot.chat.Ticket;
import io.qunbot.wecom.codec.ChannelKind;
import io.qunbot.wecom.codec.WecomDecoder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressGatewayTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Chat GROUP = new Chat(new ChatId("wr1"), ChatKind.INTERNAL, "assistant");

    private final List<String> posted = new CopyOnWriteArrayList<>();
    private final AddressGateway gateway = new AddressGateway(InstantSource.fixed(NOW));
    private HttpServer server;
    private volatile String answer = "{\"errcode\":0,\"errmsg\":\"ok\"}";
    private volatile int status = 200;

    @BeforeEach
    void startStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            posted.add(exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            byte[] bytes = answer.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopStandIn() {
        server.stop(0);
    }

    /** The ticket of a callback that came then. */
    private Optional<Ticket> ticket(Instant received) {
        String payload = """
                {"msgid":"m1","aibotid":"bot1","chatid":"wr1","chattype":"group","from":{"userid":"lilei"},
                "response_url":"http://127.0.0.1:%d/cgi-bin/aibot/response?response_code=topsecret","msgtype":"text",
                "text":{"content":"在吗"}}""".formatted(server.getAddress().getPort());
        return new WecomDecoder(ChannelKind.AIBOT).ticket("assistant", payload.getBytes(UTF_8), received);
    }

    private void say(String words, Optional<Ticket> ticket) throws GatewayException {
        gateway.deliver(new Posting(1, GROUP, List.of(), Body.text(words), ticket));
    }

    private GatewayException failure(Optional<Ticket> ticket) {
        return catchThrowableOfType(GatewayException.class, () -> say("在", ticket));
    }

    @Test
    void postsPlainMarkdownOnce() throws GatewayException {
        say("在", ticket(NOW));

        assertThat(posted).containsExactly(
                "application/json {\"msgtype\":\"markdown\",\"markdown\":{\"content\":\"在\"}}");
        assertThat(failure(ticket(NOW)).remedy()).isEqualTo(Remedy.DROP);
        assertThat(posted).hasSize(1);
    }

    @Test
    void saysThatItOnlyAnswersWhenThereIsNothingToAnswerOrTheHourIsOver() {
        assertThat(failure(Optional.empty())).hasMessageContaining("长连接");
        assertThat(failure(ticket(NOW.minus(Duration.ofHours(1)))).remedy()).isEqualTo(Remedy.DROP);
        assertThat(posted).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "200|{\"errcode\":45009,\"errmsg\":\"x\"}|BACK_OFF|false",
            "200|{\"errcode\":-1,\"errmsg\":\"x\"}|RETRY|true",
            "200|{\"errcode\":40058,\"errmsg\":\"x\"}|DROP|false",
            "502|{}|RETRY|true",
            "200|<html>|RETRY|true"})
    void whatWecomRefusesSaysWhatHelpsAndShowsNoAddress(int with, String body, Remedy remedy, boolean maybe) {
        status = with;
        answer = body;
        GatewayException refused = failure(ticket(NOW));

        assertThat(refused.remedy()).isEqualTo(remedy);
        assertThat(refused.maybeSent()).isEqualTo(maybe);
        assertThat(refused).hasMessageNotContaining("topsecret").hasNoCause();
    }

    @Test
    void nobodyThereIsNotSent() {
        Optional<Ticket> ticket = ticket(NOW);
        server.stop(0);

        assertThat(failure(ticket)).satisfies(refused -> assertThat(refused.maybeSent()).isFalse(),
                refused -> assertThat(refused.remedy()).isEqualTo(Remedy.RETRY));
    }
}
