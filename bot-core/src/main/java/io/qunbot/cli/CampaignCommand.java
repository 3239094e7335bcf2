package io.qunbot.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;
import io.qunbot.bot.BotConfig;
import io.qunbot.bot.Offline;
import io.qunbot.bot.Refused;
import io.qunbot.bot.campaign.Outlook;
import io.qunbot.bot.campaign.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qunbot campaign}: who would get a campaign, and what became of it. */
@Command(name = "campaign", mixinStandardHelpOptions = true, description = "群发:现在会发给谁、经谁的手,发得怎样了 / campaigns: who would get one now from whom, and what became of it", subcommands = {
        CampaignCommand.Look.class, CampaignCommand.State.class, CampaignCommand.Stop.class})
final class CampaignCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "campaign preview | status | stop");
    }

    /** Asks a folder that nobody holds. */
    private interface Question<T> {
        T ask(Offline offline, BotConfig config);
    }

    private static <T> T asked(Context context, Function<Admin, Optional<T>> running, Question<T> stopped) {
        BotConfig config = context.config();
        Path data = context.home().data(config.data());
        try {
            Optional<Admin> admin = Admin.of(data);
            return admin.isPresent()
                    ? running.apply(admin.get()).orElseThrow(() -> new Trouble("这个机器人不认识 campaign,是旧版本吗",
                            "this bot knows no campaign: is it an older version?"))
                    : context.offline(data, offline -> stopped.ask(offline, config));
        } catch (Refused refused) {
            throw new Trouble(refused.words().zh(), refused.words().en());
        }
    }

    private static void json(Context context, Object value) {
        context.out().println(new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create().toJson(value));
    }

    /** {@code qunbot campaign preview ID}. */
    @Command(name = "preview", mixinStandardHelpOptions = true, description = "现在发的话:名单、每位同事各发给谁、谁不发和为什么 / if it were sent now: the list, by colleague, and who is left out and why")
    static final class Look extends Context implements Callable<Integer> {

        @Parameters(paramLabel = "ID", description = "群发的 id / the campaign's id")
        private String id = "";

        @Option(names = {"-p",
                "--profile"}, paramLabel = "PROFILE", description = "哪份配置的,默认第一个有它的 / whose, the first that has it by default")
        private String profile = "";

        @Option(names = "--all", description = "名单写全,不发的人也写 / write the whole list, and those who are left out")
        private boolean all;

        @Option(names = "--format", paramLabel = "text|json", description = "输出格式 / how to show it")
        private CheckCommand.Format format = CheckCommand.Format.TEXT;

        @Override
        public Integer call() {
            Outlook preview = asked(this, admin -> admin.<Outlook>get("/campaign/preview",
                    Map.of("id", id, "profile", profile), Outlook.class),
                    (offline, config) -> offline.preview(home(), config, profile, id));
            if (format == CheckCommand.Format.JSON) {
                json(this, preview);
            } else {
                new CampaignText(out(), language()).print(preview, all);
            }
            return ExitCode.OK;
        }
    }

    /** {@code qunbot campaign status}. */
    @Command(name = "status", mixinStandardHelpOptions = true, description = "群发得怎样了:等确认、发出、没发成和原因 / what became of campaigns: waiting, sent, not sent and why")
    static final class State extends Context implements Callable<Integer> {

        @Parameters(arity = "0..1", paramLabel = "ID", description = "群发的 id,不写就是全部 / the campaign's id, all by default")
        private String id = "";

        @Option(names = "--format", paramLabel = "text|json", description = "输出格式 / how to show it")
        private CheckCommand.Format format = CheckCommand.Format.TEXT;

        @Override
        public Integer call() {
            List<Progress> all = asked(this, admin -> admin.<List<Progress>>get("/campaign", Map.of("id", id),
                    new TypeToken<List<Progress>>() {
                    }.getType()), (offline, config) -> offline.campaigns(home(), config, id));
            if (format == CheckCommand.Format.JSON) {
                json(this, all);
            } else {
                new CampaignText(out(), language()).print(all);
            }
            return ExitCode.OK;
        }
    }

    /** What came of stopping. */
    private record Stopped(int stopped) {}

    /** {@code qunbot campaign stop ID}. */
    @Command(name = "stop", mixinStandardHelpOptions = true, description = "撤回还没有确认的群发任务;以后的用 schedule pause / take back what colleagues have not confirmed; schedule pause is for what is to come")
    static final class Stop extends Context implements Callable<Integer> {

        @Parameters(paramLabel = "ID", description = "群发的 id / the campaign's id")
        private String id = "";

        @Override
        public Integer call() {
            Admin admin = Admin.of(data()).orElseThrow(() -> new Trouble("机器人没有在运行:先 ./qunbot run",
                    "no bot is running: start it with ./qunbot run"));
            int stopped = admin.<Stopped>post("/campaign/stop", Map.of("id", id), Stopped.class).orElseThrow()
                    .stopped();
            out().println(id + ": " + words("撤回了 " + stopped + " 个任务", "taken back: " + stopped));
            return ExitCode.OK;
        }
    }
}
