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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * kill -9 at random moments while questions wait in several groups, one colleague after the other is told, and a
 * colleague's words end some of them. In the end whoever is on the ladder has to have been told of each question once
 * and in order: all of them where nobody answered, the first few or none where somebody did, and nobody after that.
 *
 * <pre>java -cp … io.qunbot.load.KillQuestions KILLS [SEED]</pre>
 */
final class KillQuestions {

    private static final int GROUPS = 8;
    private static final Duration RUNG = Duration.ofSeconds(2);
    private static final List<String> LADDER = List.of("zhou", "xu", "lin");
    private static final Credentials KEYS = new Credentials("QDG6eK", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
            "");
    private static final Pattern NUMBER = Pattern.compile("第 (\\d+) 单");

    private final Path home;
    private final Random random;
    /** What was asked, by its number, and in which group. */
    private final Map<Integer, String> asked = new TreeMap<>();
    /** What had been asked when a colleague spoke there, by the message that ended it. */
    private final Map<Integer, String> ended = new HashMap<>();
    private int count;
    private BotProcess bot;

    /** What a run came to; {@code wrong} has to be empty. */
    record Result(int questions, int answered, int told, List<String> wrong) {}

    KillQuestions(Path home, long seed) throws IOException {
        this.home = home;
        this.random = new Random(seed);
        configure();
        this.bot = BotProcess.start(home);
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        int kills = Integer.parseInt(arguments[0]);
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        Result result = new KillQuestions(Files.createTempDirectory("qunbot-questions"), seed).run(kills);
        System.out.println(kills + " kills (seed " + seed + "): " + result.questions() + " questions in " + GROUPS
                + " groups, " + result.answered() + " answered, " + result.told() + " rungs told; "
                + (result.wrong().isEmpty() ? "each once, none lost" : result.wrong().size() + " wrong"));
        result.wrong().stream().limit(20).forEach(System.out::println);
        System.exit(result.wrong().isEmpty() ? 0 : 1);
    }

    private void configure() throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.createDirectories(home.resolve("rules"));
        Files.writeString(home.resolve("config/bot.yaml"), """
                channels:
                  robot: { kind: wecom-robot, token: "%s", aesKey: "%s" }
                """.formatted(KEYS.token(), KEYS.aesKey()));
        Files.writeString(home.resolve("rules/care.yaml"), """
                profile: care
                goal: 有人接
                value: [有人接]
                groups: [{ rest: true }]
                staff: { owner: zhou, backup: xu, manager: lin }
                hours: ["MON-SUN 00:00-24:00"]
                plugins:
                  sla: { first_reply: %ds, else: [owner, backup, manager] }
                """.formatted(RUNG.toSeconds()));
    }

    Result run(int kills) throws IOException, InterruptedException {
        for (int kill = 0; kill < kills; kill++) {
            talk();
            TimeUnit.MILLISECONDS.sleep(random.nextLong(RUNG.toMillis() / 2));
            bot.kill();
            bot = BotProcess.start(home);
        }
        TimeUnit.MILLISECONDS.sleep(RUNG.multipliedBy(LADDER.size() + 1L).toMillis());
        bot.stop();
        return compare();
    }

    /** Each member asks once, so that no two questions are taken for one. */
    private void talk() throws InterruptedException {
        for (int times = 0; times < 3; times++) {
            String group = "group" + random.nextInt(GROUPS);
            if (random.nextInt(4) == 0) {
                String id = "answer" + ++count;
                List<Integer> waiting = asked.entrySet().stream().filter(each -> each.getValue().equals(group))
                        .map(Map.Entry::getKey).toList();
                say(group, "zhou", "我来看看", id);
                waiting.forEach(question -> ended.putIfAbsent(question, id));
            } else {
                int question = ++count;
                say(group, "member" + question, "第 " + question + " 单什么时候发货?", "question" + question);
                asked.put(question, group);
            }
        }
    }

    /** Sends a message until it gets its 200. */
    private void say(String group, String member, String text, String id) throws InterruptedException {
        Saying saying = new Saying(group, member, text, id, InstantSource.system().instant());
        for (int status = 0; status != 200;) {
            URI address = URI.create("http://127.0.0.1:" + bot.port() + "/wecom/robot");
            try (WecomCaller caller = new WecomCaller(address, ChannelKind.ROBOT, KEYS, InstantSource.system())) {
                status = caller.say(saying).status();
            } catch (IOException gone) {
                throw new IllegalStateException("nobody kills it now", gone);
            }
        }
    }

    private Result compare() {
        List<String> wrong = new ArrayList<>();
        int told = 0;
        try (Store store = Store.open(home.resolve("data/qunbot.db"), Thread.ofPlatform().daemon())) {
            Map<Integer, List<OutboxRow>> rungs = rungs(store);
            Map<String, Long> places = new HashMap<>();
            store.lastRun().recentIds(Instant.EPOCH, (id, seq) -> places.putIfAbsent(id.key(), seq));
            for (int question : asked.keySet()) {
                List<OutboxRow> rows = rungs.getOrDefault(question, List.of());
                told += rows.size();
                wrong(question, rows, places).forEach(wrong::add);
            }
        }
        return new Result(asked.size(), ended.size(), told, wrong);
    }

    private static Map<Integer, List<OutboxRow>> rungs(Store store) {
        Map<Integer, List<OutboxRow>> rungs = new TreeMap<>();
        for (OutboxRow row : store.outgoing().after(0)) {
            Matcher number = NUMBER.matcher(row.plain());
            if (row.kind().equals("tell") && number.find()) {
                rungs.computeIfAbsent(Integer.parseInt(number.group(1)), _ -> new ArrayList<>()).add(row);
            }
        }
        return rungs;
    }

    private List<String> wrong(int question, List<OutboxRow> rows, Map<String, Long> places) {
        List<String> who = rows.stream().map(OutboxRow::recipient).toList();
        List<String> wrong = new ArrayList<>();
        boolean inOrder = who.size() <= LADDER.size() && who.equals(LADDER.subList(0, who.size()));
        if (!inOrder || (!ended.containsKey(question) && who.size() < LADDER.size())) {
            wrong.add("question " + question + (ended.containsKey(question) ? ", answered" : "") + ": " + who);
        }
        if (ended.containsKey(question)) {
            long end = places.getOrDefault(ended.get(question), 0L);
            rows.stream().filter(row -> row.seq() > end)
                    .forEach(row -> wrong.add("question " + question + ": told after it was answered"));
        }
        return wrong;
    }
}
