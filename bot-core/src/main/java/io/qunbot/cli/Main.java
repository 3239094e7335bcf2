package io.qunbot.cli;

import io.qunbot.bot.Version;
import io.qunbot.yaml.Language;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code qunbot}: the entrance. */
@Command(name = "qunbot", mixinStandardHelpOptions = true, version = "qunbot "
        + Version.NUMBER, description = "企业微信群机器人 / group chats on WeCom, run by rules", subcommands = {
                RunCommand.class, CheckCommand.class, SayCommand.class, StatusCommand.class,
                ReloadCommand.class, ArchiveCommand.class, BackupCommand.class})
public final class Main implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--lang", scope = ScopeType.INHERIT, paramLabel = "zh|en", description = "语言,默认跟随系统 / language, the system's by default")
    private String language = "";

    /** Runs a command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8), arguments));
    }

    /** Runs a command. @return its exit code */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        Main main = new Main();
        CommandLine commandLine = new CommandLine(main).setOut(out).setErr(err);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setExecutionExceptionHandler((failure, command, _) -> main.explain(failure, command));
        commandLine.setParameterExceptionHandler((failure, _) -> usage(failure));
        return commandLine.execute(arguments);
    }

    private int explain(Exception failure, CommandLine command) {
        if (failure instanceof Trouble trouble) {
            command.getErr().println("qunbot: " + trouble.words().in(language()));
            return ExitCode.ENVIRONMENT;
        }
        command.getErr().println(language() == Language.ZH
                ? "qunbot: 程序出错了,这是我们的问题,请把下面的内容发给我们:"
                : "qunbot: this is our bug; please send us what follows:");
        failure.printStackTrace(command.getErr());
        return ExitCode.BUG;
    }

    private static int usage(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println("qunbot: " + wrong.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
        command.getErr().println(command.getHelp().fullSynopsis().strip());
        return ExitCode.USAGE;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), language() == Language.ZH
                ? "要做什么?(qunbot --help)"
                : "which command? (qunbot --help)");
    }

    /** The language that was asked for, else the system's, else Chinese. */
    Language language() {
        return switch (language.isEmpty() ? systemLanguage() : language) {
            case "zh" -> Language.ZH;
            case "en" -> Language.EN;
            default -> throw new ParameterException(spec.commandLine(), "--lang zh | en: " + language);
        };
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
