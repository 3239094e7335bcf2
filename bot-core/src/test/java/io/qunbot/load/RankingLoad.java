package io.qunbot.load;

import io.qunbot.ranking.Entry;
import io.qunbot.ranking.Ranker;
import io.qunbot.text.Normalized;
import io.qunbot.text.Normalizer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What a question catalogue costs: building it, keeping it, and CPU for each message held against it.
 * A seeded catalogue of RULES entries with three variants each, made of halves of the questions of the
 * background; the messages are idle talk and more such questions, in turn.
 *
 * <pre>java -cp … io.qunbot.load.RankingLoad RULES [MESSAGES]</pre>
 */
final class RankingLoad {

    private static final long SEED = 7;
    private static final int ROUNDS = 3;
    private static final double MEBIBYTE = 1 << 20;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Random random = new Random(SEED);
    private final List<String> talk = lines("chat.txt");
    private final List<String> questions = lines("questions.txt");

    private RankingLoad() {}

    public static void main(String[] arguments) throws IOException {
        int rules = Integer.parseInt(arguments[0]);
        int messages = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4000;
        new RankingLoad().run(rules, messages);
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Ranker.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    @SuppressWarnings("SystemOut")
    private void run(int rules, int count) {
        long cold = threads.getCurrentThreadCpuTime();
        Ranker first = Ranker.of(catalogue(40));
        first.rank(Normalizer.normalize("怎么开发票"), entry -> true);
        System.out.printf("the first catalogue, of 40 entries: %.0f ms of CPU in its thread%n", since(cold));
        List<Entry> entries = catalogue(rules);
        long before = heap();
        long start = threads.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        Ranker ranker = Ranker.of(entries);
        System.out.printf("%d entries built in %.1f s, %.1f s of CPU in its thread%n", rules,
                (System.nanoTime() - wall) / 1e9, since(start) / 1e3);
        System.out.printf("%.1f MiB of heap, %.1f MiB of it the index%n", (heap() - before) / MEBIBYTE,
                ranker.indexBytes() / MEBIBYTE);
        List<Normalized> messages = messages(count);
        for (int round = 0; round < ROUNDS; round++) {
            report(messages.stream().mapToDouble(message -> cost(ranker, message)).sorted().toArray());
        }
    }

    @SuppressWarnings("SystemOut")
    private static void report(double[] millis) {
        System.out.printf("CPU a message: p50 %.3f ms, p99 %.3f ms, mean %.3f ms%n", millis[millis.length / 2],
                millis[millis.length * 99 / 100], Arrays.stream(millis).average().orElse(0));
    }

    private double cost(Ranker ranker, Normalized message) {
        long start = threads.getCurrentThreadCpuTime();
        ranker.rank(message, entry -> true);
        return since(start);
    }

    private double since(long start) {
        return (threads.getCurrentThreadCpuTime() - start) / 1e6;
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Three variants of an entry share a half, as an operator's do. */
    private List<Entry> catalogue(int rules) {
        return IntStream.range(0, rules).mapToObj(rule -> {
            String head = head();
            String tail = tail();
            return new Entry("entry " + rule, List.of(head + tail, head + tail(), head() + tail), List.of());
        }).toList();
    }

    private String head() {
        String question = questions.get(random.nextInt(questions.size()));
        return question.substring(0, question.length() / 2);
    }

    private String tail() {
        String question = questions.get(random.nextInt(questions.size()));
        return question.substring(question.length() / 2);
    }

    private List<Normalized> messages(int count) {
        List<Normalized> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            messages.add(Normalizer.normalize(i % 2 == 0 ? talk.get(random.nextInt(talk.size())) : head() + tail()));
        }
        return messages;
    }
}
