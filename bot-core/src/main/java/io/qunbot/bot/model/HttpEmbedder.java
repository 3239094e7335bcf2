package io.qunbot.bot.model;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qunbot.plugin.Embedder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** An embedder behind OpenAI's {@code /embeddings}. Thread-safe. */
final class HttpEmbedder implements Embedder {

    private static final int BATCH = 64;
    /** Bytes; the longest vectors in use have some thousands of numbers of a dozen characters. */
    private static final long LARGEST = 1 << 18;
    private static final Duration BATCH_DEADLINE = Duration.ofSeconds(10);
    /** What is not there by then waits for the next reload: a start must end some day. */
    private static final Duration CATALOGUE_DEADLINE = Duration.ofMinutes(1);
    private static final long REMEMBERED_BYTES = 32 << 20;

    private final String model;
    private final Endpoint endpoint;
    private final VectorFiles files;
    private final InstantSource clock;
    private final Patience hurried;
    private final Patience patient;
    private final Cache<String, float[]> remembered = Caffeine.newBuilder().maximumWeight(REMEMBERED_BYTES)
            .weigher((String text, float[] vector) -> 2 * text.length() + Float.BYTES * vector.length).build();
    /** How many numbers the model's vectors have; 0 until there is one. */
    private final AtomicInteger size = new AtomicInteger();

    /** The API's question. */
    record Question(String model, List<String> input) {}

    HttpEmbedder(ModelConfig config, Endpoint endpoint, VectorFiles files, InstantSource clock) {
        this.model = config.model();
        this.endpoint = endpoint;
        this.files = files;
        this.clock = clock;
        hurried = new Patience(config.deadlineOr(ModelConfig.EMBEDDER_DEADLINE), LARGEST,
                new Breaker(5, Duration.ofSeconds(30), clock));
        patient = new Patience(BATCH_DEADLINE, BATCH * LARGEST, new Breaker(1, Duration.ofSeconds(10), clock));
    }

    @Override
    public Optional<float[]> embed(String text) {
        Optional<float[]> known = Optional.ofNullable(remembered.getIfPresent(text));
        if (known.isPresent()) {
            return known;
        }
        Optional<float[]> vector = ask(List.of(text), hurried).map(List::getFirst);
        vector.ifPresent(made -> remembered.put(text, made));
        return vector;
    }

    @Override
    public Map<String, float[]> embedAll(Collection<String> texts) {
        Map<String, float[]> vectors = new HashMap<>();
        List<String> missing = new ArrayList<>();
        for (String text : new LinkedHashSet<>(texts)) {
            files.read(text).filter(this::fits).ifPresentOrElse(vector -> vectors.put(text, vector),
                    () -> missing.add(text));
        }
        make(missing, vectors);
        return vectors;
    }

    private void make(List<String> texts, Map<String, float[]> vectors) {
        Instant end = clock.instant().plus(CATALOGUE_DEADLINE);
        boolean going = true;
        for (int from = 0; going && from < texts.size() && clock.instant().isBefore(end); from += BATCH) {
            List<String> batch = texts.subList(from, Math.min(texts.size(), from + BATCH));
            Optional<List<float[]>> made = ask(batch, patient);
            made.ifPresent(all -> keep(batch, all, vectors));
            going = made.isPresent();
        }
        if (!texts.isEmpty()) {
            files.prune();
        }
    }

    private void keep(List<String> batch, List<float[]> made, Map<String, float[]> vectors) {
        for (int at = 0; at < made.size(); at++) {
            vectors.put(batch.get(at), made.get(at));
            files.write(batch.get(at), made.get(at));
        }
    }

    private Optional<List<float[]>> ask(List<String> texts, Patience patience) {
        return endpoint.ask(new Question(model, texts), patience, Embeddings.class,
                answer -> checked(answer.vectors(texts.size())));
    }

    private List<float[]> checked(List<float[]> vectors) throws ModelException {
        for (float[] vector : vectors) {
            if (!fits(vector)) {
                throw new ModelException("gave a vector of " + vector.length + " numbers where it gave " + size.get()
                        + " before (if its model was changed, remove data/vectors and start again)");
            }
        }
        return vectors;
    }

    private boolean fits(float[] vector) {
        return size.compareAndSet(0, vector.length) || size.get() == vector.length;
    }
}
