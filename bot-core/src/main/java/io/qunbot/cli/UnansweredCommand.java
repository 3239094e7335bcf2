package io.qunbot.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;
import io.qunbot.bot.BotConfig;
import io.qunbot.bot.Unanswered;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qunbot unanswered}: what members asked and the bot could not answer, ready for the catalogue. */
@Command(name = "unanswered", mixinStandardHelpOptions = true, description = "没答上的问题,归成类,可以直接贴进问答文件 / questions without an answer, alike ones together, ready to be pasted")
final class UnansweredCommand extends Context implements Callable<Integer> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @Parameters(arity = "0..1", paramLabel = "PROFILE", description = "哪份配置,不写就是全部 / a profile's id, all by default")
    private String profile = "";

    @Option(names = "--days", paramLabel = "N", description = "最近多少天,默认 30 / how many days back, 30 by default")
    private int days = 30;

    @Option(names = "--wrong", description = "同事说答错了的 / answers that colleagues called wrong")
    private boolean wrong;

    @Option(names = "--format", paramLabel = "text|json", description = "输出格式 / how to show them")
    private CheckCommand.Format format = CheckCommand.Format.TEXT;

    @Override
    public Integer call() {
        if (days < 1) {
            throw wrong(words("--days 至少是 1", "--days is at least 1"));
        }
        if (wrong) {
            show(ask("/wrong", new TypeToken<List<Unanswered.Wrong>>() {
            }.getType(), Unanswered::wrong), this::print);
        } else {
            show(ask("/unanswered", new TypeToken<List<Unanswered.Group>>() {
            }.getType(), Unanswered::groups), this::print);
        }
        return ExitCode.OK;
    }

    /** What a running bot and a data folder are asked alike. */
    private interface Question<T> {
        List<T> ask(Unanswered unanswered, String profile, Instant since);
    }

    private <T> List<T> ask(String path, Type type, Question<T> question) {
        BotConfig config = config();
        Path data = home().data(config.data());
        return Admin.of(data)
                .flatMap(admin -> admin.<List<T>>get(path, Map.of("profile", profile, "days", String.valueOf(days)),
                        type))
                .orElseGet(() -> offline(data,
                        offline -> offline.unanswered(home(), config, days,
                                (unanswered, since) -> question.ask(unanswered, profile, since))));
    }

    private <T> void show(List<T> found, Consumer<T> print) {
        if (format == CheckCommand.Format.JSON) {
            out().println(new GsonBuilder().disableHtmlEscaping().create().toJson(found));
        } else if (found.isEmpty()) {
            out().println(words("# 没有", "# none"));
        } else {
            found.forEach(print);
        }
    }

    private void print(Unanswered.Group group) {
        String who = String.join(words("、", ", "), group.by());
        String nearest = group.nearest().isEmpty()
                ? ""
                : words(",最接近 ", ", nearest ") + group.nearest() + " " + Math.round(100 * group.confidence()) + "%";
        out().println(words("  # " + group.profile() + ":" + group.count() + " 次," + who + ",最近 ",
                "  # " + group.profile() + ": " + group.count() + "x, by " + who + ", last ") + time(group.last())
                + nearest);
        out().println(group.entry().isEmpty()
                ? "  # " + String.join(" / ", group.wordings())
                : group.entry().stripTrailing());
    }

    private void print(Unanswered.Wrong each) {
        out().println(time(each.at()) + "  " + each.profile() + "  " + each.rule() + "  "
                + String.join(" ", each.question().split("\\s+", -1)));
    }

    private String time(String iso) {
        return TIME.format(Instant.parse(iso).atZone(zone()));
    }
}
