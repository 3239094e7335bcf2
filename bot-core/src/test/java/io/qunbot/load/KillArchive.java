package io.qunbot.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.qunbot.bot.archive.ImportReport;
import io.qunbot.bot.archive.Imported;
import io.qunbot.simulation.Saying;
import io.qunbot.store.Evidence;
import io.qunbot.store.JournalRow;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Store;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * kill -9 at random moments while a session archive is imported, by a running bot that people talk to and without one.
 * In the end every message of the files and every one that got a 200 has to be there once, those of a group in their
 * order, and the evidence has to hold.
 *
 * <pre>java -cp … io.qunbot.load.KillArchive ROUNDS [SEED]</pre>
 */
final class KillArchive {

    private static final int MESSAGES = 60_000;
    private static final int GROUPS = 40;
    private static final int TALKERS = 4;

    private final Path home;
    private final MortalBot bot;
    private final Random random;
    private final Path file;
    private final List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean over;

    /** What a run came to; {@code wrong} has to be empty. */
    record Result(int imported, int live, List<String> wrong) {}

    KillArchive(Path home, long seed) {
        this.home = home;
        this.bot = new MortalBot(home);
        this.random = new Random(seed);
        this.file = home.resolve("archive.jsonl");
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        Result result = new KillArchive(Files.createTempDirectory("qunbot-killarchive"), seed).run(rounds);
        System.out.println(rounds + " kills (seed " + seed + "): " + result.imported() + " imported, " + result.live()
                + " said meanwhile; " + (result.wrong().isEmpty()
                        ? "no gap, no double, the chain verifies"
                        : result.wrong().size() + " wrong"));
        result.wrong().stream().limit(20).forEach(System.out::println);
        System.exit(result.wrong().isEmpty() ? 0 : 1);
    }

    Result run(int rounds) throws IOException, InterruptedException {
        configure();
        List<Thread> talkers = new ArrayList<>();
        for (int talker = 0; talker < TALKERS; talker++) {
            String name = "live" + talker;
            talkers.add(Thread.startVirtualThread(() -> talk(name)));
        }
        for (int round = 0; round < rounds; round++) {
            if (round % 2 == 0) {
                besideABot();
            } else {
                alone();
            }
        }
        ServerProcess last = bot.start();
        TimeUnit.MILLISECONDS.sleep(500);
        over = true;
        for (Thread talker : talkers) {
            talker.join();
        }
        last.close();
        return compare();
    }

    private void besideABot() throws IOException, InterruptedException {
        ServerProcess server = bot.start();
        Process importing = importing();
        TimeUnit.MILLISECONDS.sleep(1_000 + random.nextInt(3_000));
        server.kill();
        importing.destroyForcibly().waitFor();
    }

    private void alone() throws IOException, InterruptedException {
        Process importing = importing();
        TimeUnit.MILLISECONDS.sleep(700 + random.nextInt(2_500));
        importing.destroyForcibly().waitFor();
    }

    private void configure() throws IOException {
        bot.configure(new EchoPlugin());
        try (BufferedWriter out = Files.newBufferedWriter(file, UTF_8)) {
            for (int seq = 1; seq <= MESSAGES; seq++) {
                out.write(
                        "{\"seq\":%d,\"message\":{\"msgid\":\"%s\",\"action\":\"send\",\"from\":\"wm%d\",\"tolist\":[],"
                                .formatted(seq, id(seq), seq % 1000)
                                + "\"roomid\":\"wr%d\",\"msgtime\":%d,\"msgtype\":\"text\",\"text\":{\"content\":\"第%d条\"}}}\n"
                                        .formatted(seq % GROUPS, 1_788_000_000_000L + seq, seq));
            }
        }
    }

    private static String id(int seq) {
        return "m%08d_external".formatted(seq);
    }

    private Process importing() throws IOException {
        return new ProcessBuilder(MortalBot.command("archive", "import", file.toString(), "--lang", "en", "--home",
                home.toString())).redirectErrorStream(true).redirectOutput(home.resolve("import.log").toFile())
                .start();
    }

    private void talk(String chat) {
        try {
            for (int number = 0; !over; number++) {
                String id = chat + "-" + number;
                if (insist(new Saying(chat, "member", id, id, InstantSource.system().instant()))) {
                    acknowledged.add(id);
                }
                TimeUnit.MILLISECONDS.sleep(10);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends a message until it gets its 200. */
    private boolean insist(Saying saying) throws InterruptedException {
        while (!over) {
            try {
                if (bot.say(saying).status() == 200) {
                    return true;
                }
            } catch (IOException gone) {
                TimeUnit.MILLISECONDS.sleep(20); // it is dead and will be back on another port
            }
        }
        return false;
    }

    private Result compare() throws IOException {
        List<String> wrong = new ArrayList<>();
        try (Store store = bot.store()) {
            ImportReport rest = Imported.into(store, file, InstantSource.system());
            if (rest.added() + rest.known() != MESSAGES) {
                wrong.add("the last import: " + rest);
            }
            Map<String, Integer> kept = new HashMap<>();
            for (LaneRow lane : store.chats()) {
                List<String> keys = store.newest(lane.number(), Integer.MAX_VALUE).stream()
                        .map((JournalRow row) -> row.id().key()).toList();
                keys.forEach(key -> kept.merge(key, 1, Integer::sum));
                List<String> imported = keys.stream().filter(key -> key.endsWith("_external")).toList();
                if (!imported.equals(imported.stream().sorted().toList())) {
                    wrong.add(lane.id() + " is out of order");
                }
            }
            for (int seq = 1; seq <= MESSAGES; seq++) {
                once(id(seq), kept, wrong);
            }
            acknowledged.forEach(id -> once(id, kept, wrong));
            store.sealing().catchUp();
            Evidence evidence = store.verify("", List.of());
            evidence.damages().forEach(damage -> wrong.add(damage.toString()));
            if (evidence.events() != store.lastSeq()) {
                wrong.add(evidence.events() + " are sealed of " + store.lastSeq());
            }
        }
        return new Result(MESSAGES, acknowledged.size(), wrong);
    }

    private static void once(String id, Map<String, Integer> kept, List<String> wrong) {
        int times = kept.getOrDefault(id, 0);
        if (times != 1) {
            wrong.add(id + " is there " + times + " times");
        }
    }
}
