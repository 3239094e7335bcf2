package io.qunbot.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a message costs the server: CPU for each 936-byte callback with everything on (durable,
 * deduplicated, in order, 1,000 keyword rules, one in five answered), over 32 and 256 connections, in
 * turn with a bare Netty server that runs the same codec.
 *
 * <pre>java -cp … io.qunbot.load.CallbackLoad CHECKOUT [MESSAGES [ROUNDS]]</pre>
 */
final class CallbackLoad {

    private static final int PEOPLE = 2000;
    private static final int[] CONNECTIONS = {32, 256};

    private final Messages messages = new Messages(1_000_000_000L);
    private final int count;

    private record Figure(double cpuMicros, double perSecond) {}

    private CallbackLoad(int count) {
        this.count = count;
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        Path checkout = Path.of(arguments.length > 0 ? arguments[0] : ".").toAbsolutePath().normalize();
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        Path home = Files.createTempDirectory("qunbot-load");
        LoadHome.write(home);
        CallbackLoad load = new CallbackLoad(count);
        try (ServerProcess bot = LoadHome.start(checkout, home); ServerProcess bare = bare(home)) {
            System.out.printf("idle: %d MiB resident%n", bot.residentMebibytes());
            load.measure(bot, 64); // warm
            load.measure(bare, 64);
            for (int connections : CONNECTIONS) {
                load.compare(bot, bare, connections, rounds);
            }
            load.threads(bot);
            System.out.printf("after load: %d MiB resident%n", bot.residentMebibytes());
        }
    }

    private static ServerProcess bare(Path home) throws IOException {
        List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-Xmx512m", "-cp", System.getProperty("java.class.path"),
                BareServer.class.getName());
        return ServerProcess.start(command, home.resolve("bare.log"),
                line -> line.startsWith("port ") ? Integer.parseInt(line.substring(5)) : 0);
    }

    @SuppressWarnings("SystemOut")
    private void compare(ServerProcess bot, ServerProcess bare, int connections, int rounds) throws IOException {
        List<Figure> bots = new ArrayList<>();
        List<Figure> limits = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            bots.add(measure(bot, connections));
            limits.add(measure(bare, connections));
        }
        double cpu = median(bots.stream().map(Figure::cpuMicros).toList());
        double limit = median(limits.stream().map(Figure::cpuMicros).toList());
        double ratio = median(IntStream.range(0, rounds)
                .mapToObj(round -> bots.get(round).perSecond() / limits.get(round).perSecond()).toList());
        System.out.printf(Locale.ROOT,
                "%d connections: %.1f us of CPU a message (bare server %.1f), %.0f messages/s, throughput %.2f of the bare server%n",
                connections, cpu, limit, median(bots.stream().map(Figure::perSecond).toList()), ratio);
    }

    /** Where the CPU of a last run went, by thread. */
    @SuppressWarnings("SystemOut")
    private void threads(ServerProcess bot) throws IOException {
        Map<String, Double> before = bot.cpuByThread();
        measure(bot, CONNECTIONS[0]);
        bot.cpuByThread().forEach((name, seconds) -> {
            double micros = (seconds - before.getOrDefault(name, 0.0)) * 1e6 / count;
            if (micros >= 0.1) {
                System.out.printf(Locale.ROOT, "  %-16s %.1f us%n", name, micros);
            }
        });
    }

    private Figure measure(ServerProcess server, int connections) throws IOException {
        byte[][] requests = new byte[count][];
        Instant now = Instant.now();
        for (int at = 0; at < count; at++) {
            String words = at % 5 == 0 ? "请问" + LoadHome.keyword(at / 5 % 1000) + "?" : "我们今天先不说这个";
            requests[at] = messages.next("/wecom/app", "user" + at % PEOPLE, words, now);
        }
        int[] answered = new int[1];
        int[] bad = new int[1];
        double cpu = server.cpuSeconds();
        long start = System.nanoTime();
        new Client(count, at -> requests[at], (_, status, _, from, to) -> {
            answered[0] += to > from ? 1 : 0;
            bad[0] += status == 200 ? 0 : 1;
        }).run(server.port(), connections);
        double seconds = (System.nanoTime() - start) / 1e9;
        double used = server.cpuSeconds() - cpu;
        if (bad[0] > 0 || (answered[0] != 0 && answered[0] != count / 5)) {
            throw new IOException(bad[0] + " requests failed, " + answered[0] + " were answered");
        }
        return new Figure(used * 1e6 / count, count / seconds);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
