package io.qunbot.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;
import io.qunbot.bot.Funnel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code qunbot funnel}: who was invited from one kind of group to another, and who came. */
@Command(name = "funnel", mixinStandardHelpOptions = true, description = "群到群:邀请了几位、进来几位、多久进来 / from one kind of group to another: invited, joined, and how soon")
final class FunnelCommand extends Context implements Callable<Integer> {

    @Option(names = "--days", paramLabel = "N", description = "最近多少天,默认 90 / how many days back, 90 by default")
    private int days = 90;

    @Option(names = "--format", paramLabel = "text|json", description = "输出格式 / how to show it")
    private CheckCommand.Format format = CheckCommand.Format.TEXT;

    @Override
    public Integer call() {
        Path data = data();
        List<Funnel.Edge> edges = Admin.of(data)
                .flatMap(admin -> admin.<List<Funnel.Edge>>get("/funnel", Map.of("days", String.valueOf(days)),
                        new TypeToken<List<Funnel.Edge>>() {
                        }.getType()))
                .orElseGet(() -> offline(data, offline -> offline.funnel(days)));
        if (format == CheckCommand.Format.JSON) {
            out().println(new GsonBuilder().disableHtmlEscaping().create().toJson(edges));
            return ExitCode.OK;
        }
        edges.forEach(this::print);
        out().println(edges.isEmpty()
                ? words("# 还没有邀请过谁(lifecycle 的 invite)", "# nobody was invited yet (invite of lifecycle)")
                : words("# 企业微信不能替人换群:邀请由同事发出入群码,客户自己进来",
                        "# WeCom lets nobody be moved: a colleague sends the join way, and the customer joins"));
        return ExitCode.OK;
    }

    private void print(Funnel.Edge edge) {
        String time = edge.hours() < 0
                ? ""
                : words(",一半在 ", ", half of them within ") + edge.hours() + words(" 小时内", " h");
        out().println(edge.from() + " → " + edge.to() + "  " + edge.way() + words("  邀请 ", "  invited ")
                + edge.invited() + words(",进来 ", ", joined ") + edge.joined() + time);
    }
}
