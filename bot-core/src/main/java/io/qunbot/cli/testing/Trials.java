package io.qunbot.cli.testing;

import io.qunbot.bot.Home;
import io.qunbot.bot.PluginLoader;
import io.qunbot.bot.RuleFiles;
import io.qunbot.bot.TestFiles;
import io.qunbot.profile.Profile;
import io.qunbot.profile.Reading;
import io.qunbot.simulation.run.Books;
import io.qunbot.simulation.run.Coverage;
import io.qunbot.simulation.run.Result;
import io.qunbot.simulation.run.Rewriter;
import io.qunbot.simulation.run.Runner;
import io.qunbot.transcript.Script;
import io.qunbot.transcript.Suite;
import io.qunbot.transcript.SuiteCheck;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;

/** The cases of a home that were chosen, ready to be run. Needs no running bot, no data folder and no configuration. */
public final class Trials {

    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final Home home;
    private final Books books;
    private final Reading rules;
    private final Set<String> files;
    private final List<Suite> suites;
    private final List<Problem> problems;
    private final List<Script> scripts = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

    /** What a home holds of rules and tests. */
    private record Material(Home home, Books books, Reading rules, Set<String> files) {}

    private Trials(Material material, List<Suite> suites, List<Problem> problems, Selection selection) {
        this.home = material.home();
        this.books = material.books();
        this.rules = material.rules();
        this.files = material.files();
        this.suites = suites;
        this.problems = problems.stream().filter(problem -> problem.severity() == Severity.ERROR).toList();
        suites.forEach(suite -> choose(suite, selection));
    }

    /**
     * Reads rules and tests.
     *
     * @throws Selection.NoSuchFile when a chosen file does not exist
     * @throws IOException when a file can't be read
     */
    public static Trials of(Home home, Selection selection) throws IOException {
        Books books = new Books(PluginLoader.load(home.plugins()), RuleFiles.read(home), InstantSource.system());
        Reading rules = books.reading();
        Problems problems = new Problems();
        rules.problems().forEach(problems::add);
        SortedMap<String, byte[]> files = selection.files(home, RuleFiles.tests(home));
        TestFiles tests = TestFiles.of(files, rules, problems);
        return new Trials(new Material(home, books, rules, files.keySet()), tests.suites(), problems.all(), selection);
    }

    private void choose(Suite suite, Selection selection) {
        Optional<Profile> profile = rules.book().profile(suite.profile().value());
        suite.broken().stream().filter(selection::has).forEach(this::cannotRun);
        suite.scripts().stream().filter(selection::has).forEach(script -> {
            boolean sound = profile.isPresent()
                    && SuiteCheck.problems(script, profile.get().services()).isEmpty();
            if (sound || (profile.isPresent() && script.skip().isPresent())) {
                scripts.add(script);
            } else {
                cannotRun(script.name());
            }
        });
    }

    private void cannotRun(Located<String> name) {
        broken.add(name.place().source().name() + ":" + name.place().line() + " " + name.value());
    }

    /** The errors of rules and tests. */
    public List<Problem> problems() {
        return problems;
    }

    /** Whether there is no case at all among those that were chosen. */
    public boolean isNothingChosen() {
        return scripts.isEmpty() && broken.isEmpty();
    }

    /** Runs them. */
    public Outcomes run(boolean coverage) throws InterruptedException {
        long start = System.nanoTime();
        List<Result> results = new Runner(books).run(scripts, THREADS);
        double seconds = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
        List<String> all = new ArrayList<>(broken);
        all.addAll(unreadable());
        return new Outcomes(results, all, coverage ? Coverage.of(rules.book(), results) : List.of(), seconds);
    }

    /** The files with mistakes of which no case can be named. */
    private List<String> unreadable() {
        return problems.stream().map(problem -> problem.place().source().name()).distinct()
                .filter(file -> files.contains(file) && broken.stream().noneMatch(each -> each.startsWith(file + ":")))
                .toList();
    }

    /**
     * Writes what the bot does into the files of cases that failed.
     *
     * @return what was changed, by file
     */
    public Map<String, List<Rewriter.Change>> rewrite(List<Result> results) throws IOException {
        Map<String, List<Rewriter.Change>> changed = new LinkedHashMap<>();
        for (Suite suite : suites) {
            Rewriter rewriter = new Rewriter(suite.source().text());
            results.stream().filter(Result::failed)
                    .filter(result -> result.script().file().equals(suite.source().name())).forEach(rewriter::take);
            if (!rewriter.changes().isEmpty()) {
                Files.writeString(path(suite.source().name()), rewriter.rewritten());
                changed.put(suite.source().name(), rewriter.changes());
            }
        }
        return changed;
    }

    private Path path(String name) {
        Path path = Path.of(name);
        return path.isAbsolute() ? path : home.root().resolve(path);
    }
}
