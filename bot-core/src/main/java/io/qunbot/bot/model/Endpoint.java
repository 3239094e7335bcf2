package io.qunbot.bot.model;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a model is asked at. Thread-safe. */
final class Endpoint {

    private static final int OK = 200;
    private static final Gson JSON = new Gson();

    private final HttpClient http;
    private final URI address;
    private final String bearer;
    private final Complaints complaints;
    private final Tally tally = new Tally();

    /** Makes something of an answer that was read. */
    @FunctionalInterface
    interface Reading<A, T> {
        T of(A answer) throws ModelException;
    }

    /**
     * @param path behind the configured address
     * @throws IllegalArgumentException when the configured address is none
     */
    Endpoint(HttpClient http, ModelConfig config, String path, Complaints complaints) {
        this.http = http;
        this.address = URI.create(ModelCheck.address(config.url().value())
                .orElseThrow(() -> new IllegalArgumentException("no address: " + config.url().value())) + path);
        this.bearer = config.bearer();
        this.complaints = complaints;
    }

    Tally tally() {
        return tally;
    }

    /**
     * Asks once.
     *
     * @param answer what the JSON is bound to
     * @return empty when there was no answer in time, or none that makes sense
     */
    <A, T> Optional<T> ask(Object question, Patience patience, Class<A> answer, Reading<A, T> reading) {
        if (!patience.breaker().allows()) {
            tally.skipped.increment();
            return Optional.empty();
        }
        tally.calls.increment();
        try {
            T read = reading.of(parsed(send(request(question), patience), answer));
            patience.breaker().succeeded();
            return Optional.of(read);
        } catch (ModelException failure) {
            patience.breaker().failed();
            tally.failures.increment();
            complaints.about(String.valueOf(failure.getMessage()));
            return Optional.empty();
        }
    }

    private HttpRequest request(Object question) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(JSON.toJson(question), StandardCharsets.UTF_8));
        return (bearer.isEmpty() ? request : request.header("Authorization", "Bearer " + bearer)).build();
    }

    /** The client's own time-outs end at an answer's first byte; this deadline holds for the last one. */
    private String send(HttpRequest request, Patience patience) throws ModelException {
        CompletableFuture<HttpResponse<String>> call = http.sendAsync(request,
                BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), patience.most()));
        try {
            return body(call.get(patience.deadline().toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException _) {
            throw new ModelException("did not answer within " + patience.deadline().toMillis() + " ms");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new ModelException("took longer than the stage has");
        } catch (ExecutionException failure) {
            throw new ModelException("could not be asked (" + kind(failure) + ")");
        } finally {
            call.cancel(true); // nothing once it is done, and an end to what would be too late
        }
    }

    private static String body(HttpResponse<String> response) throws ModelException {
        if (response.statusCode() != OK) {
            throw new ModelException("answered with status " + response.statusCode());
        }
        return response.body();
    }

    /** The kind alone: messages of exceptions may hold what was sent. */
    private static String kind(ExecutionException failure) {
        Throwable cause = failure.getCause();
        return (cause == null ? failure : cause).getClass().getSimpleName();
    }

    private static <A> A parsed(String text, Class<A> type) throws ModelException {
        try {
            return Optional.ofNullable(JSON.fromJson(text, type))
                    .orElseThrow(() -> new ModelException("answered with nothing"));
        } catch (JsonParseException | NumberFormatException _) { // Gson's own for a word among the numbers
            throw new ModelException("answered with something else than the API's JSON");
        }
    }
}
