package io.qunbot.bot;

import io.qunbot.profile.Reading;
import io.qunbot.transcript.Suite;
import io.qunbot.transcript.SuiteCheck;
import io.qunbot.transcript.SuiteReader;
import io.qunbot.yaml.Problems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * The test files of a home, {@code rules/tests/*.test.yaml}.
 *
 * @param suites those that can be read
 */
public record TestFiles(List<Suite> suites) {

    public TestFiles {
        suites = List.copyOf(suites);
    }

    /**
     * Reads them all.
     *
     * @param rules what the rules gave; a test may name what they hold only
     * @throws IOException when a file can't be read
     */
    public static TestFiles read(Home home, Reading rules, Problems problems) throws IOException {
        return of(RuleFiles.tests(home), rules, problems);
    }

    /** @param files their bytes by path */
    public static TestFiles of(SortedMap<String, byte[]> files, Reading rules, Problems problems) {
        SuiteCheck check = new SuiteCheck(rules.book(), rules.broken().isEmpty());
        List<Suite> suites = new ArrayList<>();
        files.forEach((name, bytes) -> SuiteReader.read(name, bytes, problems).ifPresent(suite -> {
            suites.add(suite);
            check.problems(suite).forEach(problems::add);
        }));
        return new TestFiles(suites);
    }
}
