package io.qunbot.load;

import io.qunbot.simulation.standin.AibotFrame;
import io.qunbot.simulation.standin.AibotStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The long connection is cut again and again while people talk: between messages, in the middle of a frame,
 * between an answer and WeCom's word on it. In the end every message that WeCom handed over has to be answered,
 * and shown once: an answer that is sent again has to be the same stream.
 *
 * <pre>java -cp … io.qunbot.load.AibotCuts CUTS [SEED]</pre>
 */
final class AibotCuts {

    private static final String SECRET = "cuts-secret";
    /** WeCom takes thirty messages a minute in one conversation: in few groups most would wait their turn. */
    private static final int CHATS = 64;

    private final Path home;
    private final Random random;
    private final Map<String, String> said = new TreeMap<>();
    private int count;

    /**
     * What a run came to.
     *
     * @param again answers that were sent more than once, and shown once
     */
    record Result(int cuts, int messages, int again, List<String> lost, List<String> doubled) {}

    AibotCuts(Path home, long seed) {
        this.home = home;
        this.random = new Random(seed);
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        int cuts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        Result result = new AibotCuts(Files.createTempDirectory("qunbot-cuts"), seed).run(cuts);
        System.out.println(result.cuts() + " cuts (seed " + seed + "): " + result.messages() + " messages, "
                + result.lost().size() + " lost, " + result.doubled().size() + " doubled, " + result.again()
                + " answers sent again as the same stream");
        result.lost().stream().limit(20).forEach(text -> System.out.println("lost: " + text));
        result.doubled().stream().limit(20).forEach(text -> System.out.println("doubled: " + text));
        System.exit(result.lost().isEmpty() && result.doubled().isEmpty() ? 0 : 1);
    }

    Result run(int cuts) throws IOException {
        try (AibotStandIn wecom = AibotStandIn.start(0, "bot1", SECRET, InstantSource.system())) {
            furnish(wecom);
            ServerProcess bot = start();
            try {
                awaitBot(wecom, 0);
                for (int cut = 0; cut < cuts; cut++) {
                    talk(wecom);
                    int before = wecom.connections();
                    cut(wecom);
                    awaitBot(wecom, before);
                }
                talk(wecom);
                wecom.await(_ -> answered(wecom).containsAll(said.keySet()));
            } catch (IllegalStateException unanswered) {
                return compare(wecom, cuts); // says which
            } finally {
                bot.close();
            }
            return compare(wecom, cuts);
        }
    }

    private void furnish(AibotStandIn wecom) throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.createDirectories(home.resolve("rules"));
        EchoPlugin.install(home);
        Files.writeString(home.resolve("config/bot.yaml"), """
                channels:
                  assistant: { kind: wecom-aibot, botId: bot1, secret: %s, url: "%s" }
                """.formatted(SECRET, wecom.address()));
        Files.writeString(home.resolve("rules/echo.yaml"), """
                profile: echo
                goal: 每条都有回音
                value: [不丢不重]
                groups: [{ rest: true }]
                plugins: { echo: {} }
                """);
    }

    private ServerProcess start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return ServerProcess.start(List.of(java, "-XX:+UseSerialGC", "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                "io.qunbot.cli.Main", "run", "--lang", "en", "--home", home.toString(), "--port", "0"),
                home.resolve("errors.log"), line -> line.startsWith("long connections: ") ? 1 : 0);
    }

    private static void awaitBot(AibotStandIn wecom, int connectionsBefore) {
        wecom.await(frame -> frame.command().equals("aibot_subscribe") && frame.connection() > connectionsBefore);
    }

    private void talk(AibotStandIn wecom) {
        for (int number = random.nextInt(8); number >= 0; number--) {
            String text = "m" + ++count + "?";
            String request = wecom.says("member" + count, "chat" + random.nextInt(CHATS), text);
            if (!request.isEmpty()) {
                said.put(request, text);
            }
        }
    }

    private void cut(AibotStandIn wecom) {
        switch (random.nextInt(4)) {
            case 0 -> wecom.cut();
            case 1 -> wecom.cutInTheMiddle();
            case 2 -> {
                int answers = wecom.received("aibot_respond_msg").size() + random.nextInt(3);
                wecom.await(_ -> wecom.received("aibot_respond_msg").size() >= Math.min(answers, said.size()));
                wecom.cut();
            }
            default -> {
                AtomicInteger left = new AtomicInteger(random.nextInt(3));
                wecom.cutAt(frame -> frame.command().equals("aibot_respond_msg") && left.getAndDecrement() <= 0);
                talk(wecom);
                talk(wecom);
                talk(wecom); // enough to be answered, so that the cut comes
            }
        }
    }

    private static Set<String> answered(AibotStandIn wecom) {
        Set<String> requests = new HashSet<>();
        wecom.received("aibot_respond_msg").stream().filter(frame -> frame.code() == 0)
                .forEach(frame -> requests.add(frame.request()));
        return requests;
    }

    /** What members see: a stream once, however often it was sent; everything sent first once each. */
    private Result compare(AibotStandIn wecom, int cuts) {
        List<String> lost = new ArrayList<>();
        List<String> doubled = new ArrayList<>();
        int again = 0;
        List<AibotFrame> answers = wecom.received("aibot_respond_msg");
        List<AibotFrame> first = wecom.received("aibot_send_msg");
        for (Map.Entry<String, String> message : said.entrySet()) {
            List<String> streams = answers.stream().filter(frame -> frame.request().equals(message.getKey()))
                    .map(frame -> frame.body().getAsJsonObject("stream").get("id").getAsString()).toList();
            long others = first.stream().filter(frame -> frame.words().endsWith(" " + message.getValue())).count();
            long shown = new HashSet<>(streams).size() + others;
            if (shown == 0) {
                lost.add(message.getValue());
            } else if (shown > 1) {
                doubled.add(message.getValue());
            }
            again += streams.size() > 1 ? 1 : 0;
        }
        return new Result(cuts, said.size(), again, lost, doubled);
    }
}
