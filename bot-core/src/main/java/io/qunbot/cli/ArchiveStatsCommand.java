package io.qunbot.cli;

import com.google.gson.GsonBuilder;
import io.qunbot.bot.reading.ArchiveStats;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code qunbot archive stats}: how much was said where, when and by whom, and what it takes of the disk. */
@Command(name = "stats", mixinStandardHelpOptions = true, description = "存档里有多少:每群每天、各类消息、谁说得多、撤回、读不懂的、占多少磁盘 / how much is in the archive, of what, by whom, and what it takes")
final class ArchiveStatsCommand extends Context implements Callable<Integer> {

    private static final int DAYS = 60;

    @Mixin
    private final Narrowing narrowing = new Narrowing();

    @Mixin
    private final Sight sight = new Sight();

    @Option(names = "--format", paramLabel = "text|json", description = "输出格式 / how to show them")
    private CheckCommand.Format format = CheckCommand.Format.TEXT;

    @Override
    public Integer call() {
        ArchiveStats.Report report = Reading.in(this,
                reading -> reading.stats(narrowing.wish("", 1, "", 0, false), sight.visitor("stats")));
        if (format == CheckCommand.Format.JSON) {
            out().println(new GsonBuilder().disableHtmlEscaping().create().toJson(report));
        } else {
            print(report);
        }
        return ExitCode.OK;
    }

    private void print(ArchiveStats.Report report) {
        out().println(words("消息 %,d 条:%,d 人说的 %,d 条,机器人说的 %,d 条(%.1f%%),撤回 %,d 条",
                "%,d messages: of %,d people %,d, of the bot %,d (%.1f%%), recalled %,d").formatted(report.messages(),
                        report.people(), report.messages() - report.bot(), report.bot(),
                        100.0 * report.bot() / Math.max(1, report.messages()), report.recalled()));
        counts(words("类型:", "types: "), report.types());
        counts(words("说得最多:", "most by: "), report.who());
        counts(words("读不懂、原样留着的(所有群):", "unread, kept as it came (of all groups): "), report.unread());
        days(report.days());
        ArchiveStats.Disk disk = report.disk();
        out().println(words("磁盘:数据库 %s,索引 %s,媒体文件 %s;每条消息 %,d 字节(数据库和索引,空库也有固定大小)",
                "disk: store %s, index %s, media %s; %,d bytes a message (store and index; an empty one takes room, too)")
                .formatted(size(disk.store()), size(disk.index()), size(disk.media()), disk.perMessage()));
    }

    private void counts(String head, List<ArchiveStats.Count> counts) {
        if (!counts.isEmpty()) {
            out().println(head + counts.stream().map(count -> count.name() + " " + count.messages())
                    .collect(Collectors.joining(words("、", ", "))));
        }
    }

    /** The newest days of each group; all of them are in the JSON. */
    private void days(List<ArchiveStats.Day> days) {
        String group = "";
        for (ArchiveStats.Day day : days.subList(Math.max(0, days.size() - DAYS), days.size())) {
            if (!day.group().equals(group)) {
                group = day.group();
                out().println(day.groupName().isEmpty() ? group : day.groupName() + " (" + group + ")");
            }
            out().println("  " + day.day() + "  " + words(day.messages() + " 条,机器人 " + day.bot(),
                    day.messages() + " messages, the bot's " + day.bot()));
        }
        if (days.size() > DAYS) {
            out().println(words("# 更早的 " + (days.size() - DAYS) + " 行:加 --group、--from,或者 --format json",
                    "# " + (days.size() - DAYS) + " lines before: add --group, --from or --format json"));
        }
    }

    private static String size(long bytes) {
        return bytes < 1 << 20 ? bytes / 1024 + " KB" : String.format(Locale.ROOT, "%.1f MB", bytes / 1048576.0);
    }
}
