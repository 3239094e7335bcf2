package io.qunbot.cli;

import com.google.gson.Gson;
import io.qunbot.bot.DataFolder;
import io.qunbot.yaml.Words;
import java.io.IOException;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The admin API of the bot that holds a data folder. */
final class Admin {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** One for all questions: an export asks a thousand times. */
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String address;
    private final String token;

    private Admin(String address, String token) {
        this.address = address;
        this.token = token;
    }

    /** The running bot of a home, for what nothing else can do. */
    static Admin running(Context context) {
        return of(context.data()).orElseThrow(() -> new Trouble("没有在运行的机器人:先 ./qunbot run",
                "no bot is running: start it with ./qunbot run"));
    }

    /** The running bot; empty when none holds the folder. */
    static Optional<Admin> of(Path data) {
        try {
            Optional<String> address = DataFolder.adminAddress(data);
            return address.isEmpty() ? Optional.empty() : Optional.of(new Admin(address.get(), DataFolder.token(data)));
        } catch (IOException unreadable) {
            throw new Trouble("读不到数据目录 " + data + ":" + unreadable.getMessage(),
                    "the data folder " + data + " cannot be read: " + unreadable.getMessage());
        }
    }

    /** @return empty when the bot knows nothing of what was asked */
    <T> Optional<T> get(String path, Map<String, String> query, Type type) {
        return send("GET", path, query, type);
    }

    <T> Optional<T> post(String path, Map<String, String> query, Type type) {
        return send("POST", path, query, type);
    }

    /** Asks with values that may be long. */
    <T> Optional<T> submit(String path, Map<String, String> form, Type type) {
        String body = encode(form).substring(1);
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build(), type);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + token)
                .timeout(PATIENCE);
    }

    private <T> Optional<T> send(String method, String path, Map<String, String> query, Type type) {
        return send(request(path + encode(query)).method(method, HttpRequest.BodyPublishers.noBody()).build(), type);
    }

    private static <T> Optional<T> send(HttpRequest request, Type type) {
        try {
            HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            return switch (response.statusCode()) {
                case 200 -> Optional.of(new Gson().<T>fromJson(response.body(), type));
                case 404 -> Optional.empty();
                case 422 -> throw refused(response.body());
                default -> throw new Trouble("机器人拒绝了:" + response.body().strip(),
                        "the bot refused: " + response.body().strip());
            };
        } catch (IOException failure) {
            throw new Trouble("连不上正在运行的机器人:" + failure.getMessage(),
                    "cannot reach the running bot: " + failure.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Trouble("中断了", "interrupted");
        }
    }

    /** What cannot be done as things are, in the bot's own words. */
    private static Trouble refused(String body) {
        Words why = new Gson().fromJson(body, Words.class);
        return new Trouble(why.zh(), why.en());
    }

    private static String encode(Map<String, String> query) {
        return query.isEmpty()
                ? ""
                : query.entrySet().stream()
                        .map(entry -> entry.getKey() + "="
                                + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
