package io.qunbot.cli;

import io.qunbot.cli.testing.JsonResults;
import io.qunbot.cli.testing.JunitXml;
import io.qunbot.cli.testing.Outcomes;
import io.qunbot.cli.testing.Selection;
import io.qunbot.cli.testing.TextResults;
import io.qunbot.cli.testing.Trials;
import io.qunbot.simulation.run.Result;
import io.qunbot.simulation.run.Rewriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qunbot test}: do the rules do what the transcripts in rules/tests say? */
@Command(name = "test", mixinStandardHelpOptions = true, description = "跑 rules/tests 里的对话,看规则是不是照着做 / run the transcripts in rules/tests")
final class TestCommand extends Context implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "只跑这些文件 / only these files")
    private List<Path> files = new ArrayList<>();

    @Option(names = "-k", paramLabel = "NAME", description = "只跑名字里有它的用例,可以是正则 / only cases with this in their name, or matching this pattern")
    private String name = "";

    @Option(names = "--update", description = "失败的用例照机器人现在的样子改写 / write what the bot does into cases that fail")
    private boolean update;

    @Option(names = "--junit", paramLabel = "FILE", description = "另写一份 JUnit XML / also write JUnit's XML")
    private Optional<Path> junit = Optional.empty();

    @Option(names = "--coverage", description = "列出没有测到的规则和问答 / list the rules and questions that no case reaches")
    private boolean coverage;

    @Option(names = "--min-coverage", paramLabel = "PERCENT", description = "每份配置至少测到这么多,不然算失败 / each profile must reach this much")
    private Optional<Double> least = Optional.empty();

    @Option(names = "--format", paramLabel = "text|json", description = "输出格式 / how to show the results")
    private CheckCommand.Format format = CheckCommand.Format.TEXT;

    @Override
    public Integer call() throws InterruptedException {
        if (least.isPresent() && !(least.get() >= 0 && least.get() <= 100)) {
            throw wrong(words("--min-coverage 在 0 到 100 之间", "--min-coverage is between 0 and 100"));
        }
        Trials trials = trials();
        show(trials.problems());
        Outcomes outcomes = trials.run(coverage || least.isPresent());
        if (update && outcomes.results().stream().anyMatch(Result::failed)) {
            rewrite(trials, outcomes);
            Trials again = trials();
            show(again.problems());
            outcomes = again.run(coverage || least.isPresent());
        }
        report(outcomes);
        return outcomes.allPassed() && isReached(outcomes) ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private Trials trials() {
        try {
            Trials trials = Trials.of(home(), new Selection(files, name));
            if (trials.isNothingChosen() && (!files.isEmpty() || !name.isEmpty())) {
                throw wrong(words("没有这样的用例", "there is no such case"));
            }
            return trials;
        } catch (Selection.NoSuchFile missing) {
            throw wrong(words("没有这个测试文件:" + missing.file(), "there is no such test file: " + missing.file()));
        } catch (IOException unreadable) {
            throw Trouble.of("读不到规则或测试文件", "the rules or tests cannot be read", unreadable);
        }
    }

    private void rewrite(Trials trials, Outcomes outcomes) {
        try {
            for (Map.Entry<String, List<Rewriter.Change>> file : trials.rewrite(outcomes.results()).entrySet()) {
                for (Rewriter.Change change : file.getValue()) {
                    String what = change.before().isEmpty()
                            ? words("新增 ", "added ") + change.after()
                            : change.after().isEmpty()
                                    ? words("删去 ", "removed ") + change.before()
                                    : change.before() + " → " + change.after();
                    err().println(file.getKey() + ":" + change.line() + ": " + what);
                }
            }
        } catch (IOException failure) {
            throw Trouble.of("写不了测试文件", "a test file cannot be written", failure);
        }
    }

    private void report(Outcomes outcomes) {
        junit.ifPresent(file -> {
            try {
                JunitXml.write(file, outcomes, language());
            } catch (IOException failure) {
                throw Trouble.of("写不了文件", "the file cannot be written", failure);
            }
        });
        if (format == CheckCommand.Format.JSON) {
            out().println(JsonResults.of(outcomes, language()));
            return;
        }
        TextResults texts = new TextResults(language());
        outcomes.results().stream().filter(result -> result.verdict() == Result.Verdict.SKIPPED)
                .forEach(result -> out().println(texts.skipped(result)));
        outcomes.results().stream().filter(Result::failed)
                .forEach(result -> texts.failure(result).forEach(out()::println));
        outcomes.broken().forEach(broken -> out().println(words("没有跑: ", "not run: ") + broken));
        texts.coverage(outcomes.coverage()).forEach(out()::println);
        out().println(outcomes.results().isEmpty() && outcomes.broken().isEmpty()
                ? words("还没有测试:写一个 rules/tests/service.test.yaml,或者用 qunbot try 聊一段再 /save-test",
                        "there are no tests yet: write a rules/tests/service.test.yaml, or chat with qunbot try and /save-test")
                : texts.summary(outcomes));
    }

    private boolean isReached(Outcomes outcomes) {
        return least.isEmpty()
                || outcomes.coverage().stream().allMatch(each -> each.percent() >= least.get());
    }
}
