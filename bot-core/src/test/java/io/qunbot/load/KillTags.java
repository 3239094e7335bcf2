package io.qunbot.load;

import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.people.Card;
import io.qunbot.people.Evidence;
import io.qunbot.pipeline.Remembered;
import io.qunbot.simulation.Saying;
import io.qunbot.store.JournalRow;
import io.qunbot.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One member in many groups, hit by changes of tags from all of them at once, while the bot is killed again and again. In
 * the end every tag has to be on the member, with the message that put it on as its evidence, and what follows the
 * member has to have seen each change once.
 *
 * <pre>java -cp … io.qunbot.load.KillTags KILLS [SEED]</pre>
 */
final class KillTags {

    static final int GROUPS = 50;
    static final int EACH = 20;
    private static final String MEMBER = "member";

    private final MortalBot bot;
    private final Random random;
    private final Semaphore acknowledged = new Semaphore(0);

    /** What a run came to; {@code wrong} has to be empty. */
    record Result(int tags, int seen, List<String> wrong) {}

    KillTags(Path home, long seed) {
        this.bot = new MortalBot(home);
        this.random = new Random(seed);
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        int kills = Integer.parseInt(arguments[0]);
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        Result result = new KillTags(Files.createTempDirectory("qunbot-tags"), seed).run(kills);
        System.out.println(kills + " kills (seed " + seed + "): " + result.tags() + " tags from " + GROUPS
                + " groups, " + result.seen() + " changes seen; " + (result.wrong().isEmpty()
                        ? "nothing lost, every evidence is there"
                        : result.wrong().size() + " wrong"));
        result.wrong().stream().limit(20).forEach(System.out::println);
        System.exit(result.wrong().isEmpty() ? 0 : 1);
    }

    Result run(int kills) throws IOException, InterruptedException {
        bot.configure(new TagPlugin());
        ServerProcess server = bot.start();
        List<Thread> groups = new ArrayList<>();
        for (int group = 0; group < GROUPS; group++) {
            String name = "group" + group;
            groups.add(Thread.startVirtualThread(() -> talk(name)));
        }
        for (int kill = 0; kill < kills; kill++) {
            acknowledged.tryAcquire(random.nextInt(GROUPS * EACH / (kills + 1)) + 1, 20, TimeUnit.SECONDS);
            server.kill();
            server = bot.start();
        }
        for (Thread group : groups) {
            group.join();
        }
        server.close();
        bot.start().close(); // what was under way is done by the next start at the latest
        return compare();
    }

    private void talk(String group) {
        try {
            for (int number = 0; number < EACH; number++) {
                String tag = group + "-" + number;
                bot.insist(new Saying(group, MEMBER, tag, tag, InstantSource.system().instant()));
                acknowledged.release();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Result compare() {
        List<String> wrong = new ArrayList<>();
        try (Store store = bot.store()) {
            Map<String, String> kept = new HashMap<>();
            store.memories().of(store.lane(LaneId.of(new MemberId(MEMBER))).orElseThrow().number(),
                    (plugin, key, json) -> kept.put(plugin + " " + key, json));
            Card card = Card.of(kept.getOrDefault("tags tags", "{}"));
            int seen = Optional.ofNullable(kept.get("tag count"))
                    .map(json -> Remembered.ofJson(json).as(TagPlugin.Count.class).changes()).orElse(0);
            for (int group = 0; group < GROUPS; group++) {
                for (int number = 0; number < EACH; number++) {
                    missing(store, card, kept, "group" + group + "-" + number).ifPresent(wrong::add);
                }
            }
            if (seen != GROUPS * EACH) {
                wrong.add("seen: " + seen);
            }
            return new Result(card.tags().size(), seen, wrong);
        }
    }

    private static Optional<String> missing(Store store, Card card, Map<String, String> kept, String tag) {
        String json = kept.get("tags " + Evidence.key(tag));
        if (!card.tags().contains(tag) || json == null) {
            return Optional.of(tag + " is lost");
        }
        Evidence evidence = Remembered.ofJson(json).as(Evidence.class);
        Optional<JournalRow> message = store.journal(evidence.seq()).filter(row -> row.id().equals(evidence.id()));
        boolean proves = message.map(row -> new String(row.payload(), StandardCharsets.UTF_8))
                .filter(text -> text.contains(tag)).isPresent();
        return proves && evidence.rule().equals("tag/said") && tag.startsWith(evidence.chat() + "-")
                ? Optional.empty()
                : Optional.of(tag + " has no evidence: " + json);
    }
}
