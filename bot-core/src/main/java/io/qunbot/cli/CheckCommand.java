package io.qunbot.cli;

import io.qunbot.bot.Check;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.ProblemPrinter;
import io.qunbot.yaml.Severity;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code qunbot check}: every mistake of every file, at once. */
@Command(name = "check", mixinStandardHelpOptions = true, description = "检查 config 和 rules 里的所有问题 / find every mistake in config and rules")
final class CheckCommand extends Context implements Callable<Integer> {

    /** How the problems are shown. */
    enum Format {
        TEXT,
        JSON
    }

    @Option(names = "--format", paramLabel = "text|json", description = "输出格式 / how to show them")
    private Format format = Format.TEXT;

    @Override
    public Integer call() {
        List<Problem> problems = Check.of(home(), Context::environment);
        long errors = problems.stream().filter(problem -> problem.severity() == Severity.ERROR).count();
        ProblemPrinter printer = new ProblemPrinter(language());
        if (format == Format.JSON) {
            out().println(printer.json(problems));
        } else {
            if (!problems.isEmpty()) {
                out().println(printer.text(problems));
            }
            out().println(summary(errors, problems.size() - errors));
        }
        return errors > 0 ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private String summary(long errors, long warnings) {
        if (errors + warnings == 0) {
            return words("没有问题", "no problems");
        }
        return words(errors + " 个错误,%d 个警告".formatted(warnings),
                count(errors, "error") + ", " + count(warnings, "warning"));
    }

    private static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
