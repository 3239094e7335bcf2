package io.qunbot.plugins.reply;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie.IHit;
import io.qunbot.plugin.Keyword;
import io.qunbot.plugin.Plugin;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.Reading;
import io.qunbot.text.KeywordIndex;
import io.qunbot.text.Normalized;
import io.qunbot.text.Normalizer;
import io.qunbot.yaml.Located;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * Many hard rules: that exactly those fire whose keyword occurs, what a message costs beside a double-array
 * Aho-Corasick in the same process, in turn with it, and how long it takes until the rules are in force.
 *
 * <pre>java -cp … io.qunbot.plugins.reply.KeywordLoad [RULES [MESSAGES [ROUNDS]]]</pre>
 */
final class KeywordLoad {

    private static final int LOOPED = 2_000;
    private static final int RULES_PER_FILE = 10_000;

    private final List<Keyword> keywords;
    private final List<Normalized> messages;
    private final List<String> pictures;
    private final int rounds;
    private long sink;

    private KeywordLoad(int rules, int count, int rounds) {
        LoadWords words = new LoadWords(20261122);
        List<String> written = words.keywords(rules);
        keywords = written.stream().map(Keyword::parse).toList();
        messages = words.messages(count, written).stream().map(Normalizer::normalize).toList();
        pictures = messages.stream().map(message -> message.line().pictures()).toList();
        this.rounds = rounds;
    }

    public static void main(String[] arguments) {
        int rules = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int messages = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 7;
        new KeywordLoad(rules, messages, rounds).run();
    }

    private void run() {
        List<String> words = keywords.stream().map(Keyword::words).toList();
        List<Located<Rule>> rules = rules();
        say("%,d rules, %,d messages of %.1f characters".formatted(rules.size(), messages.size(),
                messages.stream().mapToInt(message -> message.words().length()).average().orElse(0)));
        KeywordIndex index = KeywordIndex.of(words);
        Map<String, Integer> sorted = new TreeMap<>();
        IntStream.range(0, words.size()).forEach(rule -> sorted.put(words.get(rule), rule));
        AhoCorasickDoubleArrayTrie<Integer> trie = trie(sorted);
        RuleBook book = new RuleBook(rules);
        exact(book);
        compare("one pass over the words", message -> found(index, message), message -> found(trie, message));
        compare("rules fired, best first", message -> book.match(messages.get(message), Situation.ANY).size(),
                message -> fired(trie, message));
        build("keyword index", () -> KeywordIndex.of(words), () -> trie(sorted));
        build("whole book", () -> new RuleBook(rules), () -> trie(sorted));
        reload();
    }

    /** Every message against a table of all keywords, and some against a loop over all of them. */
    private void exact(RuleBook book) {
        Map<String, List<Integer>> table = new HashMap<>();
        IntStream.range(0, keywords.size()).forEach(rule -> table
                .computeIfAbsent(keywords.get(rule).words(), _ -> new ArrayList<>()).add(rule));
        int longest = keywords.stream().mapToInt(keyword -> keyword.words().length()).max().orElse(0);
        long fired = 0;
        for (int message = 0; message < messages.size(); message++) {
            Set<Integer> rules = new TreeSet<>();
            book.match(messages.get(message), Situation.ANY).forEach(match -> rules.add(match.order()));
            fired += rules.size();
            expect(rules, windows(message, table, longest), message);
            if (message < LOOPED) {
                expect(rules, loop(message), message);
            }
        }
        say("exact: %,d messages fire %,d rules, as a table of all parts says; the first %,d as a loop says".formatted(
                messages.size(),
                fired, Math.min(LOOPED, messages.size())));
    }

    private void expect(Set<Integer> fired, Set<Integer> expected, int message) {
        if (!fired.equals(expected)) {
            throw new IllegalStateException(messages.get(message).words() + ": " + fired + " instead of " + expected);
        }
    }

    private Set<Integer> windows(int message, Map<String, List<Integer>> table, int longest) {
        Set<Integer> rules = new TreeSet<>();
        for (String text : List.of(messages.get(message).words(), pictures.get(message))) {
            for (int start = 0; start < text.length(); start++) {
                for (int end = start + 1; end <= Math.min(text.length(), start + longest); end++) {
                    rules.addAll(table.getOrDefault(text.substring(start, end), List.of()));
                }
            }
        }
        return rules;
    }

    private Set<Integer> loop(int message) {
        Set<Integer> rules = new TreeSet<>();
        for (int rule = 0; rule < keywords.size(); rule++) {
            Keyword keyword = keywords.get(rule);
            String text = keyword.isPicture() ? pictures.get(message) : messages.get(message).words();
            if (text.contains(keyword.words())) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private long found(KeywordIndex index, int message) {
        long[] found = {0};
        index.find(messages.get(message).words(), (_, _) -> found[0]++);
        index.find(pictures.get(message), (_, _) -> found[0]++);
        return found[0];
    }

    private long found(AhoCorasickDoubleArrayTrie<Integer> trie, int message) {
        long[] found = {0};
        IHit<Integer> hit = (_, _, _) -> found[0]++;
        trie.parseText(messages.get(message).words(), hit);
        trie.parseText(pictures.get(message), hit);
        return found[0];
    }

    /** The rules that an automaton gives, each once and in no order. */
    private long fired(AhoCorasickDoubleArrayTrie<Integer> trie, int message) {
        IntSet rules = new IntSet();
        IHit<Integer> hit = (_, _, rule) -> rules.add(rule);
        trie.parseText(messages.get(message).words(), hit);
        trie.parseText(messages.get(message).line().pictures(), hit);
        return rules.size();
    }

    /** CPU a message, in turn; the middle of the rounds after the first, which warms. */
    private void compare(String what, ToLongFunction<Integer> ours, ToLongFunction<Integer> theirs) {
        double[] own = new double[rounds];
        double[] other = new double[rounds];
        cpu(ours);
        cpu(theirs);
        for (int round = 0; round < rounds; round++) {
            own[round] = cpu(ours);
            other[round] = cpu(theirs);
        }
        say("%s: %.2f µs of CPU a message, automaton %.2f µs, ratio %.2f".formatted(what, middle(own), middle(other),
                middle(own) / middle(other)));
    }

    private double cpu(ToLongFunction<Integer> work) {
        long start = cpuTime();
        for (int message = 0; message < messages.size(); message++) {
            sink += work.applyAsLong(message);
        }
        return (cpuTime() - start) / 1e3 / messages.size();
    }

    private void build(String what, Supplier<?> ours, Supplier<?> theirs) {
        double[] own = new double[rounds];
        double[] other = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            own[round] = millis(ours);
            other[round] = millis(theirs);
        }
        say("%s: built in %.0f ms (first %.0f), automaton %.0f ms (first %.0f), ratio %.3f".formatted(what, middle(own),
                own[0],
                middle(other), other[0], middle(own) / middle(other)));
    }

    /** From the bytes of files to a book whose stages are ready. */
    private void reload() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (int first = 0; first < keywords.size(); first += RULES_PER_FILE) {
            files.put("rules/load%02d.yaml".formatted(files.size()), file(first).getBytes(StandardCharsets.UTF_8));
        }
        BookReader reader = new BookReader(Map.<String, Plugin<?>>of("reply", new ReplyPlugin()),
                _ -> Optional.empty());
        List<String> times = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            long start = cpuTime();
            Reading reading = reader.read(files);
            times.add("%.0f".formatted((cpuTime() - start) / 1e6));
            if (!reading.broken().isEmpty()) {
                throw new IllegalStateException(reading.problems().getFirst().toString());
            }
        }
        say("reload of %d files, %.1f MB: %s ms".formatted(files.size(),
                files.values().stream().mapToInt(bytes -> bytes.length).sum() / 1e6, String.join(", ", times)));
    }

    private String file(int first) {
        StringBuilder file = new StringBuilder("""
                profile: load%d
                goal: load
                value: [load]
                groups: [{ id: group%d }]
                plugins:
                  reply:
                    rules:
                """.formatted(first, first));
        for (int rule = first; rule < Math.min(keywords.size(), first + RULES_PER_FILE); rule++) {
            file.append("      - { id: r%d, when: { any: [\"%s\"] }, say: \"答案\" }%n".formatted(rule,
                    keywords.get(rule).typed()));
        }
        return file.toString();
    }

    private double millis(Supplier<?> work) {
        long start = cpuTime();
        sink += work.get().hashCode();
        return (cpuTime() - start) / 1e6;
    }

    private List<Located<Rule>> rules() {
        Rules rules = new Rules();
        for (int rule = 0; rule < keywords.size(); rule++) {
            rules.with(Rules.rule("r" + rule, Rules.any(keywords.get(rule).typed())).says("答案"));
        }
        return rules.settings().rules();
    }

    private static AhoCorasickDoubleArrayTrie<Integer> trie(Map<String, Integer> sorted) {
        AhoCorasickDoubleArrayTrie<Integer> trie = new AhoCorasickDoubleArrayTrie<>();
        trie.build(sorted);
        return trie;
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double middle(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    @SuppressWarnings("SystemOut")
    private void say(String line) {
        System.out.println(line + (sink == 42 ? "!" : ""));
    }
}
