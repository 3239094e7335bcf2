package io.qunbot.cli;

import com.google.gson.reflect.TypeToken;
import io.qunbot.bot.Archive;
import io.qunbot.bot.BotConfig;
import io.qunbot.bot.Lint;
import io.qunbot.bot.reading.Visitor;
import io.qunbot.cli.report.ReportFormat;
import io.qunbot.plugin.Sample;
import io.qunbot.plugin.mask.Masks;
import io.qunbot.yaml.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qunbot keywords …}: what the rules' words do. */
@Command(name = "keywords", mixinStandardHelpOptions = true, description = "关键词 / keywords", subcommands = {
        KeywordsCommand.LintCommand.class})
final class KeywordsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new MissingParameterException(spec.commandLine(), List.of(), "");
    }

    /** {@code qunbot keywords lint [FILE…]}. */
    @Command(name = "lint", mixinStandardHelpOptions = true, description = "找出会误答、从不命中、互相抢的关键词 / find keywords that fire too often, never, or in each other's way")
    static final class LintCommand extends Context implements Callable<Integer> {

        private static final int NEWEST = 2_000;

        @Parameters(paramLabel = "FILE", arity = "0..*", description = "只看这些文件,例如 rules/service.yaml;默认全部 / these files only, such as rules/service.yaml; all by default")
        private List<String> files = List.of();

        @Option(names = "--format", paramLabel = "text|concise|json|github|sarif", description = "输出格式 / how to show them")
        private ReportFormat format = ReportFormat.TEXT;

        @Override
        public Integer call() {
            Optional<List<String>> heard = heard();
            Lint.Report report = Lint.of(home(), new Sample(Lint.idleChat(), heard.orElse(List.of())));
            List<Problem> findings = report.findings().stream().filter(this::isWanted).toList();
            report.broken().stream().sorted().forEach(this::unread);
            String written = format.write(findings, language());
            if (!written.isEmpty()) {
                out().println(written);
            }
            if (format.isCounted()) {
                out().println(summary(findings.size(), heard));
            }
            return findings.isEmpty() && report.broken().isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
        }

        private void unread(String file) {
            err().println(words(file + " 有错误,没有看它的规则;先用 check 改好",
                    file + " has errors, its rules were not looked at: mend them first, see check"));
        }

        private boolean isWanted(Problem finding) {
            String name = finding.place().source().name();
            return files.isEmpty() || files.stream().anyMatch(file -> file.equals(name) || file.endsWith("/" + name));
        }

        private String summary(int count, Optional<List<String>> heard) {
            String found = count == 0 ? words("没有发现", "nothing found") : words(count + " 处", count + " found");
            return heard.filter(lines -> !lines.isEmpty()).isPresent()
                    ? found
                    : found + words(";还没有存档,所以没有看哪些规则从来没用到",
                            "; there is no archive yet, so rules that are never hit were not looked for");
        }

        /** What members said in all conversations, the newest of each; empty when the bot never ran. */
        private Optional<List<String>> heard() {
            BotConfig config = config();
            Path data = home().data(config.data());
            if (!Files.isDirectory(data)) {
                return Optional.empty();
            }
            List<Archive.Conversation> groups = Admin.of(data).map(LintCommand::groups)
                    .orElseGet(() -> offline(data, offline -> offline.groups(config)));
            return Optional.of(groups.isEmpty() ? List.of() : Reading.in(this, reading -> heard(reading, groups)));
        }

        private static List<Archive.Conversation> groups(Admin admin) {
            return admin.<List<Archive.Conversation>>get("/archive/groups", Map.of(),
                    new TypeToken<List<Archive.Conversation>>() {
                    }.getType()).orElse(List.of());
        }

        private static List<String> heard(Reading reading, List<Archive.Conversation> groups) {
            Visitor visitor = new Visitor(System.getProperty("user.name", ""), "keywords lint", Masks.NONE, false, 0);
            return groups.stream().flatMap(group -> reading.tail(group.id(), NEWEST, visitor, 0).stream())
                    .flatMap(tail -> tail.lines().stream()).filter(LintCommand::isSaid).map(Archive.Line::text)
                    .toList();
        }

        private static boolean isSaid(Archive.Line line) {
            return line.type().equals("said") && !line.from().equals("bot");
        }
    }
}
