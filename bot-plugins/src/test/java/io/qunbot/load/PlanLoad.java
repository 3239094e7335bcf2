package io.qunbot.load;

import io.qunbot.bot.Home;
import io.qunbot.bot.PluginLoader;
import io.qunbot.bot.RuleFiles;
import io.qunbot.bot.plan.Plan;
import io.qunbot.bot.plan.Planner;
import io.qunbot.chat.Directory;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * How long it takes to hold a home's rules against an edited copy of them, over so many messages of talk and questions.
 *
 * <pre>java -cp … io.qunbot.load.PlanLoad HOME MESSAGES</pre>
 */
final class PlanLoad {

    private static final long SEED = 7;
    private static final int GROUPS = 50;

    private PlanLoad() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        Home home = new Home(Path.of(arguments[0]));
        List<String> texts = texts(Integer.parseInt(arguments[1]));
        Path folder = Files.createTempDirectory("qunbot-plan");
        try (Store store = Store.open(folder.resolve("qunbot.db"), Thread.ofPlatform().daemon());
                ExecutorService second = Executors.newSingleThreadExecutor()) {
            new Recordings(store, GROUPS).fill(texts);
            SortedMap<String, byte[]> files = RuleFiles.read(home);
            RuleBook running = book(home, files);
            files.replaceAll((_, content) -> new String(content, StandardCharsets.UTF_8)
                    .replace("1 个工作日", "2 个工作日").getBytes(StandardCharsets.UTF_8));
            RuleBook edited = book(home, files);
            long begin = System.nanoTime();
            Plan plan = new Planner(store, Recordings::decode, Directory.EMPTY, running.solely("service"),
                    edited.solely("service"), second).since(Recordings.START);
            System.out.printf("%d messages held against both books in %.1f s, %d would be dealt with otherwise%n",
                    plan.messages(), (System.nanoTime() - begin) / 1e9, plan.changes().size());
        }
    }

    private static RuleBook book(Home home, SortedMap<String, byte[]> files) {
        return new BookReader(PluginLoader.load(home.plugins()), Directory.EMPTY::nameOf,
                InstantSource.fixed(Recordings.START.plus(Duration.ofDays(1)))).read(files).book();
    }

    private static List<String> texts(int count) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String resource : List.of("chat.txt", "questions.txt")) {
            try (InputStream in = RuleBook.class.getResourceAsStream("/io/qunbot/ranking/" + resource)) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                        .forEach(lines::add);
            }
        }
        lines.addAll(List.of("发票怎么开", "怎么退款", "收不了款了", "续费多少钱"));
        Random random = new Random(SEED);
        return random.ints(count, 0, lines.size()).mapToObj(lines::get).toList();
    }
}
