package io.qunbot.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;
import io.qunbot.bot.Archive;
import io.qunbot.bot.Offline;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qunbot archive …}: what was said. */
@Command(name = "archive", mixinStandardHelpOptions = true, description = "会话存档 / the archive", subcommands = ArchiveCommand.Tail.class)
final class ArchiveCommand {

    /** {@code qunbot archive tail GROUP}. */
    @Command(name = "tail", mixinStandardHelpOptions = true, description = "一个群最近的消息 / a group's newest messages")
    static final class Tail extends Context implements Callable<Integer> {

        @Parameters(paramLabel = "GROUP", description = "群的 id;一对一会话写 通道:成员 / chat id, or channel:member")
        private String group = "";

        @Option(names = "-n", paramLabel = "N", description = "最近多少条 / how many events")
        private int events = 20;

        @Option(names = "--format", paramLabel = "text|json", description = "输出格式 / how to show them")
        private CheckCommand.Format format = CheckCommand.Format.TEXT;

        @Override
        public Integer call() {
            List<Archive.Line> lines = lines()
                    .orElseThrow(() -> new Trouble("没有见过这个群:" + group, "this group was never seen: " + group));
            if (format == CheckCommand.Format.JSON) {
                out().println(new GsonBuilder().disableHtmlEscaping().create().toJson(lines));
            } else {
                lines.forEach(this::print);
            }
            return ExitCode.OK;
        }

        private Optional<List<Archive.Line>> lines() {
            Path data = data();
            return Admin.of(data)
                    .map(admin -> admin.<List<Archive.Line>>get("/archive/tail",
                            Map.of("group", group, "events", String.valueOf(events)),
                            new TypeToken<List<Archive.Line>>() {
                            }.getType()))
                    .orElseGet(() -> Offline.in(data, offline -> offline.tail(config(), group, events)));
        }

        private void print(Archive.Line line) {
            String who = line.from().isEmpty()
                    ? "(" + line.type() + ")"
                    : line.type().equals("said") ? line.from() : line.from() + " (" + line.type() + ")";
            out().println(line.at() + " " + who + ": " + line.text()
                    + (line.outcome().isEmpty() ? "" : "  [" + line.outcome() + "]"));
        }
    }
}
