package io.qunbot.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.reflect.TypeToken;
import io.qunbot.bot.reading.Visit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code qunbot archive log}: who looked into the archive, when, for what, and how much was shown. */
@Command(name = "log", mixinStandardHelpOptions = true, description = "谁在什么时候查过、导出过什么,看到多少条;不记看到的内容 / who searched and exported what, and how much was shown; never what")
final class ArchiveLog extends Context implements Callable<Integer> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @Option(names = "--days", paramLabel = "N", description = "最近多少天,默认 30 / how many days back, 30 by default")
    private int days = 30;

    @Option(names = "-n", paramLabel = "N", description = "最多几条,默认 100 / how many at most, 100 by default")
    private int most = 100;

    @Option(names = "--format", paramLabel = "text|json", description = "输出格式 / how to show them")
    private CheckCommand.Format format = CheckCommand.Format.TEXT;

    @Override
    public Integer call() {
        if (days < 1 || days > 36_500 || most < 1) {
            throw wrong(words("--days 和 -n 至少是 1", "--days and -n are at least 1"));
        }
        List<Visit> rows = rows(Instant.now().minus(Duration.ofDays(days)));
        if (format == CheckCommand.Format.JSON) {
            JsonArray all = new JsonArray();
            rows.forEach(row -> all.add(json(row)));
            out().println(new GsonBuilder().disableHtmlEscaping().create().toJson(all));
        } else {
            rows.forEach(row -> out().println(line(row)));
            if (rows.isEmpty()) {
                out().println(words("# 没有人查过", "# nobody looked"));
            }
        }
        return ExitCode.OK;
    }

    private List<Visit> rows(Instant since) {
        Path data = data();
        return Admin.of(data).flatMap(admin -> admin.<List<Visit>>get("/archive/log",
                Map.of("since", since.toString(), "most", String.valueOf(most)), new TypeToken<List<Visit>>() {
                }.getType())).orElseGet(() -> offline(data, offline -> offline.archive().visits(since, most)));
    }

    private static JsonObject json(Visit row) {
        JsonObject json = new JsonObject();
        json.addProperty("id", row.id());
        json.addProperty("at", at(row).toOffsetDateTime().toString());
        json.addProperty("by", row.by());
        json.addProperty("command", row.command());
        json.add("wanted", JsonParser.parseString(row.wanted()));
        json.addProperty("masked", row.masked());
        json.addProperty("hits", row.hits());
        return json;
    }

    private String line(Visit row) {
        String wanted = JsonParser.parseString(row.wanted()).getAsJsonObject().entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue()).collect(Collectors.joining(" "));
        String masked = row.masked().equals("-")
                ? words("  没有遮", "  plain")
                : row.masked().isEmpty() ? "" : words("  遮了 ", "  masked ") + row.masked();
        return TIME.format(at(row)) + "  " + row.by() + "  " + row.command() + "  "
                + (wanted.isEmpty() ? words("全部", "everything") : wanted) + "  "
                + words(row.hits() + " 条", row.hits() + " shown") + masked;
    }

    private static ZonedDateTime at(Visit row) {
        return Instant.parse(row.at()).atZone(ZoneId.systemDefault());
    }
}
