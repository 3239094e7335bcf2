package io.qunbot.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;
import io.qunbot.bot.BotConfig;
import io.qunbot.bot.Rolls;
import io.qunbot.bot.reading.Visitor;
import io.qunbot.plugin.mask.Masks;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a list of people that a plugin keeps; each such plugin has a command of its name. */
abstract sealed class RollCommand extends Context implements Callable<Integer> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** How a list is shown. */
    enum Form {
        TEXT,
        JSON,
        CSV
    }

    @Parameters(index = "0", arity = "0..1", paramLabel = "GROUP", description = "群的 id,见 archive groups;不写就是全部 / a group's id, see archive groups; all by default")
    private String group = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "规则里的 id;不写就是全部 / the id of the rules; all by default")
    private String id = "";

    @Option(names = "--format", paramLabel = "text|json|csv", description = "输出格式 / how to show it")
    private Form format = Form.TEXT;

    @Option(names = "--mask", description = "名字和账号打码,不带回答 / hide names, accounts and answers")
    private boolean masked;

    @Option(names = "--plain", description = "群的配置 mask 遮的也显示;会记在 archive log 里 / show what the profile masks; that is in archive log")
    private boolean plain;

    @Option(names = "--as", paramLabel = "NAME", description = "谁在看,--plain 时记下来;默认是登录这台机器的用户 / who reads, for --plain; the user of this machine by default")
    private String by = System.getProperty("user.name", "");

    private final String plugin;

    RollCommand(String plugin) {
        this.plugin = plugin;
    }

    @Override
    public Integer call() {
        List<Rolls.Sheet> sheets = sheets();
        switch (format) {
            case JSON -> out().println(new GsonBuilder().disableHtmlEscaping().create().toJson(sheets));
            case CSV -> sheets.forEach(this::table);
            case TEXT -> sheets.forEach(this::print);
        }
        if (sheets.isEmpty() && format == Form.TEXT) {
            out().println(words("# 没有", "# none"));
        }
        return ExitCode.OK;
    }

    private List<Rolls.Sheet> sheets() {
        BotConfig config = config();
        Path data = home().data(config.data());
        Visitor visitor = new Visitor(by, plugin, Masks.NONE, plain, 0);
        Rolls.Wish wish = new Rolls.Wish(plugin, group, id, masked);
        return Admin.of(data)
                .flatMap(admin -> admin.<List<Rolls.Sheet>>get("/rolls", query(visitor),
                        new TypeToken<List<Rolls.Sheet>>() {
                        }.getType()))
                .orElseGet(() -> offline(data,
                        offline -> offline.rolls(home(), config).of(wish, visitor, InstantSource.system())));
    }

    private Map<String, String> query(Visitor visitor) {
        Map<String, String> query = new HashMap<>(visitor.query());
        query.putAll(Map.of("plugin", plugin, "group", group, "id", id, "masked", String.valueOf(masked)));
        return query;
    }

    private void print(Rolls.Sheet sheet) {
        String begin = sheet.begin().isEmpty() ? "" : "  " + time(sheet.begin());
        String name = sheet.name().isEmpty() ? sheet.group() : sheet.name() + " (" + sheet.group() + ")";
        out().println("# " + name + "  " + sheet.id() + "  " + sheet.title() + begin + "  "
                + words(sheet.lines().size() + " 位", sheet.lines().size() + " people"));
        int number = 0;
        for (Rolls.Line line : sheet.lines()) {
            String values = sheet.columns().stream().filter(line.values()::containsKey)
                    .map(column -> column + "=" + line.values().get(column)).collect(Collectors.joining("  "));
            out().println(++number + ". " + line.name() + "  " + time(line.at())
                    + (line.state().isEmpty() ? "" : "  " + state(line)) + (values.isEmpty() ? "" : "  " + values));
        }
    }

    private String state(Rolls.Line line) {
        return switch (line.state()) {
            case "in" -> words("报上了", "in");
            case "waiting" -> words("候补", "waiting");
            default -> line.state();
        };
    }

    private void table(Rolls.Sheet sheet) {
        List<String> head = new ArrayList<>(List.of("group", "id", "name", "member", "at", "state"));
        head.addAll(sheet.columns());
        row(head);
        for (Rolls.Line line : sheet.lines()) {
            List<String> cells = new ArrayList<>(List.of(sheet.group(), sheet.id(), line.name(), line.member(),
                    line.at(), line.state()));
            sheet.columns().forEach(column -> cells.add(line.values().getOrDefault(column, "")));
            row(cells);
        }
    }

    private void row(List<String> cells) {
        out().println(cells.stream().map(RollCommand::cell).collect(Collectors.joining(",")));
    }

    /** What members typed must not become a formula in a colleague's spreadsheet. */
    private static String cell(String text) {
        String safe = text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    private String time(String iso) {
        return TIME.format(Instant.parse(iso).atZone(zone()));
    }

    /** {@code qunbot signup [GROUP] [ID]}. */
    @Command(name = "signup", mixinStandardHelpOptions = true, description = "谁报了名、谁在候补 / who signed up, and who waits")
    static final class Signup extends RollCommand {
        Signup() {
            super("signup");
        }
    }

    /** {@code qunbot rollcall [GROUP] [ID]}. */
    @Command(name = "rollcall", mixinStandardHelpOptions = true, description = "谁打了卡、连续几天 / who reported, and for how many days")
    static final class Rollcall extends RollCommand {
        Rollcall() {
            super("rollcall");
        }
    }
}
