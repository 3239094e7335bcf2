package io.qunbot.cli;

import com.google.gson.reflect.TypeToken;
import io.qunbot.bot.Archive;
import io.qunbot.bot.BotConfig;
import io.qunbot.bot.ConfigReader;
import io.qunbot.bot.Home;
import io.qunbot.bot.PluginLoader;
import io.qunbot.bot.RuleFiles;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.cli.trying.Room;
import io.qunbot.cli.trying.Screen;
import io.qunbot.cli.trying.Session;
import io.qunbot.cli.trying.TimeWords;
import io.qunbot.dispatch.Dispatcher;
import io.qunbot.dispatch.Settings;
import io.qunbot.profile.Profile;
import io.qunbot.profile.Reading;
import io.qunbot.simulation.Scratch;
import io.qunbot.simulation.SimulatedPeople;
import io.qunbot.simulation.VirtualBot;
import io.qunbot.transcript.Script;
import io.qunbot.transcript.SuiteReader;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Nearest;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Severity;
import io.qunbot.yaml.Words;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qunbot try}: a chat with the rules, in the terminal; nothing reaches a real group. */
@Command(name = "try", mixinStandardHelpOptions = true, description = "在终端里和规则聊一聊,什么也不会发到真的群里 / chat with the rules; nothing reaches a real group")
final class TryCommand extends Context implements Callable<Integer> {

    private static final String HERE = "试聊群";

    @Parameters(index = "0", paramLabel = "GROUP|PROFILE", description = "哪份配置,或者哪个群 / a profile or a group")
    private String target = "";

    @Option(names = "--as", paramLabel = "MEMBER|ROLE", description = "谁说话:一个名字,或者 owner 这样的岗位 / who speaks: a name, or a post such as owner")
    private String who = "";

    @Option(names = "--at", paramLabel = "TIME", description = "从什么时候开始:09:00、12-04 08:30、2026-12-04 08:30 / when it begins")
    private String at = "";

    @Option(names = "--in", paramLabel = "internal|customer|direct", description = "在哪种会话里,默认 internal / in which kind of conversation")
    private Optional<ChatKind> kind = Optional.empty();

    @Option(names = "--live-memory", description = "用机器人现有记忆的一份拷贝 / with a copy of what the bot remembers")
    private boolean liveMemory;

    @Override
    public Integer call() throws IOException {
        Home home = home();
        try (Scratch folder = liveMemory ? new Scratch(Scratch.Where.DISK) : new Scratch()) {
            if (liveMemory) {
                copyMemory(folder.path());
            }
            chat(home, folder.path());
        }
        return ExitCode.OK;
    }

    private void chat(Home home, Path folder) throws IOException {
        SimulatedPeople people = new SimulatedPeople(Map.of());
        var plugins = PluginLoader.load(home.plugins());
        Room plain = new Room(home, plugins, people, new Chat(new ChatId(HERE), kind.orElse(ChatKind.INTERNAL),
                VirtualBot.CHANNEL), Optional.of(target));
        Reading rules = plain.read();
        show(rules.problems().stream().filter(each -> each.severity() == Severity.ERROR).toList());
        Room room = rules.book().profile(target).isPresent()
                ? plain
                : new Room(home, plugins, people, group(), Optional.empty());
        Profile profile = room.profile(rules);
        if (profile.file().isEmpty()) {
            throw unknown(rules);
        }
        List<String> gateways = gateways(room.chat());
        VirtualBot.Parts parts = new VirtualBot.Parts(folder, people, settings(), gateways, start(profile));
        boolean terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        Screen screen = new Screen(out(), language(), terminal && System.getenv("NO_COLOR") == null);
        try (VirtualBot bot = new VirtualBot(parts, rules.book().profile(target).isPresent()
                ? rules.book().solely(target)
                : rules.book())) {
            out().println(words("和 " + profile.id() + "(" + profile.title() + ")试聊,什么也不会发到真的群里。/help 看命令,/quit 结束。",
                    "Trying " + profile.id() + " (" + profile.title()
                            + "): nothing reaches a real group. /help, /quit."));
            new Session(room, rules, bot, colleagues(home, profile.id()), screen)
                    .run(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                            speaker(room.chat()));
        }
    }

    /** In a one-to-one conversation that the bot met, its member. */
    private String speaker(Chat chat) {
        boolean met = who.isEmpty() && chat.kind() == ChatKind.DIRECT
                && chat.id().value().startsWith(chat.channel() + ":");
        return met ? chat.id().value().substring(chat.channel().length() + 1) : who;
    }

    private static Settings settings() {
        return new Settings(2, Settings.DEFAULT.deadline(), Duration.ofDays(1), Settings.DEFAULT.fresh(),
                Settings.DEFAULT.fetch(), Settings.DEFAULT.most());
    }

    private Instant start(Profile profile) {
        ZoneId zone = profile.services().zone();
        LocalDateTime now = LocalDateTime.ofInstant(InstantSource.system().instant(), zone)
                .truncatedTo(ChronoUnit.MINUTES);
        return (at.isEmpty() ? Optional.of(now) : TimeWords.after(at, now))
                .orElseThrow(() -> wrong(words("看不懂这个时间:" + at + ",照这样写 09:00 或 \"2026-12-04 08:30\"",
                        "no time: " + at + "; write 09:00 or \"2026-12-04 08:30\"")))
                .atZone(zone).toInstant();
    }

    /** The group as the bot met it, else one of that name. */
    private Chat group() {
        return configuration().stream().flatMap(config -> met(config).stream())
                .filter(met -> met.id().equals(target)).findFirst()
                .map(met -> new Chat(new ChatId(target), ChatKind.valueOf(met.kind().toUpperCase(Locale.ROOT)),
                        met.channel()))
                .orElseGet(() -> new Chat(new ChatId(target), kind.orElse(ChatKind.INTERNAL), VirtualBot.CHANNEL));
    }

    private List<Archive.Conversation> met(BotConfig config) {
        Path data = home().data(config.data());
        if (!Files.isDirectory(data)) {
            return List.of();
        }
        return Admin.of(data).<List<Archive.Conversation>>flatMap(
                admin -> admin.get("/archive/groups", Map.of(), new TypeToken<List<Archive.Conversation>>() {
                }.getType())).orElseGet(() -> offline(data, offline -> offline.groups(config)));
    }

    private Optional<BotConfig> configuration() {
        return new ConfigReader(Context::environment).read(home(), new Problems());
    }

    /** Where the bot could speak first, if this were the real group. */
    private List<String> gateways(Chat chat) {
        boolean real = !chat.channel().equals(VirtualBot.CHANNEL);
        return real && configuration().filter(config -> config.canSpeakFirst(chat.channel())).isEmpty()
                ? List.of()
                : List.of(chat.channel());
    }

    private RuntimeException unknown(Reading rules) {
        List<String> profiles = rules.book().profiles().stream().map(Profile::id).distinct().toList();
        Words help = Nearest.help(target, profiles);
        return wrong(words("没有 " + target + " 这份配置,也没有配置管这个群。" + help.zh(),
                "no profile is called " + target + ", and none claims such a group; " + help.en()));
    }

    /** The colleagues whom the profile's tests know by name. */
    private static Map<String, List<Located<String>>> colleagues(Home home, String profile) throws IOException {
        Map<String, List<Located<String>>> people = new LinkedHashMap<>();
        String file = "rules/tests/" + profile + ".test.yaml";
        byte[] bytes = RuleFiles.tests(home).get(file);
        if (bytes != null) {
            SuiteReader.read(file, bytes, new Problems()).filter(suite -> suite.profile().value().equals(profile))
                    .flatMap(suite -> suite.scripts().stream().findFirst()).map(Script::people)
                    .ifPresent(people::putAll);
        }
        return people;
    }

    /** Copies the store and, beside it, which answers were fetched: those that were not would be given again. */
    private void copyMemory(Path folder) throws IOException {
        Path data = data();
        Path target = folder.resolve(VirtualBot.STORE);
        Optional<Admin> running = Admin.of(data);
        if (running.isPresent()) {
            running.get().post("/backup", Map.of("file", target.toString()), Map.class);
        } else {
            offline(data, offline -> offline.backup(target));
        }
        if (Files.exists(data.resolve(Dispatcher.FETCHED))) {
            Files.copy(data.resolve(Dispatcher.FETCHED), folder.resolve(Dispatcher.FETCHED));
        }
    }
}
