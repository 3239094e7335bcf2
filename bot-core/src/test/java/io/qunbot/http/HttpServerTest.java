package io.qunbot.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerTest {

    private static final Limits LIMITS = new Limits(4, 1000, Duration.ofSeconds(100), Duration.ofSeconds(1000));

    private final ExecutorService elsewhere = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    private final LinkedBlockingQueue<Exchange> waiting = new LinkedBlockingQueue<>();
    private final AtomicInteger rounds = new AtomicInteger();
    private EventLoops loops;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        loops = new EventLoops(1);
        Runnable round = rounds::incrementAndGet;
        server = HttpServer.start(loops, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), new Routes()
                .on("GET", "/hello", exchange -> exchange.answer(Response.text(200, "hello")))
                .on("HEAD", "/hello", exchange -> exchange.answer(Response.text(200, "hello")))
                .on("POST", "/echo", HttpServerTest::echo)
                .on("POST", "/later",
                        exchange -> elsewhere.execute(() -> exchange.loop().execute(() -> echo(exchange))))
                .on("POST", "/wait", waiting::add)
                .on("GET", "/round", exchange -> {
                    exchange.atEndOfRound(round);
                    exchange.answer(Response.OK);
                })
                .on("GET", "/twice", exchange -> {
                    exchange.answer(Response.text(200, "first"));
                    exchange.answer(Response.text(200, "second"));
                })
                .on("GET", "/busy", exchange -> exchange.answer(Response.error(503)))
                .on("GET", "/boom", _ -> {
                    throw new IllegalStateException("boom");
                })
                .on("GET", "/query", exchange -> exchange.answer(Response.text(200, exchange.request().path() + " "
                        + exchange.request().query() + " " + exchange.request().parameters() + " "
                        + exchange.request().header("X-Name").orElse("-")))),
                LIMITS);
    }

    @AfterEach
    void stop() {
        server.close();
        loops.close();
        elsewhere.shutdownNow();
    }

    private static void echo(Exchange exchange) {
        exchange.answer(Response.text(200, "<" + new String(exchange.request().body(), StandardCharsets.UTF_8) + ">"));
    }

    private Wire wire() throws IOException {
        return new Wire(server.port());
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
    }

    private static String post(String path, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static void until(BooleanSupplier happened) {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20); !happened.getAsBoolean();) {
            assertThat(System.nanoTime()).as("it did not happen").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void answersManyRequestsOnOneConnection() throws IOException {
        try (Wire wire = wire()) {
            assertThat(wire.send(get("/hello")).reply()).isEqualTo(new Wire.Reply(200,
                    "HTTP/1.1 200 OK\ncontent-type: text/plain; charset=utf-8\ncontent-length: 5\n", "hello"));
            assertThat(wire.send(post("/echo", "abc")).reply().body()).isEqualTo("<abc>");
            assertThat(wire.send(post("/later", "")).reply().body()).isEqualTo("<>");
            assertThat(server.connections()).isEqualTo(1);
        }
        until(() -> server.connections() == 0);
    }

    @Test
    void knowsItsPathsAndTheirMethods() throws IOException {
        try (Wire wire = wire()) {
            assertThat(wire.send(get("/nowhere")).reply().status()).isEqualTo(404);
            assertThat(wire.send(get("/hello/")).reply().status()).isEqualTo(404);
            assertThat(wire.send(post("/hello", "x")).reply().status()).isEqualTo(405);
            assertThat(wire.send(get("/hello")).reply().status()).isEqualTo(200);
        }
    }

    @Test
    void readsQueriesAndHeaders() throws IOException {
        try (Wire wire = wire()) {
            String request = "GET /query?a=1%202&a=3&b HTTP/1.1\r\nHost: x\r\nx-name: v\r\n\r\n";
            assertThat(wire.send(request).reply().body()).isEqualTo("/query a=1%202&a=3&b {a=1 2, b=} v");
            assertThat(wire.send(get("/query")).reply().body()).isEqualTo("/query  {} -");
        }
    }

    @Test
    void answersPipelinedRequestsInTheirOrder() throws IOException {
        try (Wire wire = wire()) {
            wire.send(post("/later", "1") + post("/echo", "2") + post("/later", "3") + get("/nowhere")
                    + post("/later", "5"));
            assertThat(wire.reply().body()).isEqualTo("<1>");
            assertThat(wire.reply().body()).isEqualTo("<2>");
            assertThat(wire.reply().body()).isEqualTo("<3>");
            assertThat(wire.reply().status()).isEqualTo(404);
            assertThat(wire.reply().body()).isEqualTo("<5>");
        }
    }

    @Test
    void answersThousandsOfPipelinedRequestsBehindASlowOne() throws IOException {
        try (Wire wire = wire()) {
            wire.send(post("/later", "1") + "GET /hello HTTP/1.1\r\n\r\n".repeat(5000));
            assertThat(wire.reply().body()).isEqualTo("<1>");
            for (int count = 0; count < 5000; count++) {
                assertThat(wire.reply().body()).isEqualTo("hello");
            }
        }
    }

    @Test
    void readsABodyThatComesInPieces() throws IOException {
        try (Wire wire = wire()) {
            wire.send("POST /echo HTTP/1.1\r\nContent-Le").send("ngth: 6\r\n\r\nab").send("cd").send("ef");
            assertThat(wire.reply().body()).isEqualTo("<abcdef>");
            wire.send("POST /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n")
                    .send("3\r\ndef\r\n0\r\n\r\n");
            assertThat(wire.reply().body()).isEqualTo("<abcdef>");
        }
    }

    @Test
    void refusesABodyThatIsDeclaredTooLarge() throws IOException {
        try (Wire wire = wire()) {
            wire.send("POST /echo HTTP/1.1\r\nContent-Length: 1001\r\n\r\n");
            assertThat(wire.reply()).satisfies(reply -> {
                assertThat(reply.status()).isEqualTo(413);
                assertThat(reply.head()).contains("connection: close");
            });
            assertThat(wire.isClosed()).isTrue();
        }
        try (Wire wire = wire()) {
            assertThat(wire.send(post("/echo", "x".repeat(1000))).reply().status()).isEqualTo(200);
        }
    }

    @Test
    void refusesABodyThatTurnsOutTooLarge() throws IOException {
        try (Wire wire = wire()) {
            wire.send("POST /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n");
            wire.send("200\r\n" + "x".repeat(512) + "\r\n").send("200\r\n" + "x".repeat(512) + "\r\n");
            assertThat(wire.reply().status()).isEqualTo(413);
            assertThat(wire.isClosed()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0016\u0003\u0001 hello\r\n\r\n", "GET\r\n\r\n",
            "POST /echo HTTP/1.1\r\nContent-Length: many\r\n\r\n",
            "POST /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nnothing\r\n"})
    void refusesWhatIsNoRequest(String garbage) throws IOException {
        try (Wire wire = wire()) {
            assertThat(wire.send(garbage).reply().status()).isEqualTo(400);
            assertThat(wire.isClosed()).isTrue();
        }
    }

    @Test
    void refusesEndlessHeaders() throws IOException {
        try (Wire wire = wire()) {
            assertThat(wire.send("GET /hello HTTP/1.1\r\nx: " + "y".repeat(20_000) + "\r\n\r\n").reply().status())
                    .isEqualTo(400);
        }
        try (Wire wire = wire()) {
            assertThat(wire.send("GET /" + "y".repeat(9_000) + " HTTP/1.1\r\n\r\n").reply().status()).isEqualTo(400);
        }
    }

    @Test
    void asksForTheBodyOfWhoeverWaitsToBeAsked() throws IOException {
        try (Wire wire = wire()) {
            wire.send("POST /echo HTTP/1.1\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
            assertThat(wire.reply().status()).isEqualTo(100);
            assertThat(wire.send("abc").reply().body()).isEqualTo("<abc>");
            wire.send("POST /echo HTTP/1.1\r\nContent-Length: 3000\r\nExpect: 100-continue\r\n\r\n");
            assertThat(wire.reply().status()).isEqualTo(413);
        }
    }

    @Test
    void answersAHeadWithoutABody() throws IOException {
        try (Wire wire = wire()) {
            assertThat(wire.send("HEAD /hello HTTP/1.1\r\n\r\n").head().head()).contains("content-length: 5");
            assertThat(wire.send("HEAD /nowhere HTTP/1.1\r\n\r\n").head().status()).isEqualTo(404);
            assertThat(wire.send(get("/hello")).reply().body()).isEqualTo("hello");
        }
    }

    @Test
    void closesTheConnectionWhenItIsAskedTo() throws IOException {
        try (Wire wire = wire()) {
            Wire.Reply reply = wire.send("GET /hello HTTP/1.1\r\nConnection: close\r\n\r\n" + get("/hello")).reply();
            assertThat(reply.head()).contains("connection: close");
            assertThat(reply.body()).isEqualTo("hello");
            assertThat(wire.isClosed()).isTrue();
        }
        try (Wire wire = wire()) {
            assertThat(wire.send("GET /hello HTTP/1.0\r\n\r\n").reply().body()).isEqualTo("hello");
            assertThat(wire.isClosed()).isTrue();
        }
        try (Wire wire = wire()) {
            assertThat(wire.send(get("/busy")).reply().head()).contains("connection: close");
            assertThat(wire.isClosed()).isTrue();
        }
    }

    @Test
    void onlyTheFirstAnswerCountsAndAFailureIsOneToo() throws IOException {
        try (Wire wire = wire()) {
            assertThat(wire.send(get("/twice")).reply().body()).isEqualTo("first");
            assertThat(wire.send(get("/boom")).reply()).satisfies(reply -> {
                assertThat(reply.status()).isEqualTo(500);
                assertThat(reply.body()).doesNotContain("boom");
            });
            assertThat(wire.send(get("/hello")).reply().body()).isEqualTo("hello");
        }
    }

    @Test
    void aTaskIsDoneOnceForTheRequestsOfOneRound() throws IOException {
        try (Wire wire = wire()) {
            wire.send(get("/round").repeat(20));
            for (int count = 0; count < 20; count++) {
                assertThat(wire.reply().status()).isEqualTo(200);
            }
            until(() -> rounds.get() > 0);
            assertThat(rounds.get()).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void knowsWhenNobodyIsThereToBeAnswered() throws Exception {
        Wire wire = wire();
        wire.send(post("/wait", "x"));
        Exchange exchange = waiting.poll(20, TimeUnit.SECONDS);
        assertThat(exchange).isNotNull();
        if (exchange != null) {
            assertThat(isOpen(exchange)).isTrue();
            wire.hangUp();
            until(() -> !isOpen(exchange));
            exchange.loop().execute(() -> exchange.answer(Response.OK));
        }
        until(() -> server.connections() == 0);
    }

    private static boolean isOpen(Exchange exchange) {
        CountDownLatch asked = new CountDownLatch(1);
        boolean[] open = new boolean[1];
        exchange.loop().execute(() -> {
            open[0] = exchange.isOpen();
            asked.countDown();
        });
        try {
            assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return open[0];
    }

    @Test
    void aSenderThatIsTooSlowIsToldSo() throws IOException {
        try (Wire wire = wire(); Wire idle = wire()) {
            wire.send("POST /echo HTTP/1.1\r\nContent-Length: 6\r\n\r\nab");
            until(() -> server.connections() == 2);
            pass(60);
            wire.send("c");
            assertThat(idle.send(get("/hello")).reply().status()).as("its bytes have arrived too").isEqualTo(200);
            pass(60);
            assertThat(wire.reply().status()).isEqualTo(408);
            assertThat(wire.isClosed()).isTrue();
            assertThat(idle.send(get("/hello")).reply().status()).isEqualTo(200);
        }
    }

    @Test
    void aSenderThatComesToItsEndInTimeIsAnswered() throws IOException {
        try (Wire wire = wire(); Wire idle = wire()) {
            wire.send("POST /echo HTTP/1.1\r\nContent-Length: 4\r\n\r\nab");
            assertThat(idle.send(get("/hello")).reply().status()).isEqualTo(200);
            pass(60);
            assertThat(wire.send("cd").reply().body()).isEqualTo("<abcd>");
            pass(60);
            assertThat(wire.send(post("/echo", "x")).reply().body()).isEqualTo("<x>");
        }
    }

    @Test
    void whoWaitsForASlowAnswerIsNotCutOff() throws Exception {
        try (Wire wire = wire()) {
            wire.send(post("/wait", "x"));
            Exchange exchange = waiting.poll(20, TimeUnit.SECONDS);
            pass(2000);
            if (exchange != null) {
                exchange.loop().execute(() -> exchange.answer(Response.text(200, "at last")));
            }
            assertThat(wire.reply().body()).isEqualTo("at last");
        }
    }

    @Test
    void aConnectionWithoutRequestsIsClosedAfterAWhile() throws IOException {
        try (Wire wire = wire()) {
            assertThat(wire.send(get("/hello")).reply().status()).isEqualTo(200);
            pass(900);
            assertThat(wire.send(get("/hello")).reply().status()).isEqualTo(200);
            pass(900);
            assertThat(wire.send(get("/hello")).reply().status()).isEqualTo(200);
            pass(1100);
            assertThat(wire.isClosed()).isTrue();
        }
        until(() -> server.connections() == 0);
    }

    private void pass(int seconds) {
        for (int count = 0; count < seconds; count++) {
            server.passSecond();
        }
    }

    @Test
    void moreConnectionsThanAllowedAreTurnedAway() throws IOException {
        try (Wire a = wire(); Wire b = wire(); Wire c = wire(); Wire d = wire()) {
            for (Wire each : new Wire[]{a, b, c, d}) {
                assertThat(each.send(get("/hello")).reply().status()).isEqualTo(200);
            }
            try (Wire more = wire()) {
                assertThat(more.reply().status()).isEqualTo(503);
                assertThat(more.isClosed()).isTrue();
            }
            assertThat(server.connections()).isEqualTo(4);
            a.hangUp();
            until(() -> server.connections() == 3);
            try (Wire again = wire()) {
                assertThat(again.send(get("/hello")).reply().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void saysWhichAddressIsTaken() {
        InetSocketAddress taken = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
        assertThatThrownBy(() -> HttpServer.start(loops, taken, new Routes(), LIMITS)).isInstanceOf(IOException.class)
                .hasMessageContaining("cannot listen on").hasMessageContaining(String.valueOf(server.port()));
    }

    @Test
    void oneThatHasStoppedListeningFinishesWhatItHas() throws Exception {
        try (Wire wire = wire()) {
            wire.send(post("/wait", "x"));
            Exchange exchange = waiting.poll(20, TimeUnit.SECONDS);
            server.stopListening();
            assertThatThrownBy(this::wire).isInstanceOf(IOException.class);
            if (exchange != null) {
                exchange.loop().execute(() -> exchange.answer(Response.text(200, "done")));
            }
            assertThat(wire.reply().body()).isEqualTo("done");
        }
    }

    @Test
    void routesCanBeAddedLater() throws IOException {
        Routes routes = new Routes();
        try (HttpServer other = HttpServer.start(loops, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                routes, LIMITS); Wire wire = new Wire(other.port())) {
            assertThat(wire.send(get("/hello")).reply().status()).isEqualTo(404);
            routes.addAll(new Routes().on("GET", "/hello", exchange -> exchange.answer(Response.json(200, "{}"))));
            assertThat(wire.send(get("/hello")).reply().body()).isEqualTo("{}");
            assertThat(Map.of(200, Status.reason(200), 408, Status.reason(408)))
                    .containsEntry(408, "Request Timeout").containsEntry(200, "OK");
        }
    }
}
