package io.qunbot.simulation.run;

import io.qunbot.bot.TestFiles;
import io.qunbot.transcript.Script;
import io.qunbot.transcript.Suite;
import io.qunbot.yaml.Language;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A profile with the {@link Bell}, and transcripts run on it. */
final class Tested {

    static final String RULES = """
            profile: bell
            goal: 测试
            value: [放心]
            groups: [{ id: nobody }]
            staff: { owner: zhou.min, backup: [xu.jia, lin.zhou] }
            plugins: { bell: { prefix: "叮:" } }
            """;

    final Problems problems = new Problems();
    final Books books;
    private final TestFiles tests;

    private Tested(String rules, String test) {
        SortedMap<String, byte[]> files = new TreeMap<>(Map.of("rules/bell.yaml", bytes(rules)));
        books = new Books(Map.of("bell", new Bell()), files, InstantSource.fixed(Instant.EPOCH));
        SortedMap<String, byte[]> texts = new TreeMap<>(Map.of("rules/tests/bell.test.yaml", bytes(test)));
        tests = TestFiles.of(texts, books.reading(), problems);
    }

    static Tested of(String rules, String test) {
        return new Tested(rules, test);
    }

    /** A file with one case of these lines. */
    static String yaml(String settings, String... lines) {
        return "profile: bell\npeople: { 周敏: owner }\n" + settings + "cases:\n  - name: 一\n    chat:\n"
                + Stream.of(lines).map(line -> "      - \"" + line + "\"\n").collect(Collectors.joining());
    }

    /** Runs one case. */
    static Result run(String settings, String... lines) {
        Tested tested = of(RULES, yaml(settings, lines));
        if (tested.problems.hasErrors()) {
            throw new IllegalArgumentException(tested.problems.all().stream().map(Problem::message).map(Words::en)
                    .toList().toString());
        }
        return new Runner(tested.books).run(tested.scripts().getFirst());
    }

    List<Script> scripts() {
        return tests.suites().stream().flatMap(suite -> suite.scripts().stream()).toList();
    }

    Suite suite() {
        return tests.suites().getFirst();
    }

    /** The lines that failed, each with its first detail. */
    static List<String> failures(Result result) {
        return result.entries().stream().filter(entry -> entry.mark() == Entry.Mark.FAILED)
                .map(entry -> entry.text() + " | " + entry.details().getFirst().in(Language.ZH)).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
