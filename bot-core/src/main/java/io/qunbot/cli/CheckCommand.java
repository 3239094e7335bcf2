package io.qunbot.cli;

import io.qunbot.bot.Check;
import io.qunbot.cli.report.ReportFormat;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.Severity;
import io.qunbot.yaml.Silences;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code qunbot check}: exit 0 when nothing keeps a file from taking effect. */
@Command(name = "check", mixinStandardHelpOptions = true, description = "检查 config/ 和 rules/,一次说出所有问题 / find every mistake in config/ and rules/")
final class CheckCommand extends Context implements Callable<Integer> {

    /** How other commands' results are written. */
    enum Format {
        TEXT,
        JSON
    }

    @Option(names = "--format", paramLabel = "text|concise|json|github|sarif", description = "输出格式 / how to show them")
    private ReportFormat format = ReportFormat.TEXT;

    @Option(names = "--strict", description = "有警告也以 1 退出 / warnings count as findings, too")
    private boolean strict;

    @Option(names = "--only", paramLabel = "FILE", arity = "1..*", description = "只看这些文件,例如 rules/service.yaml / these files only, such as rules/service.yaml")
    private List<String> only = List.of();

    @Override
    public Integer call() {
        only.forEach(this::known);
        Silences.Result report = new Check(home(), Context::environment, InstantSource.system()).report();
        List<Problem> problems = report.problems().stream().filter(this::isWanted).toList();
        long errors = problems.stream().filter(problem -> problem.severity() == Severity.ERROR).count();
        String written = format.write(problems, language());
        if (!written.isEmpty()) {
            out().println(written);
        }
        if (format.isCounted()) {
            remarks();
            out().println(summary(errors, problems.size() - errors,
                    report.silenced().stream().filter(this::isWanted).count()));
        }
        return errors > 0 || (strict && !problems.isEmpty()) ? ExitCode.FINDINGS : ExitCode.OK;
    }

    /** What is not wrong, and good to know. */
    private void remarks() {
        if (only.isEmpty()) {
            Check.remarks(home()).forEach(remark -> out().println("# " + words(remark.zh(), remark.en())));
        }
    }

    private void known(String file) {
        if (!Files.isRegularFile(home().root().resolve(file)) && !Files.isRegularFile(Path.of(file))) {
            throw wrong(words("没有这个文件:" + file, "no such file: " + file));
        }
    }

    private boolean isWanted(Problem problem) {
        String name = problem.place().source().name();
        return only.isEmpty() || only.stream().map(file -> Path.of(file).normalize().toString().replace('\\', '/'))
                .anyMatch(file -> file.equals(name) || file.endsWith("/" + name));
    }

    private String summary(long errors, long warnings, long silenced) {
        if (errors + warnings + silenced == 0) {
            return words("没有问题", "no problems");
        }
        String none = errors + warnings == 0 ? words("没有问题:", "no problems: ") : "";
        return none + words(
                "%d 个错误,%d 个警告".formatted(errors, warnings) + (silenced == 0 ? "" : ",%d 处已允许".formatted(silenced)),
                count(errors, "error") + ", " + count(warnings, "warning")
                        + (silenced == 0 ? "" : ", " + silenced + " silenced"));
    }

    private static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
