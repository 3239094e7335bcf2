package io.qunbot.cli;

import io.qunbot.bot.BotConfig;
import io.qunbot.bot.ConfigReader;
import io.qunbot.bot.DataFolder;
import io.qunbot.bot.Home;
import io.qunbot.bot.Offline;
import io.qunbot.bot.RuleFiles;
import io.qunbot.profile.HouseZone;
import io.qunbot.yaml.Language;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.ProblemPrinter;
import io.qunbot.yaml.Problems;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What most commands share: the home, the language, where to print. */
abstract sealed class Context permits RunCommand, CheckCommand, SayCommand, StatusCommand, ReloadCommand,
        ArchiveCommand.Tail, ArchiveSearchCommand, ArchiveSearchCommand.Reindex, ArchiveCommand.Groups, ArchiveImport,
        ArchiveExport, ArchiveStatsCommand, ArchiveLog,
        ArchiveVerify, ArchiveErase,
        ArchiveMedia, ArchiveDecode,
        BackupCommand,
        UnansweredCommand, QualityCommand, TestCommand,
        KeywordsCommand.LintCommand, HistoryCommand, DiffCommand, RollbackCommand, PromoteCommand, PlanCommand,
        StatsCommand, ReportCommand, TryCommand, SchemaCommand, EffectiveCommand, NewCommand.HomeCommand,
        NewCommand.ProfileCommand,
        NewCommand.PluginCommand, ExplainCommand, OutboxCommand, OutboxCommand.Retry,
        OutboxCommand.Cancel, DeskCommand, LeadsCommand, DealCommand, SourcesCommand, FunnelCommand, DeskCommand.Mark,
        RotaCommand,
        RotaCommand.TakeLeave, RotaCommand.Trade,
        WouldCommand, WouldCommand.Mark, DoctorCommand, JoinWayCommand.Add, JoinWayCommand.Ways, JoinWayCommand.Remove,
        AppChatCommand.Create, AppChatCommand.Update, RollCommand, EntryCommand, ScheduleCommand, ScheduleCommand.Run,
        ScheduleCommand.Pause, ScheduleCommand.Resume, MemberCommand, SegmentsCommand, CampaignCommand.Look,
        CampaignCommand.State, CampaignCommand.Stop {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--home", paramLabel = "DIR", description = "放着 config/ 和 rules/ 的目录 / the folder of config/ and rules/")
    private Path home = Path.of(System.getProperty("qunbot.home", "."));

    private Optional<ZoneId> zone = Optional.empty();

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

    /** What was asked for makes no sense: shown with the command's form, exit 2. */
    ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }

    static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name));
    }

    /** The configuration; when it is wrong its errors are shown and the command ends. */
    BotConfig config() {
        Problems problems = new Problems();
        Optional<BotConfig> config = new ConfigReader(Context::environment).read(home(), problems);
        if (config.isEmpty()) {
            show(problems.all());
        }
        return config
                .orElseThrow(() -> new Trouble("config/bot.yaml 有错误,见上", "config/bot.yaml has mistakes, see above"));
    }

    /** Shows problems, if there are any, beside the results. */
    void show(List<Problem> problems) {
        if (!problems.isEmpty()) {
            err().println(new ProblemPrinter(language()).text(problems));
        }
    }

    /** Asks the data folder itself, when no bot holds it. */
    <T> T offline(Path data, Function<Offline, T> question) {
        try {
            return Offline.in(data, question);
        } catch (NoSuchFileException _) {
            throw new Trouble("还没有数据目录 " + data + ":机器人还没有启动过",
                    "there is no data folder " + data + " yet: the bot never ran");
        } catch (DataFolder.Held held) {
            throw held(data, held);
        } catch (IOException failure) {
            throw Trouble.of("打不开数据目录", "the data folder cannot be opened", failure);
        }
    }

    static Trouble held(Path data, DataFolder.Held held) {
        String by = held.by().isEmpty() ? "" : " (" + held.by() + ")";
        return new Trouble("数据目录 " + data + " 正被另一个 qunbot 使用" + by,
                "the data folder " + data + " is in use by another qunbot" + by);
    }

    /** Whether this is the folder that commands look in unless they are told another. */
    boolean isUsualHome() {
        Path usual = Path.of(System.getProperty("qunbot.home", "."));
        return new Home(home).equals(new Home(usual));
    }

    /** The zone in which operators read times: that of the profiles, not the machine's. */
    ZoneId zone() {
        ZoneId known = zone.orElseGet(() -> {
            try {
                return HouseZone.of(RuleFiles.read(home()));
            } catch (IOException _) {
                return HouseZone.of(Collections.emptySortedMap());
            }
        });
        zone = Optional.of(known);
        return known;
    }

    /** The data folder of this home's configuration. */
    Path data() {
        return home().data(config().data());
    }
}
