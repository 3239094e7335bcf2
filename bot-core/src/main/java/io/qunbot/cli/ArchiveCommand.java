package io.qunbot.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;
import io.qunbot.bot.Archive;
import io.qunbot.bot.BotConfig;
import io.qunbot.bot.reading.ReadingRoom;
import io.qunbot.bot.reading.Visitor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qunbot archive …}: which groups there are, and what was said. */
@Command(name = "archive", mixinStandardHelpOptions = true, description = "会话存档 / the archive", subcommands = {
        ArchiveCommand.Groups.class, ArchiveCommand.Tail.class, ArchiveImport.class, ArchiveMedia.class,
        ArchiveDecode.class, ArchiveSearchCommand.class, ArchiveSearchCommand.Reindex.class, ArchiveExport.class,
        ArchiveStatsCommand.class, ArchiveLog.class, ArchiveVerify.class, ArchiveErase.class})
final class ArchiveCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new MissingParameterException(spec.commandLine(), List.of(), "");
    }

    private static String json(Object value) {
        return new GsonBuilder().disableHtmlEscaping().create().toJson(value);
    }

    /** {@code qunbot archive groups}. */
    @Command(name = "groups", mixinStandardHelpOptions = true, description = "见过哪些群:id、种类、通道 / the groups met: id, kind, channel")
    static final class Groups extends Context implements Callable<Integer> {

        @Option(names = "--format", paramLabel = "text|json", description = "输出格式 / how to show them")
        private CheckCommand.Format format = CheckCommand.Format.TEXT;

        @Override
        public Integer call() {
            List<Archive.Conversation> groups = groups();
            if (format == CheckCommand.Format.JSON) {
                out().println(json(groups));
            } else {
                groups.forEach(group -> out().println(group.id() + "  " + group.kind() + "  " + group.channel()));
            }
            return ExitCode.OK;
        }

        private List<Archive.Conversation> groups() {
            BotConfig config = config();
            Path data = home().data(config.data());
            return Admin.of(data)
                    .flatMap(admin -> admin.<List<Archive.Conversation>>get("/archive/groups", Map.of(),
                            new TypeToken<List<Archive.Conversation>>() {
                            }.getType()))
                    .orElseGet(() -> offline(data, offline -> offline.groups(config)));
        }
    }

    /** {@code qunbot archive tail GROUP}. */
    @Command(name = "tail", mixinStandardHelpOptions = true, description = "一个群最近的消息 / a group's newest messages")
    static final class Tail extends Context implements Callable<Integer> {

        private static final Duration POLL = Duration.ofSeconds(1);
        private static final int FOLLOWED = 200;
        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

        @Parameters(paramLabel = "GROUP", description = "群的 id,见 archive groups;一对一会话写 通道:成员 / a group's id, see archive groups; channel:member for a one-to-one conversation")
        private String group = "";

        @Option(names = "-n", paramLabel = "N", description = "最近多少条 / how many events")
        private int events = 20;

        @Option(names = "--format", paramLabel = "text|json", description = "输出格式 / how to show them")
        private CheckCommand.Format format = CheckCommand.Format.TEXT;

        @Mixin
        private final Sight sight = new Sight();

        @Option(names = {"-f", "--follow"}, description = "接着看新来的,Ctrl-C 结束 / go on with what comes; Ctrl-C ends it")
        private boolean follow;

        @Override
        public Integer call() throws InterruptedException {
            if (events < 1) {
                throw wrong(words("-n 至少是 1", "-n is at least 1"));
            }
            if (follow && Admin.of(data()).isEmpty()) {
                throw new Trouble("机器人没有在运行,不会有新消息:去掉 -f,或者先 ./qunbot run",
                        "no bot is running, so nothing will come: leave out -f, or start it with ./qunbot run");
            }
            int most = follow ? Math.max(events, FOLLOWED) : events;
            ReadingRoom.Tail tail = Reading.in(this, reading -> lines(reading, most, sight.visitor("tail"), 0));
            List<Archive.Line> newest = tail.lines().subList(Math.max(0, tail.lines().size() - events),
                    tail.lines().size());
            if (format == CheckCommand.Format.JSON && !follow) {
                out().println(json(newest));
            } else {
                newest.forEach(this::print);
                out().flush();
            }
            if (follow) {
                follow(tail);
            }
            return ExitCode.OK;
        }

        private void follow(ReadingRoom.Tail first) throws InterruptedException {
            Visitor visitor = sight.visitor("tail").in(first.visit());
            Following following = new Following(first.lines());
            int shown = 0;
            while (true) {
                Thread.sleep(POLL);
                int more = shown;
                List<Archive.Line> fresh = following.fresh(
                        Reading.in(this, reading -> lines(reading, FOLLOWED, visitor, more)).lines());
                fresh.forEach(this::print);
                out().flush();
                shown = fresh.size();
            }
        }

        private ReadingRoom.Tail lines(Reading reading, int most, Visitor visitor, int more) {
            return reading.tail(group, most, visitor, more).orElseThrow(() -> new Trouble(
                    "没有见过这个群:" + group + "。见过哪些群:./qunbot archive groups",
                    "this group was never seen: " + group + "; those that were: ./qunbot archive groups"));
        }

        private void print(Archive.Line line) {
            if (format == CheckCommand.Format.JSON) {
                out().println(json(line));
                return;
            }
            String who = line.from().isEmpty()
                    ? "(" + line.type() + ")"
                    : line.type().equals("said") ? line.from() : line.from() + " (" + line.type() + ")";
            out().println(TIME.format(Instant.parse(line.at()).atZone(ZoneId.systemDefault())) + " " + who + ": "
                    + line.text() + (line.recalled() ? words(" [已撤回]", " [recalled]") : "")
                    + (line.outcome().isEmpty() ? "" : "  [" + line.outcome() + "]"));
        }
    }
}
