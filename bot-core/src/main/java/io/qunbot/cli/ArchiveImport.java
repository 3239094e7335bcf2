package io.qunbot.cli;

import com.google.gson.GsonBuilder;
import io.qunbot.bot.BotConfig;
import io.qunbot.bot.archive.ImportReport;
import io.qunbot.bot.archive.Importer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qunbot archive import FILE…}: takes in what was said before, by the running bot or without one. */
@Command(name = "import", mixinStandardHelpOptions = true, description = "导入会话存档的文件,一行一条 {\"seq\":N,\"message\":{…}} / take in files of the archive, a message a line")
final class ArchiveImport extends Context implements Callable<Integer> {

    private static final int LOOK_MILLIS = 200;
    private static final int SAY_EVERY = 25;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "文件,按顺序读 / files, read in this order")
    private List<Path> files = List.of();

    @Option(names = "--channel", paramLabel = "CHANNEL", description = "算哪个会话存档通道的,默认是配置里的那个 / the archive's channel; the configured one by default")
    private String channel = "";

    @Option(names = "--format", paramLabel = "text|json", description = "输出格式 / how to show them")
    private CheckCommand.Format format = CheckCommand.Format.TEXT;

    @Override
    public Integer call() {
        files.stream().filter(file -> !Files.isReadable(file)).findFirst().ifPresent(file -> {
            throw new Trouble("读不到文件 " + file, "cannot read " + file);
        });
        BotConfig config = config();
        Path data = home().data(config.data());
        ImportReport report = Admin.of(data).map(this::online).orElseGet(() -> offline(config, data));
        show(report);
        return report.trouble().isEmpty() ? ExitCode.OK : ExitCode.ENVIRONMENT;
    }

    private ImportReport online(Admin admin) {
        String absolute = files.stream().map(file -> file.toAbsolutePath().normalize().toString())
                .collect(Collectors.joining("\n"));
        admin.<ImportReport>submit("/archive/import", Map.of("files", absolute, "channel", channel),
                ImportReport.class);
        return watched(() -> admin.<ImportReport>get("/archive/import", Map.of(), ImportReport.class));
    }

    private ImportReport offline(BotConfig config, Path data) {
        create(data);
        return offline(data, offline -> {
            Thread[] watcher = new Thread[1];
            ImportReport report = offline.archive().bringIn(home(), config, channel, files,
                    importer -> watcher[0] = watch(importer));
            watcher[0].interrupt();
            return report;
        });
    }

    /** Whoever imports before the first start begins the data folder. */
    private static void create(Path data) {
        try {
            Files.createDirectories(data);
        } catch (IOException failure) {
            throw Trouble.of("建不了数据目录", "the data folder cannot be made", failure);
        }
    }

    private Thread watch(Importer importer) {
        return Thread.ofPlatform().daemon().start(() -> watched(() -> Optional.of(importer.progress())));
    }

    /** Says every few seconds how far it is, until it is done. */
    private ImportReport watched(Supplier<Optional<ImportReport>> progress) {
        for (int looks = 1;; looks++) {
            Optional<ImportReport> now = progress.get();
            if (now.isPresent() && now.get().done()) {
                return now.get();
            }
            if (looks % SAY_EVERY == 0 && now.isPresent()) {
                err().println(words("已读 ", "read so far: ") + now.get().lines() + words(" 行", " lines"));
                err().flush();
            }
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException _) {
                return progress.get().orElseThrow();
            }
        }
    }

    private void show(ImportReport report) {
        if (format == CheckCommand.Format.JSON) {
            out().println(new GsonBuilder().disableHtmlEscaping().create().toJson(report));
            return;
        }
        long rate = report.lines() * 1000 / Math.max(1, report.millis());
        out().println(words("读了 %,d 行:新的 %,d 条,已经有的 %,d 条,用了 %.1f 秒(每秒 %,d 条)",
                "%,d lines: %,d new, %,d known before, in %.1f s (%,d a second)").formatted(report.lines(),
                        report.added(), report.known(), report.millis() / 1000.0, rate));
        if (report.dropped() > 0) {
            out().println(words("%,d 条没有留:说的人没有同意存档", "%,d were not kept: who said them had not agreed")
                    .formatted(report.dropped()));
        }
        if (report.unreadable() > 0) {
            out().println(words("%,d 行读不懂,原样留着", "%,d lines cannot be read and are kept as they are")
                    .formatted(report.unreadable()));
        }
        if (report.missing() > 0) {
            out().println(words("序号缺 %,d 条:%s", "%,d sequence numbers are missing: %s").formatted(report.missing(),
                    String.join(", ", report.gaps())));
        }
        if (!report.trouble().isEmpty()) {
            out().println(report.trouble() + words("。再执行一次会接着来,不会重复", "; run it again, nothing is taken twice"));
        }
    }
}
