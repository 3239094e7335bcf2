package io.qunbot.cli;

import io.qunbot.bot.Archive;
import io.qunbot.bot.reading.Leaf;
import io.qunbot.bot.reading.Visitor;
import io.qunbot.bot.search.Wish;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qunbot archive export}: what was said, in its order, page after page, so that any amount passes through. */
@Command(name = "export", mixinStandardHelpOptions = true, description = "导出存档,旧的在前:csv 给表格,jsonl 给程序,html 给人看 / export the archive, oldest first: for spreadsheets, programs, people")
final class ArchiveExport extends Context implements Callable<Integer> {

    private static final int PAGE = 1000;
    private static final int SAY_EVERY = 50_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** What it is written as. */
    enum Format {
        CSV,
        JSONL,
        HTML
    }

    @Parameters(arity = "0..1", paramLabel = "WORDS", description = "只要有这些字的;不写就是全部 / only what contains this; everything without it")
    private String sought = "";

    @Mixin
    private final Narrowing narrowing = new Narrowing();

    @Mixin
    private final Sight sight = new Sight();

    @Option(names = "--format", paramLabel = "csv|jsonl|html", description = "写成什么,默认 jsonl / as what, jsonl by default")
    private Format format = Format.JSONL;

    @Option(names = "--full", description = "csv、jsonl 里也写机器人的话来自哪条规则、哪个版本、结果 / rule, version and outcome of the bot's words in csv and jsonl too")
    private boolean full;

    @Option(names = {"-o",
            "--file"}, paramLabel = "FILE", description = "写到文件,写完才出现;不写就输出到屏幕 / into a file, which is there once it is whole; to stdout without it")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        Wish wish = narrowing.wish(sought, PAGE, "", 0, true);
        Visitor visitor = sight.visitor("export " + format.name().toLowerCase(Locale.ROOT));
        try {
            if (file.toString().isEmpty()) {
                write(wish, visitor, out());
                out().flush();
            } else {
                long count = save(wish, visitor);
                err().println(words("导出了 " + count + " 条到 " + file, count + " messages are in " + file));
            }
        } catch (IOException failure) {
            throw Trouble.of("写不了导出的文件", "the export cannot be written", failure);
        }
        return ExitCode.OK;
    }

    private long save(Wish wish, Visitor visitor) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path part = Files.createTempFile(folder, ".export", ".part"); // which nobody else may read
        try {
            long count;
            try (BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                count = write(wish, visitor, out);
            }
            Files.move(part, file.toAbsolutePath(), StandardCopyOption.REPLACE_EXISTING);
            return count;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private long write(Wish wish, Visitor visitor, Writer out) throws IOException {
        Sheet sheet = sheet(out);
        sheet.begin();
        long count = Reading.in(this, reading -> format == Format.HTML && wish.group().isEmpty()
                ? groupByGroup(reading, wish, visitor, sheet)
                : pages(reading, wish, visitor, sheet, 0).count());
        sheet.end(count);
        return count;
    }

    private Sheet sheet(Writer out) {
        return switch (format) {
            case CSV -> new Sheet.Table(out, full);
            case JSONL -> new Sheet.Lines(out, full);
            case HTML -> new HtmlSheet(out, language(), new HtmlSheet.Heading(narrowing.words(),
                    words("导出于 ", "exported ") + TIME.format(Instant.now().atZone(ZoneId.systemDefault()))));
        };
    }

    /** How far an export is. */
    private record Progress(long count, long visit) {}

    /** People read a group at a time. */
    private long groupByGroup(Reading reading, Wish wish, Visitor visitor, Sheet sheet) {
        Progress progress = new Progress(0, visitor.visit());
        for (Archive.Conversation group : reading.groups()) {
            progress = pages(reading, wish.in(group.id()), visitor.in(progress.visit()), sheet, progress.count());
        }
        return progress.count();
    }

    private Progress pages(Reading reading, Wish wish, Visitor visitor, Sheet sheet, long before) {
        long count = before;
        Visitor current = visitor;
        Wish next = wish;
        do {
            Leaf leaf = reading.page(next, current);
            leaf.hits().forEach(sheet::take);
            say(count, leaf.hits().size());
            count += leaf.hits().size();
            current = current.in(leaf.visit());
            next = next.from(leaf.page());
        } while (!next.page().isEmpty());
        return new Progress(count, current.visit());
    }

    private void say(long before, int more) {
        if (!file.toString().isEmpty() && (before + more) / SAY_EVERY > before / SAY_EVERY) {
            err().println(words("已导出 ", "exported so far: ") + (before + more));
            err().flush();
        }
    }
}
