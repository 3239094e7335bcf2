package io.qunbot.plugins.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.bot.Home;
import io.qunbot.bot.PluginLoader;
import io.qunbot.bot.RuleFiles;
import io.qunbot.bot.TestFiles;
import io.qunbot.profile.Reading;
import io.qunbot.simulation.run.Books;
import io.qunbot.simulation.run.Coverage;
import io.qunbot.simulation.run.Result;
import io.qunbot.simulation.run.Runner;
import io.qunbot.transcript.Script;
import io.qunbot.yaml.Language;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.ProblemPrinter;
import io.qunbot.yaml.Problems;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The transcripts that are shipped, each a test, as {@code qunbot test} runs them. */
@TestInstance(Lifecycle.PER_CLASS)
class ShippedTranscriptsTest {

    private static final Home HOME = new Home(Path.of(".."));

    private final Problems problems = new Problems();
    private final List<Script> scripts = new ArrayList<>();
    private Reading rules;
    private Books books;

    @BeforeAll
    void read() throws IOException {
        books = new Books(PluginLoader.load(HOME.plugins()), RuleFiles.read(HOME),
                InstantSource.fixed(Instant.parse("2026-12-03T01:00:00Z")));
        rules = books.reading();
        TestFiles.read(HOME, rules, problems).suites().forEach(suite -> scripts.addAll(suite.scripts()));
    }

    @Test
    void noTestFileHasAProblem() {
        List<Problem> all = problems.all();
        assertThat(all).as(new ProblemPrinter(Language.EN).text(all)).isEmpty();
        assertThat(scripts).hasSizeGreaterThan(100);
    }

    @TestFactory
    Stream<DynamicTest> aShippedTranscriptIsWhatHappens() {
        return scripts.stream().map(script -> DynamicTest.dynamicTest(
                script.file() + ": " + script.name().value(), URI.create("file:" + script.file()), () -> {
                    Result result = new Runner(books).run(script);
                    assertThat(result.entries()).noneMatch(entry -> entry.fix().isPresent());
                    assertThat(result.verdict()).as(result.entries().toString()).isEqualTo(Result.Verdict.PASSED);
                }));
    }

    @Test
    void everyRuleAndEveryQuestionOfTheShippedProfilesIsReached() throws InterruptedException {
        List<Coverage> coverage = Coverage.of(rules.book(), new Runner(books).run(scripts, 2));
        assertThat(coverage).extracting(Coverage::profile).contains("service", "nurture", "conversion");
        assertThat(coverage).allSatisfy(each -> assertThat(each.unreached()).as(each.profile()).isEmpty());
    }
}
