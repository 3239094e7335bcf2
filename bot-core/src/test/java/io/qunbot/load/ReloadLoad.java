package io.qunbot.load;

import io.qunbot.chat.ChatId;
import io.qunbot.chat.LaneId;
import io.qunbot.simulation.Saying;
import io.qunbot.simulation.WecomCaller;
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
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Rules that are edited while messages pour in. Each edit changes three files that belong together; an answer that
 * mixes two editions, or one older than the chat has seen, is half-new. A dialogue and an alarm that began before
 * have to go on. The same messages without any edit come first, to tell what of the delays is the machine's.
 *
 * <pre>java -cp … io.qunbot.load.ReloadLoad [MESSAGES_A_SECOND [SECONDS]]</pre>
 */
final class ReloadLoad {

    private static final int CHATS = 64;
    private static final Credentials KEYS = new Credentials("QDG6eK", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
            "");
    private static final long LATE_MICROS = 200_000;

    private final Path home;
    private final int perSecond;
    private final int seconds;

    /** How long answers took from the moment their message was due, in microseconds; {@code late} is a count. */
    record Delays(int messages, long median, long p99, long worst, long late) {

        static Delays of(List<PacedChat> chats) {
            List<Long> all = chats.stream().flatMap(chat -> chat.micros.stream()).sorted().toList();
            return new Delays(all.size(), all.get(all.size() / 2), all.get(all.size() * 99 / 100), all.getLast(),
                    all.stream().filter(delay -> delay > LATE_MICROS).count());
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT,
                    "%d messages, delay median %.1f ms, 99%% %.1f ms, worst %.1f ms, over 200 ms: %d",
                    messages, median / 1e3, p99 / 1e3, worst / 1e3, late);
        }
    }

    /** What a run came to; {@code wrong} has to be empty. */
    record Result(Delays still, Delays edited, int answers, int editions, List<String> wrong) {}

    ReloadLoad(Path home, int perSecond, int seconds) {
        this.home = home;
        this.perSecond = perSecond;
        this.seconds = seconds;
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        int perSecond = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2000;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30;
        Result result = new ReloadLoad(Files.createTempDirectory("qunbot-reload"), perSecond, seconds).run();
        System.out.println("no edits: " + result.still());
        System.out.println("edited:   " + result.edited());
        System.out
                .println(result.answers() + " answers by " + result.editions() + " editions, wrong: " + result.wrong());
        System.exit(result.wrong().isEmpty() ? 0 : 1);
    }

    Result run() throws IOException, InterruptedException {
        try (Webhook webhook = new Webhook()) {
            configure(webhook.url());
            edit(0);
            List<String> wrong = new ArrayList<>();
            List<PacedChat> still = List.of();
            List<PacedChat> chats = List.of();
            try (ServerProcess server = start()) {
                expect("go on", say(server, "begin tea " + (2 * seconds + 2), "begin"), wrong);
                warm(server);
                still = talk(server, "still", false);
                chats = talk(server, "chat", true);
                expect("tea", say(server, "end", "end"), wrong);
                awaitAlarm(webhook, wrong);
            }
            return result(still, chats, wrong);
        }
    }

    private void configure(String webhook) throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.createDirectories(home.resolve("rules/pages"));
        BookPlugin.install(home);
        Files.writeString(home.resolve("config/bot.yaml"), """
                channels:
                  robot: { kind: wecom-robot, token: "%s", aesKey: "%s", webhook: "%s" }
                """.formatted(KEYS.token(), KEYS.aesKey(), webhook));
    }

    /** Three files, one edition. */
    private void edit(int edition) throws IOException {
        Files.writeString(home.resolve("rules/base.yaml"),
                "profile: base\nabstract: true\nvars: { edition: \"" + edition + "\" }\n");
        Files.writeString(home.resolve("rules/pages/page.yaml"), "edition: \"" + edition + "\"\n");
        Files.writeString(home.resolve("rules/book.yaml"), """
                profile: book
                extends: base
                goal: 每个回答都出自同一版规则
                value: [不新旧混杂]
                groups: [{ rest: true }]
                plugins: { book: { own: "%d", page: pages/page.yaml } }
                """.formatted(edition));
    }

    private ServerProcess start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return ServerProcess.start(List.of(java, "-XX:+UseSerialGC", "-Xms64m", "-Xmn48m", "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                "io.qunbot.cli.Main", "run", "--lang", "en", "--home", home.toString(), "--port", "0"),
                home.resolve("errors.log"), line -> line.startsWith("callbacks: ")
                        ? Integer.parseInt(line.replaceAll(".*:(\\d+)/wecom/robot.*", "$1"))
                        : 0);
    }

    private static String say(ServerProcess server, String text, String id) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + server.port() + "/wecom/robot");
        try (WecomCaller caller = new WecomCaller(address, ChannelKind.ROBOT, KEYS, InstantSource.system())) {
            return caller.say(new Saying("dialogue", "member", text, id, InstantSource.system().instant())).text()
                    .orElse("");
        }
    }

    /** A JVM that has just started compiles while it works; so does the one that measures. */
    private void warm(ServerProcess server) throws InterruptedException {
        PacedChat warming = new PacedChat("warm", server.port(), KEYS, System.nanoTime(), 200_000, perSecond);
        Thread thread = Thread.ofPlatform().start(warming);
        thread.join();
    }

    private List<PacedChat> talk(ServerProcess server, String name, boolean editing)
            throws IOException, InterruptedException {
        long begin = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        long interval = TimeUnit.SECONDS.toNanos(1) * CHATS / perSecond;
        List<PacedChat> chats = IntStream.range(0, CHATS).mapToObj(number -> new PacedChat(name + number,
                server.port(), KEYS, begin + interval * number / CHATS, interval, perSecond * seconds / CHATS))
                .toList();
        List<Thread> threads = chats.stream().map(chat -> Thread.ofPlatform().start(chat)).toList();
        for (int edition = 1; threads.stream().anyMatch(Thread::isAlive); edition++) {
            if (editing) {
                edit(edition);
            }
            threads.getLast().join(1000);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return chats;
    }

    private static void expect(String expected, String said, List<String> wrong) {
        if (!said.equals(expected)) {
            wrong.add("it said '" + said + "' instead of '" + expected + "'");
        }
    }

    private static void awaitAlarm(Webhook webhook, List<String> wrong) throws InterruptedException {
        for (int tries = 0; tries < 300 && !webhook.texts().contains("rang tea"); tries++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        if (!webhook.texts().equals(List.of("rang tea"))) {
            wrong.add("the alarm rang " + webhook.texts());
        }
    }

    private Result result(List<PacedChat> still, List<PacedChat> chats, List<String> wrong) {
        chats.forEach(chat -> wrong.addAll(chat.wrong));
        chats.forEach(chat -> check(chat, wrong));
        int editions = (int) chats.stream().flatMap(chat -> chat.answers.stream()).distinct().count();
        try (Store store = Store.open(home.resolve("data/qunbot.db"), Thread.ofPlatform().daemon())) {
            chats.forEach(chat -> checkKept(chat, store, wrong));
        }
        return new Result(Delays.of(still), Delays.of(chats),
                chats.stream().mapToInt(chat -> chat.answers.size()).sum(),
                editions, wrong.stream().limit(10).toList());
    }

    /** Every answer comes from one edition, and none from one before the last. */
    private static void check(PacedChat chat, List<String> wrong) {
        int newest = 0;
        for (String answer : chat.answers) {
            String[] editions = answer.split(" ", -1);
            int edition = Integer.parseInt(editions[0]);
            if (editions.length != 3 || !editions[1].equals(editions[0]) || !editions[2].equals(editions[0])) {
                wrong.add(chat.chat() + ": half-new: " + answer);
            }
            if (edition < newest) {
                wrong.add(chat.chat() + ": " + answer + " after " + newest);
            }
            newest = Math.max(newest, edition);
        }
    }

    private static void checkKept(PacedChat chat, Store store, List<String> wrong) {
        List<String> kept = store.lane(LaneId.of(new ChatId(chat.chat())))
                .map(lane -> store.newest(lane.number(), Integer.MAX_VALUE)).orElse(List.of()).stream()
                .map(row -> row.id().key()).toList();
        List<String> sent = IntStream.range(0, chat.micros.size()).mapToObj(number -> chat.chat() + "-" + number)
                .toList();
        if (!kept.equals(sent)) {
            wrong.add(chat.chat() + ": " + sent.size() + " were sent, " + kept.size() + " are kept");
        }
    }
}
