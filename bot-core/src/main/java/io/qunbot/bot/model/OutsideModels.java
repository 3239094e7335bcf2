package io.qunbot.bot.model;

import io.qunbot.plugin.Embedder;
import io.qunbot.plugin.Judge;
import io.qunbot.plugin.Models;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The models that the configuration names, and the one client they are asked with; none when it names none. */
public final class OutsideModels implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final int MOST_FILES = 100_000;

    private final Optional<HttpClient> http;
    private final Models models;
    private final Map<String, Tally> tallies = new TreeMap<>();

    /**
     * @param data where vectors of catalogues are kept, in {@code vectors/}
     */
    public OutsideModels(Optional<ModelConfig> embedder, Optional<ModelConfig> judge, Path data, InstantSource clock) {
        http = embedder.or(() -> judge).map(_ -> client());
        models = new Models(embedder.map(config -> embedder(config, data.resolve("vectors"), clock)),
                judge.map(config -> judge(config, clock)));
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER).build();
    }

    private Embedder embedder(ModelConfig config, Path folder, InstantSource clock) {
        Endpoint endpoint = endpoint("embedder", config, "/embeddings",
                new Complaints("embedder", "messages are compared by their words alone", clock));
        return new HttpEmbedder(config, endpoint, new VectorFiles(folder, config.model(), MOST_FILES), clock);
    }

    private Judge judge(ModelConfig config, InstantSource clock) {
        return new HttpJudge(config, endpoint("judge", config, "/chat/completions",
                new Complaints("judge", "choices are offered as they are without it", clock)), clock);
    }

    private Endpoint endpoint(String name, ModelConfig config, String path, Complaints complaints) {
        Endpoint endpoint = new Endpoint(http.orElseThrow(), config, path, complaints);
        tallies.put(name, endpoint.tally());
        return endpoint;
    }

    public Models models() {
        return models;
    }

    /** What came of asking, by name; nothing of models that are not configured. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        tallies.forEach((name, tally) -> counts.putAll(tally.counts(name)));
        return counts;
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        http.ifPresent(HttpClient::shutdownNow);
    }
}
