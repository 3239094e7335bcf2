package io.qunbot.load;

import io.qunbot.bot.member.Census;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.Directory;
import io.qunbot.chat.EventId;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Origin;
import io.qunbot.directory.GroupDirectory;
import io.qunbot.dispatch.Settings;
import io.qunbot.people.Card;
import io.qunbot.people.Evidence;
import io.qunbot.pipeline.Remembered;
import io.qunbot.plugin.Segment;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.RuleBook;
import io.qunbot.simulation.VirtualBot;
import io.qunbot.store.LaneRow;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.SpokenRow;
import io.qunbot.store.Store;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * A hundred thousand members with ten tags each: how long a segment takes for a message, of members whom the cache has
 * and of any, and how long it takes to list who is in it.
 *
 * <pre>java -cp … io.qunbot.load.PeopleLoad [MEMBERS]</pre>
 */
final class PeopleLoad {

    private static final int TAGS = 60;
    private static final int EACH = 10;
    private static final int LOOKS = 100_000;
    private static final int KNOWN = 20_000;
    private static final Instant NOW = Instant.parse("2026-12-03T01:00:00Z");

    private PeopleLoad() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        int members = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        Path folder = Files.createTempDirectory("qunbot-people");
        fill(folder.resolve(VirtualBot.STORE), members);
        RuleBook book = book();
        Segment segment = book.segments().of("s", (role, person) -> person.roles().contains(role)).orElseThrow();
        try (VirtualBot bot = new VirtualBot(new VirtualBot.Parts(folder, Directory.EMPTY, Settings.DEFAULT, NOW),
                book)) {
            look(bot, segment, KNOWN, 5); // warm
            System.out.printf(
                    "%d members with %d tags; a segment for a message: cached %.2f µs of CPU, any member %.2f µs%n",
                    members, EACH, look(bot, segment, KNOWN, 7), look(bot, segment, members, 11));
        }
        try (Store store = Store.open(folder.resolve(VirtualBot.STORE), Thread.ofPlatform().daemon())) {
            for (int round = 0; round < 3; round++) {
                long start = cpu();
                int found = Census.of(store, new GroupDirectory(store), book, "", NOW).in("s", "").orElseThrow().size();
                System.out.printf("listed %d of %d in %d ms of CPU%n", found, members,
                        (cpu() - start) / 1_000_000);
            }
        }
    }

    /** Other processes on the machine don't count. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double look(VirtualBot bot, Segment segment, int members, long seed) {
        Random random = new Random(seed);
        int in = 0;
        long start = cpu();
        for (int look = 0; look < LOOKS; look++) {
            in += segment.has(bot.person(member(random.nextInt(members))), NOW) ? 1 : 0;
        }
        if (in == 0) {
            throw new IllegalStateException("nobody is in the segment");
        }
        return (cpu() - start) / 1000.0 / LOOKS;
    }

    private static RuleBook book() {
        return new BookReader(Map.of(), _ -> Optional.empty()).read(new TreeMap<>(Map.of("config/tags.yaml", """
                segments:
                  base: { any: [t1, t2, t3], none: [t4] }
                  s: [{ in: base, points: 50, quiet_for: 2d }, { all: [t5, t6], stage: [b], role: lurker }]
                """.getBytes(StandardCharsets.UTF_8)))).book();
    }

    private static MemberId member(int number) {
        return new MemberId("wm" + number);
    }

    private static void fill(Path file, int members) {
        try (Store store = Store.open(file, Thread.ofPlatform().daemon())) {
            Random random = new Random(1);
            for (int from = 0; from < members; from += 1000) {
                int first = from;
                SmallUnit unit = new SmallUnit("members", tables -> {
                    for (int number = first; number < Math.min(members, first + 1000); number++) {
                        LaneRow lane = new LaneRow(number + 1, LaneId.of(member(number)), Optional.empty(),
                                Optional.empty());
                        tables.lane(lane, NOW);
                        List<String> tags = new ArrayList<>(random.ints(0, TAGS).distinct().limit(EACH)
                                .mapToObj(tag -> "t" + tag).toList());
                        tables.remember(lane.number(), Card.OWNER, Card.KEY, new Card(tags,
                                Map.of("points", String.valueOf(random.nextInt(100)), "stage", "b")).json());
                        for (String tag : tags) {
                            tables.remember(lane.number(), Card.OWNER, Evidence.key(tag),
                                    Remembered.of(Evidence.of(true, "reply/r", NOW, origin())).json());
                        }
                        tables.spoke(new SpokenRow("wm" + number, NOW.minusSeconds(random.nextInt(6_000_000))
                                .toEpochMilli(), random.nextLong()));
                    }
                });
                store.writer().submit(unit);
                unit.awaitEnd();
            }
        }
    }

    private static Origin origin() {
        return new Origin("nurture", Optional.empty(), new EventId("app", new ChatId("wr1").value()), 1);
    }
}
