package io.qunbot.cli;

import io.qunbot.bot.BotConfig;
import io.qunbot.bot.ConfigReader;
import io.qunbot.bot.Home;
import io.qunbot.yaml.Language;
import io.qunbot.yaml.ProblemPrinter;
import io.qunbot.yaml.Problems;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What most commands share: the home, the language, where to print. */
abstract sealed class Context permits RunCommand, CheckCommand, SayCommand, StatusCommand, ReloadCommand,
        ArchiveCommand.Tail, BackupCommand {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--home", paramLabel = "DIR", description = "放着 config/ 和 rules/ 的目录 / the folder of config/ and rules/")
    private Path home = Path.of(System.getProperty("qunbot.home", "."));

    Home home() {
        if (!Files.isDirectory(home)) {
            throw new Trouble("没有这个目录:" + home, "no such folder: " + home);
        }
        return new Home(home);
    }

    Language language() {
        return ((Main) spec.root().userObject()).language();
    }

    /** The sentence in the operator's language. */
    String words(String zh, String en) {
        return language() == Language.ZH ? zh : en;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name));
    }

    /** The configuration; when it is wrong its problems are shown and the command ends. */
    BotConfig config() {
        Problems problems = new Problems();
        Optional<BotConfig> config = new ConfigReader(Context::environment).read(home(), problems);
        if (!problems.all().isEmpty()) {
            err().println(new ProblemPrinter(language()).text(problems.all()));
        }
        return config
                .orElseThrow(() -> new Trouble("config/bot.yaml 有错误,见上", "config/bot.yaml has mistakes, see above"));
    }

    /** The data folder of this home's configuration. */
    Path data() {
        return home().data(config().data());
    }
}
