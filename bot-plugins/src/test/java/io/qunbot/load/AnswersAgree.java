package io.qunbot.load;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.qunbot.cli.Main;
import io.qunbot.cli.quality.data.Intent;
import io.qunbot.cli.quality.data.Query;
import io.qunbot.cli.quality.data.TrialFiles;
import io.qunbot.cli.quality.data.TrialReader;
import io.qunbot.simulation.Saying;
import io.qunbot.simulation.WecomCaller;
import io.qunbot.wecom.codec.ChannelKind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Whether {@code qunbot quality} predicts what a bot says. The same catalogue goes to both; the bot gets every
 * message as an encrypted callback over a socket, and has to reply with what was predicted, or not at all.
 *
 * <pre>java -cp … io.qunbot.load.AnswersAgree RULES.jsonl QUERIES.jsonl [COUNT]</pre>
 */
final class AnswersAgree {

    private static final int CALLERS = 4;
    private static final String SILENCE = "";

    private final Path root;
    private final FaqHome home;

    /**
     * What came of it.
     *
     * @param answered how many messages were answered
     * @param wrong those on which the two differ; has to be empty
     */
    record Result(int messages, int answered, List<String> wrong) {}

    AnswersAgree(Path root, List<Intent> intents) throws IOException {
        this.root = root;
        this.home = FaqHome.write(root, intents);
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        TrialReader reader = new TrialReader();
        var trial = reader.read(TrialFiles.of(Path.of(arguments[0]), List.of(Path.of(arguments[1]))));
        int count = arguments.length > 2 ? Integer.parseInt(arguments[2]) : trial.queries().size();
        Result result = new AnswersAgree(Files.createTempDirectory("qunbot-agree"), trial.intents())
                .run(spread(trial.queries(), count));
        System.out.println(result.messages() + " messages, " + result.answered() + " answered, "
                + result.wrong().size() + " not as predicted");
        result.wrong().stream().limit(20).forEach(System.out::println);
        System.exit(result.wrong().isEmpty() ? 0 : 1);
    }

    /** So many of the queries, from all over the file. */
    private static List<String> spread(List<Query> queries, int count) {
        int most = Math.min(count, queries.size());
        return IntStream.range(0, most).mapToObj(at -> queries.get((int) ((long) at * queries.size() / most)).text())
                .toList();
    }

    Result run(List<String> messages) throws IOException, InterruptedException, ExecutionException {
        List<String> predicted = predict(messages);
        List<String> said = ask(messages);
        List<String> wrong = IntStream.range(0, messages.size()).filter(at -> !said.get(at).equals(predicted.get(at)))
                .mapToObj(at -> "“" + messages.get(at) + "” predicted: " + predicted.get(at) + ", said: "
                        + said.get(at))
                .toList();
        return new Result(messages.size(), (int) said.stream().filter(words -> !words.equals(SILENCE)).count(), wrong);
    }

    /** What the bot should say to each, according to the command line in a process of its own. */
    private List<String> predict(List<String> messages) throws IOException, InterruptedException {
        Gson gson = new GsonBuilder().disableHtmlEscaping().create();
        Path rules = Files.write(root.resolve("rules.jsonl"), home.intents().stream().map(gson::toJson)
                .map(json -> json.replaceFirst("^\\{\"name\":", "{\"intent\":")).toList());
        Path queries = Files.write(root.resolve("queries.jsonl"), messages.stream()
                .map(text -> gson.toJson(Map.of("text", text, "type", "asked"))).toList());
        Path predictions = root.resolve("predictions.tsv");
        quality("--rules", rules.toString(), "--queries", queries.toString(), "--mode", "balanced", "--predictions",
                predictions.toString());
        List<String> names = home.intents().stream().map(Intent::name).toList();
        return Files.readAllLines(predictions).stream().map(line -> line.split("\t", -1)[1])
                .map(intent -> intent.equals("-") ? SILENCE : FaqHome.saying(names.indexOf(intent))).toList();
    }

    private void quality(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-cp",
                System.getProperty("java.class.path"), Main.class.getName(), "quality"));
        command.addAll(List.of(arguments));
        Path output = root.resolve("quality.log");
        int exit = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("quality failed:\n" + Files.readString(output));
        }
    }

    private List<String> ask(List<String> messages) throws IOException, InterruptedException, ExecutionException {
        String[] said = new String[messages.size()];
        try (FaqHome.Running running = home.start();
                ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            URI address = URI.create("http://127.0.0.1:" + running.bot().port() + "/wecom/assistant");
            List<Callable<Integer>> shares = IntStream.range(0, CALLERS)
                    .<Callable<Integer>>mapToObj(caller -> () -> ask(address, caller, messages, said)).toList();
            for (Future<Integer> share : callers.invokeAll(shares)) {
                share.get();
            }
        }
        return List.of(said);
    }

    /** One caller's share, in a group of its own. */
    private static int ask(URI address, int caller, List<String> messages, String[] said)
            throws IOException, InterruptedException {
        InstantSource clock = InstantSource.system();
        try (WecomCaller wecom = new WecomCaller(address, ChannelKind.AIBOT, FaqHome.CREDENTIALS, clock)) {
            for (int at = caller; at < said.length; at += CALLERS) {
                WecomCaller.Answer answer = wecom.say(new Saying("group" + caller, "lilei", messages.get(at),
                        "message" + at, clock.instant()));
                if (answer.status() != 200) {
                    throw new IOException("HTTP " + answer.status() + " for “" + messages.get(at) + "”");
                }
                said[at] = answer.text().orElse(SILENCE);
            }
        }
        return said.length;
    }
}
