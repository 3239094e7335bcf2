package io.qunbot.load;

import io.qunbot.chat.ChatId;
import io.qunbot.chat.LaneId;
import io.qunbot.simulation.Saying;
import io.qunbot.store.JournalRow;
import io.qunbot.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * kill -9 under load, again and again: many chats talk to a bot at once, each waits for its 200 and sends
 * again, as WeCom does, what got none. In the end everything that got a 200 has to stand in the archive
 * once, in order, and every answer has to have reached its chat once.
 *
 * <pre>java -cp … io.qunbot.load.KillRounds ROUNDS [SEED]</pre>
 */
final class KillRounds {

    private static final int CHATS = 24;

    private final MortalBot bot;
    private final Random random;
    private final Semaphore acknowledged = new Semaphore(0);
    private final Map<String, List<String>> sent = new TreeMap<>();
    private final Map<String, Integer> answers = Collections.synchronizedMap(new TreeMap<>());
    private volatile boolean over;

    /** What a run came to; everything but the first two has to be empty. */
    record Result(int messages, int answered, List<String> wrong) {}

    KillRounds(Path home, long seed) {
        this.bot = new MortalBot(home);
        this.random = new Random(seed);
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        Result result = new KillRounds(Files.createTempDirectory("qunbot-kill"), seed).run(rounds);
        System.out.println(rounds + " kills (seed " + seed + "): " + result.messages() + " messages got a 200, "
                + result.answered() + " answers; " + (result.wrong().isEmpty()
                        ? "nothing lost, doubled or out of order"
                        : result.wrong().size() + " wrong"));
        result.wrong().stream().limit(20).forEach(System.out::println);
        System.exit(result.wrong().isEmpty() ? 0 : 1);
    }

    Result run(int rounds) throws IOException, InterruptedException {
        try (Webhook webhook = new Webhook()) {
            bot.configure(new EchoPlugin(), "redelivery: 1s\n", ", webhook: \"" + webhook.url() + "\"");
            ServerProcess server = bot.start();
            List<Thread> chats = new ArrayList<>();
            for (int chat = 0; chat < CHATS; chat++) {
                String name = "chat" + chat;
                List<String> own = new ArrayList<>();
                sent.put(name, own);
                chats.add(Thread.startVirtualThread(() -> talk(name, own)));
            }
            for (int round = 0; round < rounds; round++) {
                acknowledged.drainPermits();
                acknowledged.acquire(200 + random.nextInt(2000));
                server.kill();
                server = bot.start();
            }
            acknowledged.drainPermits();
            acknowledged.acquire(200);
            over = true;
            for (Thread chat : chats) {
                chat.join();
            }
            awaitFallbacks();
            server.close();
            return compare(webhook);
        }
    }

    private void talk(String chat, List<String> own) {
        try {
            for (int number = 0; !over; number++) {
                String id = chat + "-" + number;
                String text = id + (number % 5 == 0 ? "?" : "。");
                Optional<String> answer = bot
                        .insist(new Saying(chat, "member", text, id, InstantSource.system().instant())).text();
                own.add(id);
                answer.ifPresent(_ -> answers.merge(id, 1, Integer::sum));
                acknowledged.release();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers that nobody fetched go out by the webhook after a second; nothing may wait after that. */
    private static void awaitFallbacks() throws InterruptedException {
        TimeUnit.SECONDS.sleep(4);
    }

    private Result compare(Webhook webhook) {
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> total = new TreeMap<>(answers);
        webhook.texts().forEach(text -> total.merge(text.replaceAll("^\\d+ |\\?$", ""), 1, Integer::sum));
        int messages = 0;
        try (Store store = bot.store()) {
            for (Map.Entry<String, List<String>> chat : sent.entrySet()) {
                List<String> kept = kept(store, chat.getKey());
                messages += chat.getValue().size();
                if (!kept.equals(chat.getValue())) {
                    wrong.add(chat.getKey() + ": " + difference(chat.getValue(), kept));
                }
                for (int number = 0; number < chat.getValue().size(); number++) {
                    int times = total.getOrDefault(chat.getValue().get(number), 0);
                    if (times != (number % 5 == 0 ? 1 : 0)) {
                        wrong.add(chat.getValue().get(number) + " was answered " + times + " times");
                    }
                }
            }
        }
        return new Result(messages, total.size(), wrong);
    }

    private static List<String> kept(Store store, String chat) {
        return store.lane(LaneId.of(new ChatId(chat))).map(lane -> store.newest(lane.number(), Integer.MAX_VALUE))
                .orElse(List.of()).stream().map((JournalRow row) -> row.id().key()).toList();
    }

    private static String difference(List<String> sent, List<String> kept) {
        String lost = sent.stream().filter(id -> !kept.contains(id)).limit(3).collect(Collectors.joining(" "));
        String more = Stream.concat(kept.stream().filter(id -> !sent.contains(id)),
                kept.stream().filter(id -> Collections.frequency(kept, id) > 1).distinct()).limit(3)
                .collect(Collectors.joining(" "));
        return sent.size() + " sent, " + kept.size() + " kept; lost: " + lost + "; too many: " + more;
    }
}
