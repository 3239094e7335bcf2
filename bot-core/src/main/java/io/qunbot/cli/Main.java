package io.qunbot.cli;

import io.qunbot.bot.Version;
import io.qunbot.http.EventLoops;
import io.qunbot.store.Store;
import io.qunbot.store.StoreException;
import io.qunbot.yaml.Language;
import io.qunbot.yaml.Words;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code qunbot}: the entrance. */
@Command(name = "qunbot", mixinStandardHelpOptions = true, version = "qunbot "
        + Version.NUMBER, description = "企业微信群机器人 / group chats on WeCom, run by rules", subcommands = {
                RunCommand.class, CheckCommand.class, SayCommand.class, StatusCommand.class,
                ReloadCommand.class, ArchiveCommand.class, UnansweredCommand.class, QualityCommand.class,
                BackupCommand.class, TestCommand.class, KeywordsCommand.class, HistoryCommand.class, DiffCommand.class,
                RollbackCommand.class, PromoteCommand.class, PlanCommand.class, StatsCommand.class, ReportCommand.class,
                TryCommand.class,
                SchemaCommand.class, EffectiveCommand.class, NewCommand.class, ExplainCommand.class,
                OutboxCommand.class, DeskCommand.class, RotaCommand.class, WouldCommand.class, DoctorCommand.class,
                JoinWayCommand.class, EntryCommand.class, AppChatCommand.class, RollCommand.Signup.class,
                RollCommand.Rollcall.class, ScheduleCommand.class, LeadsCommand.class, DealCommand.class,
                SourcesCommand.class, FunnelCommand.class, MemberCommand.class,
                SegmentsCommand.class, CampaignCommand.class})
public final class Main implements Runnable {

    /** Whoever is told to stop gets so long; the store takes no harm from being left. */
    private static final Duration LAST = Duration.ofSeconds(30);
    private static final CountDownLatch OVER = new CountDownLatch(1);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private String language = "";

    @Option(names = "--lang", scope = ScopeType.INHERIT, paramLabel = "zh|en", description = "语言,默认跟随系统 / language, the system's by default")
    void speak(String asked) {
        if (!asked.equals("zh") && !asked.equals("en")) {
            throw new ParameterException(spec.commandLine(), "--lang zh | en: " + asked);
        }
        language = asked;
    }

    /** Runs a command and exits with its code. */
    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals("run")) {
            Thread.ofPlatform().daemon().name("prepare").start(Main::prepare);
        }
        System.exit(main(new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8), arguments));
    }

    private static int main(PrintWriter out, PrintWriter err, String... arguments) {
        try {
            return run(out, err, arguments);
        } finally {
            OVER.countDown();
        }
    }

    /** Waits until the command is over and has said what it had to say; for what happens while the process ends. */
    static void awaitEnd() {
        try {
            if (!OVER.await(LAST.toSeconds(), TimeUnit.SECONDS)) {
                LoggerFactory.getLogger(Main.class).warn("the command does not come to an end and is left as it is");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a start needs in any case, while the command line is still being read. */
    private static void prepare() {
        Store.prepare();
        EventLoops.prepare();
    }

    /** Runs a command. @return its exit code */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        Main main = new Main();
        CommandLine commandLine = new CommandLine(main).setOut(out).setErr(err);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.getSubcommands().forEach((name, command) -> command
                .setUnmatchedOptionsArePositionalParams(name.equals("member"))); // -TAG takes a tag off
        commandLine.setExecutionExceptionHandler((failure, command, _) -> main.explain(failure, command));
        commandLine.setParameterExceptionHandler((failure, _) -> main.usage(failure));
        return commandLine.execute(arguments);
    }

    private int explain(Exception failure, CommandLine command) {
        Optional<Words> trouble = trouble(failure);
        if (trouble.isPresent()) {
            command.getErr().println("qunbot: " + trouble.get().in(language()));
            return ExitCode.ENVIRONMENT;
        }
        command.getErr().println(language() == Language.ZH
                ? "qunbot: 程序出错了,这是我们的问题,请把下面的内容发给我们:"
                : "qunbot: this is our bug; please send us what follows:");
        failure.printStackTrace(command.getErr());
        return ExitCode.BUG;
    }

    /** What the world refused, in a sentence; empty when the failure is our own. */
    private static Optional<Words> trouble(Exception failure) {
        return switch (failure) {
            case Trouble trouble -> Optional.of(trouble.words());
            case StoreException store -> Optional.of(new Words("数据库用不了:" + store.getMessage(),
                    "the store cannot be used: " + store.getMessage()));
            case UncheckedIOException file -> Optional.of(new Words("读写失败:" + file.getMessage(),
                    "reading or writing failed: " + file.getMessage()));
            default -> Optional.empty();
        };
    }

    /** Without a command, or when only half of one was said, the commands are listed; else how this one is written. */
    private int usage(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        boolean incomplete = wrong instanceof MissingParameterException && !command.getSubcommands().isEmpty();
        command.getErr().println("qunbot: " + (incomplete
                ? words("要做什么?", "which command?")
                : words("命令没写对:", "wrong usage: ") + wrong.getMessage()));
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
        command.getErr().println(incomplete
                ? command.getUsageMessage().strip()
                : command.getHelp().fullSynopsis().strip());
        return ExitCode.USAGE;
    }

    @Override
    public void run() {
        throw new MissingParameterException(spec.commandLine(), List.of(), "");
    }

    private String words(String zh, String en) {
        return language() == Language.ZH ? zh : en;
    }

    /** The language that was asked for, else the system's, else Chinese. */
    Language language() {
        return (language.isEmpty() ? systemLanguage() : language).equals("en") ? Language.EN : Language.ZH;
    }

    /** The locale of the environment; a machine that sets none, or only C, is taken for Chinese. */
    private static String systemLanguage() {
        for (String name : new String[]{"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = System.getenv(name);
            if (value != null && !value.isEmpty()) {
                return value.toLowerCase(Locale.ROOT).startsWith("en") ? "en" : "zh";
            }
        }
        return "zh";
    }
}
