package io.qunbot.load;

import io.qunbot.simulation.Saying;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.Store;
import java.io.IOException;
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

    private final MortalBot bot;
    private final Random random;

    /** What a run came to; {@code wrong} has to be empty. */
    record Result(int beats, List<String> wrong) {}

    KillBeats(Path home, long seed) {
        this.bot = new MortalBot(home);
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
        bot.configure(new BeatPlugin());
        ServerProcess server = bot.start();
        for (int chat = 0; chat < CHATS; chat++) {
            String name = "chat" + chat;
            bot.say(new Saying(name, "member", "hello", name + "-1", InstantSource.system().instant()));
        }
        for (int round = 0; round < rounds; round++) {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(700));
            server.kill();
            server = bot.start();
        }
        TimeUnit.SECONDS.sleep(1);
        server.close();
        return compare();
    }

    private Result compare() {
        Map<Integer, List<Long>> beats = new TreeMap<>();
        try (Store store = bot.store()) {
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
