package io.qunbot.plugins.simulated;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.qunbot.bot.model.ModelConfig;
import io.qunbot.bot.model.OutsideModels;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Source;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * An embedder on this machine that speaks OpenAI's API: it knows no more of a text than its letters, unless it is
 * told that two texts mean the same.
 */
final class EmbedderServer implements AutoCloseable {

    private static final int NUMBERS = 64;
    private static final Gson JSON = new Gson();

    /** What it was asked for, in order. */
    final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> same = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile boolean stalls;

    EmbedderServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/embeddings", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    /** From now on a text is where another is. */
    EmbedderServer knows(String text, String other) {
        same.put(text, other);
        return this;
    }

    /** From now on nobody gets an answer. */
    void stall() {
        stalls = true;
    }

    /** As a bot has it that is configured so. */
    OutsideModels models(Path data, Duration deadline) {
        Place nowhere = new Place(new Source("config/bot.yaml", ""), 1, 1, 1);
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
        return new OutsideModels(Optional.of(new ModelConfig(new Located<>(url, nowhere), "letters", Optional.empty(),
                Optional.of(new Located<>(deadline, nowhere)))), Optional.empty(), data, InstantSource.system());
    }

    private void serve(HttpExchange exchange) throws IOException {
        List<String> texts = JsonParser
                .parseString(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                .getAsJsonObject().getAsJsonArray("input").asList().stream().map(JsonElement::getAsString).toList();
        asked.addAll(texts);
        try (exchange) {
            if (stalls) {
                closing.await();
                return;
            }
            byte[] body = JSON.toJson(Map.of("object", "list", "data", IntStream.range(0, texts.size())
                    .mapToObj(at -> Map.of("index", at, "embedding", vector(texts.get(at)))).toList()))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private float[] vector(String text) {
        float[] letters = new float[NUMBERS];
        same.getOrDefault(text, text).codePoints().forEach(letter -> letters[letter * 31 % NUMBERS]++);
        return letters;
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
