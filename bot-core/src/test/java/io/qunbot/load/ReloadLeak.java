package io.qunbot.load;

import com.google.gson.JsonParser;
import io.qunbot.bot.DataFolder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A thousand reloads of the shipped rules, each with another text: what the process holds before and after.
 *
 * <pre>java -cp … io.qunbot.load.ReloadLeak CHECKOUT [RELOADS]</pre>
 */
final class ReloadLeak {

    private static final int WARM = 100;

    private final ServerProcess server;
    private final Path home;
    private final String service;
    private final HttpClient http = HttpClient.newHttpClient();

    /** What a process holds. */
    record Footprint(long heapKibibytes, int threads, int files, long residentMebibytes) {}

    private ReloadLeak(ServerProcess server, Path home) throws IOException {
        this.server = server;
        this.home = home;
        this.service = Files.readString(home.resolve("rules/service.yaml"));
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        Path checkout = Path.of(arguments[0]).toAbsolutePath().normalize();
        int reloads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1000;
        Path home = Files.createTempDirectory("qunbot-leak");
        copy(checkout.resolve("rules"), home.resolve("rules"));
        copy(checkout.resolve("config"), home.resolve("config"));
        try (ServerProcess server = LoadHome.start(checkout, home)) {
            ReloadLeak leak = new ReloadLeak(server, home);
            leak.reload(0, WARM);
            Footprint before = leak.footprint();
            System.out.println("after " + WARM + " reloads: " + before);
            leak.reload(WARM, reloads);
            System.out.println("after " + (WARM + reloads) + " reloads: " + leak.footprint());
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : List.copyOf(files.toList())) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private Footprint footprint() throws IOException {
        return new Footprint(server.heapKibibytes(), server.threads(), server.openFiles(), server.residentMebibytes());
    }

    private void reload(int from, int count) throws IOException, InterruptedException {
        URI address = URI.create(DataFolder.adminAddress(home.resolve("data")).orElseThrow() + "/reload");
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + DataFolder.token(home.resolve("data")))
                .POST(HttpRequest.BodyPublishers.noBody()).build();
        for (int number = from; number < from + count; number++) {
            Files.writeString(home.resolve("rules/service.yaml"), service.replace("1 个工作日", number + " 个工作日"));
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (JsonParser.parseString(response.body()).getAsJsonObject().get("errors").getAsInt() != 0) {
                throw new IOException("a reload failed: " + response.body());
            }
        }
    }
}
