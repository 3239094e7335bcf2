package io.qunbot.bot.model;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Secret;
import io.qunbot.yaml.Source;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** A model on this machine that speaks OpenAI's API, and fails as it is told. */
public final class ModelServer implements AutoCloseable {

    public static final String KEY = "sk-nobody-may-see-this";
    private static final int NUMBERS = 8;
    private static final Gson JSON = new Gson();

    public final List<JsonObject> asked = new CopyOnWriteArrayList<>();
    public final List<String> keys = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile Behaviour behaviour = ModelServer::sensibly;

    /** Answers a question; null never does. */
    @FunctionalInterface
    public interface Behaviour {
        Answer to(JsonObject question);
    }

    public record Answer(int status, String body) {
        static final Answer NEVER = new Answer(0, "");
        static final Answer HALF = new Answer(1, "");
    }

    public ModelServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    public void behave(Behaviour next) {
        behaviour = next;
    }

    /** So long that a busy machine is never too slow. */
    ModelConfig config() {
        return config(Duration.ofSeconds(30));
    }

    ModelConfig config(Duration deadline) {
        Place nowhere = new Place(new Source("config/bot.yaml", ""), 1, 1, 1);
        return new ModelConfig(new Located<>(url(), nowhere), "tiny",
                Optional.of(new Located<>(Secret.parse(KEY), nowhere)), Optional.of(new Located<>(deadline, nowhere)));
    }

    /** Vectors of eight numbers, or the choice that {@code 2} is; in an order that only the index tells. */
    public static Answer sensibly(JsonObject question) {
        if (!question.has("input")) {
            return completion("2");
        }
        List<String> texts = question.getAsJsonArray("input").asList().stream().map(text -> text.getAsString())
                .toList();
        return vectors(IntStream.range(0, texts.size()).map(at -> texts.size() - 1 - at)
                .mapToObj(at -> Map.of("index", at, "embedding", vector(texts.get(at), NUMBERS))).toList());
    }

    static Answer vectors(List<? extends Map<String, ?>> items) {
        return new Answer(200, JSON.toJson(Map.of("object", "list", "data", items)));
    }

    public static Answer completion(String words) {
        return new Answer(200, JSON.toJson(Map.of("choices",
                List.of(Map.of("index", 0, "message", Map.of("role", "assistant", "content", words))))));
    }

    static float[] vector(String text, int numbers) {
        float[] vector = new float[numbers];
        text.codePoints().forEach(point -> vector[point % numbers]++);
        return vector;
    }

    private void serve(HttpExchange exchange) throws IOException {
        JsonObject question = JsonParser
                .parseString(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                .getAsJsonObject();
        asked.add(question);
        keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        Answer answer = behaviour.to(question);
        try (exchange) {
            if (answer.equals(Answer.HALF)) {
                exchange.sendResponseHeaders(200, 100);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
            }
            if (answer.status() < 100) {
                closing.await();
                return;
            }
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
