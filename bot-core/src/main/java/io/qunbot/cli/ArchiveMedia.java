package io.qunbot.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;
import io.qunbot.bot.BotConfig;
import io.qunbot.bot.archive.media.MediaList;
import io.qunbot.bot.reading.Visitor;
import io.qunbot.plugin.keep.Size;
import io.qunbot.plugin.mask.Masks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qunbot archive media SEQ}: the pictures and files of a message, and one of them as a file. */
@Command(name = "media", mixinStandardHelpOptions = true, description = "一条消息的图片、视频、文件:到了没有,取出来 / the pictures, films and files of a message: whether they are here, and one as a file")
final class ArchiveMedia extends Context implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "SEQ", description = "消息的 seq,archive search 和 tail 的 json 里有 / the message's seq, as the JSON of archive search and tail says")
    private long seq;

    @Option(names = "--to", paramLabel = "FILE", description = "取到这个文件或目录;已经有的不覆盖 / where to put it, a file or a folder; nothing is overwritten")
    private Path to = Path.of("");

    @Option(names = "--part", paramLabel = "N", description = "一条里有几个时是第几个,从 0 数 / which one of several, from 0")
    private int part;

    @Option(names = "--as", paramLabel = "NAME", description = "谁取,记在 archive log 里;默认是登录这台机器的用户 / who takes it, for archive log; the user of this machine by default")
    private String by = System.getProperty("user.name", "");

    @Option(names = "--again", description = "没拉下来的都再试一次 / try again whatever could not be fetched")
    private boolean again;

    @Option(names = "--format", paramLabel = "text|json", description = "输出格式 / how to show them")
    private CheckCommand.Format format = CheckCommand.Format.TEXT;

    @Override
    public Integer call() {
        if (again) {
            out().println(words("再试 ", "tried again: ") + tryAgain());
            return ExitCode.OK;
        }
        if (seq < 1) {
            throw wrong(words("要写消息的 seq,或者 --again", "a message's seq is wanted, or --again"));
        }
        if (!to.toString().isEmpty()) {
            return give(taken());
        }
        List<MediaList.Line> lines = lines();
        if (format == CheckCommand.Format.JSON) {
            out().println(new GsonBuilder().disableHtmlEscaping().create().toJson(lines));
        } else if (lines.isEmpty()) {
            out().println(words("# 这条消息没有图片、视频、文件", "# this message holds no media"));
        } else {
            lines.forEach(this::print);
        }
        return ExitCode.OK;
    }

    private int tryAgain() {
        Path data = home().data(config().data());
        return Admin.of(data).flatMap(admin -> admin.<Map<String, Integer>>submit("/archive/media/again",
                Map.of("all", "true"), new TypeToken<Map<String, Integer>>() {
                }.getType())).map(answer -> answer.getOrDefault("again", 0))
                .orElseGet(() -> offline(data,
                        offline -> offline.archive().media(data).again(InstantSource.system().instant())));
    }

    private List<MediaList.Line> lines() {
        BotConfig config = config();
        Path data = home().data(config.data());
        return Admin.of(data).flatMap(admin -> admin.<List<MediaList.Line>>get("/archive/media",
                Map.of("id", String.valueOf(seq)), new TypeToken<List<MediaList.Line>>() {
                }.getType())).orElseGet(() -> offline(data, offline -> offline.archive().media(data).of(seq)));
    }

    /** Whoever takes a copy is written down as whoever reads. */
    private MediaList.Line taken() {
        BotConfig config = config();
        Path data = home().data(config.data());
        Visitor visitor = new Visitor(by, "media", Masks.NONE, false, 0);
        Map<String, String> form = new HashMap<>(visitor.query());
        form.putAll(Map.of("id", String.valueOf(seq), "part", String.valueOf(part)));
        Optional<Admin> admin = Admin.of(data);
        Optional<MediaList.Line> line = admin.isPresent()
                ? admin.get().submit("/archive/media/take", form, MediaList.Line.class)
                : offline(data,
                        offline -> offline.archive().media(data).take(seq, part, visitor, InstantSource.system()));
        return line.orElseThrow(
                () -> new Trouble("消息 " + seq + " 没有第 " + part + " 个文件", "message " + seq + " has no medium " + part));
    }

    private void print(MediaList.Line line) {
        String state = switch (line.state()) {
            case "stored" -> line.path();
            case "waiting" -> words("还在拉,到了 ", "being fetched, so far ") + Size.print(line.got());
            case "failed" -> words("没拉下来", "could not be fetched");
            case "unwanted" -> words("没有要", "not wanted");
            default -> words("已经去掉", "taken away");
        };
        out().println(line.part() + "  " + line.type() + "  " + (line.size() > 0 ? Size.print(line.size()) + "  " : "")
                + (line.name().isEmpty() ? "" : line.name() + "  ") + state
                + (line.reason().isEmpty() ? "" : "  [" + line.reason() + "]"));
    }

    private int give(MediaList.Line line) {
        if (line.path().isEmpty()) {
            print(line);
            return ExitCode.ENVIRONMENT;
        }
        Path target = Files.isDirectory(to) ? to.resolve(called(line)) : to;
        try {
            Files.copy(Path.of(line.path()), target);
        } catch (IOException failure) {
            throw Trouble.of("写不了 " + target, "cannot write " + target, failure);
        }
        out().println(target);
        return ExitCode.OK;
    }

    /** What somebody called it may hold anything. */
    private static String called(MediaList.Line line) {
        String name = line.name().replaceAll("[\\p{Cntrl}/\\\\:]", "_").replaceFirst("^\\.+", "");
        return name.isBlank() ? line.seq() + "-" + line.part() : line.seq() + "-" + line.part() + "-" + name;
    }
}
