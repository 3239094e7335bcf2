package io.qunbot.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;
import io.qunbot.bot.desk.Worklist;
import io.qunbot.chat.Verdict;
import io.qunbot.yaml.Durations;
import io.qunbot.yaml.Mistake;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qunbot would}: what the bot would have said where it only watches, as a sheet to be marked. */
@Command(name = "would", mixinStandardHelpOptions = true, description = "只看不说(mode: watch)时本来会说什么,逐条批改 / what the bot would have said while it only watches, to be marked line by line", subcommands = WouldCommand.Mark.class)
final class WouldCommand extends Context implements Callable<Integer> {

    /** How the sheet is shown. */
    enum Format {
        text,
        csv,
        json
    }

    @Parameters(arity = "0..1", paramLabel = "GROUP", description = "只看这个群 / only this group")
    private String group = "";

    @Option(names = "--since", paramLabel = "TIME", description = "最近多久,默认 1d / how far back, 1d by default")
    private String since = "1d";

    @Option(names = "--format", paramLabel = "text|csv|json", description = "输出格式;csv 可以用表格软件打开 / how to show it; csv is for spreadsheets")
    private Format format = Format.text;

    @Override
    public Integer call() {
        List<Worklist.Item> items = items(from());
        switch (format) {
            case json -> out().println(new GsonBuilder().disableHtmlEscaping().create().toJson(items));
            case csv -> csv(items);
            case text -> sheet(items);
        }
        return ExitCode.OK;
    }

    private Instant from() {
        try {
            return InstantSource.system().instant().minus(Durations.parse(since));
        } catch (Mistake mistake) {
            throw wrong("--since: " + words(mistake.message().zh(), mistake.message().en()));
        }
    }

    private List<Worklist.Item> items(Instant from) {
        Path data = data();
        return Admin.of(data)
                .flatMap(admin -> admin.<List<Worklist.Item>>get("/would",
                        Map.of("group", group, "since", from.toString()),
                        new TypeToken<List<Worklist.Item>>() {
                        }.getType()))
                .orElseGet(() -> offline(data, offline -> offline.worklist().watched(group, from)));
    }

    private void sheet(List<Worklist.Item> items) {
        if (items.isEmpty()) {
            out().println(words("# 没有:没有一份 mode: watch 的配置想说话", "# none: no profile with mode: watch wanted to speak"));
            return;
        }
        for (Worklist.Item item : items) {
            String mark = item.verdict().isEmpty() ? "[  ]" : "[" + item.verdict() + "]";
            out().println(
                    mark + " " + item.id() + "  " + DeskCommand.time(this, item.since()) + "  " + item.group() + "  "
                            + item.rule());
            if (!item.quote().isEmpty()) {
                out().println(words("     问:", "     asked: ") + item.quote());
            }
            out().println(words("     会说:", "     would say: ") + item.text());
            if (!item.note().isEmpty()) {
                out().println(words("     改成:", "     better: ") + item.note());
            }
        }
        out().println(words("批改:./qunbot would mark 编号 对|不对|“换一种说法”",
                "mark them: ./qunbot would mark ID right|wrong|'other words'"));
    }

    private void csv(List<Worklist.Item> items) {
        out().println("id,time,group,rule,asked,would_say,verdict,better");
        items.forEach(item -> out().println(Stream.of(String.valueOf(item.id()), item.since(), item.group(),
                item.rule(), item.quote(), item.text(), item.verdict(), item.note()).map(WouldCommand::cell)
                .collect(Collectors.joining(","))));
    }

    /** A member's words must not become a formula of the spreadsheet that opens them. */
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }

    /** {@code qunbot would mark ID VERDICT}. */
    @Command(name = "mark", mixinStandardHelpOptions = true, description = "批改一条:对、不对,或者该怎么说 / mark a line: right, wrong, or what should be said")
    static final class Mark extends Context implements Callable<Integer> {

        @Parameters(index = "0", paramLabel = "ID", description = "第几条,见 would / which one, see would")
        private long id;

        @Parameters(index = "1", paramLabel = "对|不对|TEXT", description = "right | wrong | 换一种说法 / other words")
        private String verdict = "";

        @Override
        public Integer call() {
            Verdict known = Verdict.of(verdict).filter(each -> each == Verdict.RIGHT || each == Verdict.WRONG)
                    .orElse(Verdict.CHANGED);
            return DeskCommand.judge(this, id, known, "", known == Verdict.CHANGED ? verdict : "");
        }
    }
}
