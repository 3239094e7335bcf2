package io.qunbot.load;

import io.qunbot.bot.Home;
import io.qunbot.bot.PluginLoader;
import io.qunbot.bot.RuleFiles;
import io.qunbot.bot.TestFiles;
import io.qunbot.profile.Reading;
import io.qunbot.simulation.run.Books;
import io.qunbot.simulation.run.Result;
import io.qunbot.simulation.run.Runner;
import io.qunbot.transcript.Script;
import io.qunbot.yaml.Problems;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * How long many cases take: {@code TranscriptLoad HOME CASES THREADS}. The cases of the home are run again and again until there
 * are so many; reading rules and tests counts, the start of the JVM does not.
 */
final class TranscriptLoad {

    private TranscriptLoad() {}

    public static void main(String[] arguments) throws Exception {
        Home home = new Home(Path.of(arguments[0]));
        int cases = Integer.parseInt(arguments[1]);
        int threads = Integer.parseInt(arguments[2]);
        for (int round = 1; round <= 3; round++) {
            long start = System.nanoTime();
            Duration cpu = cpu();
            Books books = new Books(PluginLoader.load(home.plugins()), RuleFiles.read(home), InstantSource.system());
            Reading rules = books.reading();
            List<Script> scripts = new ArrayList<>();
            TestFiles.read(home, rules, new Problems()).suites().forEach(suite -> scripts.addAll(suite.scripts()));
            List<Script> many = new ArrayList<>();
            while (many.size() < cases) {
                many.add(scripts.get(many.size() % scripts.size()));
            }
            List<Result> results = new Runner(books).run(many, threads);
            long failed = results.stream().filter(Result::failed).count();
            System.out.printf("round %d: %d cases, %d failed, %.1f s, %.1f s of CPU%n", round, results.size(), failed,
                    (System.nanoTime() - start) / 1e9, cpu().minus(cpu).toMillis() / 1e3);
        }
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
