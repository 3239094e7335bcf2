package io.qunbot.cli;

import com.google.gson.GsonBuilder;
import io.qunbot.bot.BotConfig;
import io.qunbot.bot.Refused;
import io.qunbot.bot.report.Report;
import io.qunbot.bot.report.Reporter;
import io.qunbot.bot.report.form.HtmlForm;
import io.qunbot.bot.report.form.MarkdownForm;
import io.qunbot.bot.report.form.TextForm;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qunbot report PROFILE|GROUP}: what happened there, for people who forward it. */
@Command(name = "report", mixinStandardHelpOptions = true, description = "一份配置或一个群的周报:新成员、互动、问题和应答、草稿、平衡 / a report of a profile or a group")
final class ReportCommand extends Context implements Callable<Integer> {

    /** How a report is shown. */
    enum Form {
        TEXT,
        MD,
        JSON,
        HTML
    }

    private static final String LAST = "last";

    @Parameters(arity = "0..1", paramLabel = "PROFILE|GROUP", description = "配置的 id、群的 id 或群名 / a profile's id, a group's id or name")
    private String target = "";

    @Option(names = "--week", arity = "0..1", fallbackValue = LAST, paramLabel = "2026-W48", description = "一周,周一到周日:只写 --week 是上一周,也可以写 2026-W48、this(本周);不写 --week 就是最近 7 天 / a week from Monday to Sunday: the last one, or 2026-W48, or this; the last 7 days without it")
    private String week = "";

    @Option(names = "--from", paramLabel = "DATE", description = "从哪天,例如 2026-11-23 / the first day")
    private String from = "";

    @Option(names = "--to", paramLabel = "DATE", description = "到哪天(含) / the last day, inclusive")
    private String to = "";

    @Option(names = "--format", paramLabel = "text|md|json|html", description = "输出格式;html 是单独一个文件,能打印 / how to show it; html is one file that prints well")
    private Form format = Form.TEXT;

    @Override
    public Integer call() {
        if (!week.isEmpty() && !(from + to).isEmpty()) {
            throw wrong(words("--week 和 --from、--to 写一种", "either --week, or --from and --to"));
        }
        takeTarget();
        Report report = report();
        out().println(switch (format) {
            case TEXT -> new TextForm(language()).of(report).stripTrailing();
            case MD -> new MarkdownForm(language()).of(report).stripTrailing();
            case JSON -> new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create().toJson(report);
            case HTML -> new HtmlForm(language()).of(report).stripTrailing();
        });
        return ExitCode.OK;
    }

    /** {@code report --week service}: what follows a week without a name is what the report is about. */
    private void takeTarget() {
        if (target.isEmpty() && !week.isEmpty() && !week.equals(LAST)) {
            target = week;
            week = LAST;
        }
        if (target.isEmpty()) {
            throw wrong(words("写上配置或群,例如 report service --week",
                    "write a profile or a group, such as: report service --week"));
        }
    }

    private Report report() {
        BotConfig config = config();
        Path data = home().data(config.data());
        try {
            return Admin.of(data)
                    .flatMap(admin -> admin.<Report>get("/report",
                            Map.of("target", target, "week", week, "from", from, "to", to), Report.class))
                    .orElseGet(() -> offline(data,
                            offline -> offline.report(home(), config, new Reporter.Wish(target, week, from, to))));
        } catch (Refused refused) {
            throw new Trouble(refused.words().zh(), refused.words().en());
        }
    }
}
