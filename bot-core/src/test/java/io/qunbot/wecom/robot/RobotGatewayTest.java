package io.qunbot.wecom.robot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.qunbot.chat.Body;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.Posting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class RobotGatewayTest {

    private static final String KEY = "693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa";
    private static final String OK = "{\"errcode\":0,\"errmsg\":\"ok\"}";
    private static final Chat GROUP = new Chat(new ChatId("wr1"), ChatKind.INTERNAL, "robot");

    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private final Queue<String> answers = new ArrayDeque<>();
    private HttpServer server;
    private RobotGateway gateway;

    @BeforeEach
    void startStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/cgi-bin/webhook/send", this::answer);
        server.start();
        gateway = gateway();
    }

    private RobotGateway gateway() {
        return new RobotGateway(
                "http://127.0.0.1:" + server.getAddress().getPort() + "/cgi-bin/webhook/send?key=" + KEY);
    }

    @AfterEach
    void stopStandIn() {
        server.stop(0);
    }

    /** An answer that is a number is an HTTP status. */
    private void answer(HttpExchange exchange) throws IOException {
        JsonObject body = JsonParser.parseString(new String(exchange.getRequestBody().readAllBytes(), UTF_8))
                .getAsJsonObject();
        assertThat(body.get("msgtype").getAsString()).isEqualTo("text");
        said.add(body.getAsJsonObject("text").get("content").getAsString());
        String answer = answers.isEmpty() ? OK : answers.remove();
        boolean isStatus = answer.matches("\\d{3}");
        byte[] bytes = (isStatus ? "<html>" : answer).getBytes(UTF_8);
        exchange.sendResponseHeaders(isStatus ? Integer.parseInt(answer) : 200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private GatewayException failure() {
        return catchThrowableOfType(GatewayException.class, () -> gateway.deliver(saying(GROUP, "发票")));
    }

    private static Posting saying(Chat chat, String text) {
        return new Posting(1, chat, List.of(), Body.text(text), Optional.empty());
    }

    @Test
    void saysTheWordsInItsGroup() throws GatewayException {
        gateway.deliver(saying(GROUP, "发票在「我的-订单」申请 😀 <b> & \"x\""));

        assertThat(said).containsExactly("发票在「我的-订单」申请 😀 <b> & \"x\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 45009, 45033})
    void mayTryAgainWhatPasses(int code) {
        answers.add("{\"errcode\":" + code + ",\"errmsg\":\"later\"}");

        assertThat(failure()).satisfies(e -> assertThat(e.retryable()).isTrue(),
                e -> assertThat(e.code()).isEqualTo(code));
        assertThat(said).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {93000, 40058, 40001, 60020})
    void neverTriesAgainWhatIsRefused(int code) {
        answers.add("{\"errcode\":" + code + ",\"errmsg\":\"invalid webhook url " + KEY + "\"}");

        assertThat(failure())
                .satisfies(e -> assertThat(e.retryable()).isFalse(), e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageNotContaining(KEY).hasNoCause();
        assertThat(said).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"502", "404", "", "not json", "[]"})
    void mayTryAgainWhenTheAnswerCannotBeRead(String answer) {
        answers.add(answer);

        assertThat(failure()).satisfies(e -> assertThat(e.retryable()).isTrue(), e -> assertThat(e.code()).isZero());
    }

    @Test
    void mayTryAgainWhenNobodyAnswers() {
        server.stop(0);

        assertThat(failure()).satisfies(e -> assertThat(e.retryable()).isTrue())
                .hasMessageNotContaining(KEY).hasMessageNotContaining("127.0.0.1").hasNoCause();
    }

    @Test
    void splitsLongWordsBetweenSentences() throws GatewayException {
        String words = "这是一句话。".repeat(300);
        gateway.deliver(saying(GROUP, words));

        assertThat(said).hasSize(3).allMatch(piece -> piece.endsWith("。") && piece.getBytes(UTF_8).length <= 2048);
        assertThat(String.join("", said)).isEqualTo(words);
    }

    @Test
    void doesNotRepeatTheBeginningWhenALaterPieceFails() {
        answers.addAll(List.of(OK, "{\"errcode\":45009,\"errmsg\":\"later\"}"));
        GatewayException e = catchThrowableOfType(GatewayException.class,
                () -> gateway.deliver(saying(GROUP, "好。".repeat(800))));

        assertThat(e.retryable()).isFalse();
        assertThat(e).hasMessageContaining("the first 1 had been sent");
        assertThat(said).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DIRECT", "CUSTOMER"})
    void speaksNowhereElse(ChatKind kind) {
        assertThatThrownBy(() -> gateway.deliver(saying(new Chat(new ChatId("x"), kind, "robot"), "发票")))
                .isInstanceOfSatisfying(GatewayException.class, e -> assertThat(e.retryable()).isFalse());
        assertThat(said).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", KEY, "http://a b?key=" + KEY, "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=%"})
    void refusesAnIncompleteAddressWithoutShowingIt(String webhook) {
        assertThatThrownBy(() -> new RobotGateway(webhook)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a robot's webhook is the whole address with its key");
    }

    @Test
    void logsNothingThatHoldsTheKey() {
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(appender);
        answers.addAll(List.of("{\"errcode\":93000,\"errmsg\":\"x\"}", "502"));
        failure();
        failure();
        root.detachAppender(appender);

        assertThat(said).hasSize(2);
        assertThat(appender.list).noneMatch(event -> event.getFormattedMessage().contains(KEY));
    }
}
