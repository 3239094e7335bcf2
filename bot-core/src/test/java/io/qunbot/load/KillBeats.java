package io.qunbot.load;

import io.qunbot.simulation.Saying;
import io.qunbot.simulation.WecomCaller;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.Store;
import io.qunbot.wecom.codec.ChannelKind;
import io.qunbot.wecom.codec.Credentials;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * kill -9 at random moments around times at which something is due in several groups. In the end each of these times
 * has to stand in the outbox once, in each group, without a gap.
 *
 * <pre>java -cp … io.qunbot.load.KillBeats ROUNDS [SEED]</pre>
 */
final class KillBeats {

    private static final int CHATS = 8;
    private static final Credentials KEYS = new Credentials("QDG6eK", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
            "");

    private final Path home;
    private final Random random;

    /** What a run came to; {@code wrong} has to be empty. */
    record Result(int beats, List<String> wrong) {}

    KillBeats(Path home, long seed) {
        this.home = home;
        this.random = new Random(seed);
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        Result result = new KillBeats(Files.createTempDirectory("qunbot-beats"), seed).run(rounds);
        System.out.println(rounds + " kills (seed " + seed + "): " + result.beats() + " times in " + CHATS
                + " groups; " + (result.wrong().isEmpty() ? "each once, none lost" : result.wrong().size() + " wrong"));
        result.wrong().stream().limit(20).forEach(System.out::println);
        System.exit(result.wrong().isEmpty() ? 0 : 1);
    }

    Result run(int rounds) throws IOException, InterruptedException {
        configure();
        ServerProcess server = start();
        for (int chat = 0; chat < CHATS; chat++) {
            meet(server.port(), "chat" + chat);
        }
        for (int round = 0; round < rounds; round++) {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(700));
            server.kill();
            server = start();
        }
        TimeUnit.SECONDS.sleep(1);
        server.close();
        return compare();
    }

    private void configure() throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.createDirectories(home.resolve("rules"));
        BeatPlugin.install(home);
        Files.writeString(home.resolve("config/bot.yaml"), """
                channels:
                  robot: { kind: wecom-robot, token: "%s", aesKey: "%s" }
                """.formatted(KEYS.token(), KEYS.aesKey()));
        Files.writeString(home.resolve("rules/beat.yaml"), """
                profile: beat
                goal: 每个时刻一次
                value: [不丢不重]
                groups: [{ rest: true }]
                plugins: { beat: {} }
                """);
    }

    private ServerProcess start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return ServerProcess.start(List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                "io.qunbot.cli.Main", "run", "--lang", "en", "--home", home.toString(), "--port", "0"),
                home.resolve("errors.log"), line -> line.startsWith("callbacks: ")
                        ? Integer.parseInt(line.replaceAll(".*:(\\d+)/wecom/robot.*", "$1"))
                        : 0);
    }

    private static void meet(int port, String chat) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + port + "/wecom/robot");
        try (WecomCaller caller = new WecomCaller(address, ChannelKind.ROBOT, KEYS, InstantSource.system())) {
            caller.say(new Saying(chat, "member", "hello", chat + "-1", InstantSource.system().instant()));
        }
    }

    private Result compare() {
        Map<Integer, List<Long>> beats = new TreeMap<>();
        try (Store store = Store.open(home.resolve("data/qunbot.db"), Thread.ofPlatform().daemon())) {
            for (OutboxRow words : store.outgoing().after(0)) {
                beats.computeIfAbsent(words.lane(), _ -> new ArrayList<>())
                        .add(Long.parseLong(words.plain().replace("beat ", "")));
            }
        }
        List<String> wrong = new ArrayList<>();
        if (beats.size() != CHATS) {
            wrong.add("groups: " + beats.size());
        }
        beats.forEach((lane, times) -> gaps(times).forEach(gap -> wrong.add("group " + lane + ": " + gap)));
        return new Result(beats.values().stream().mapToInt(List::size).sum(), wrong);
    }

    private static List<String> gaps(List<Long> times) {
        List<String> gaps = new ArrayList<>();
        for (int at = 1; at < times.size(); at++) {
            long step = times.get(at) - times.get(at - 1);
            if (step != BeatPlugin.PERIOD_MILLIS) {
                gaps.add(times.get(at - 1) + " is followed by " + times.get(at));
            }
        }
        return gaps;
    }
}
