package io.qunbot.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;
import io.qunbot.bot.BotConfig;
import io.qunbot.bot.Refused;
import io.qunbot.bot.member.Headcount;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qunbot segments}: how many are in each segment, and how many were a week ago. */
@Command(name = "segments", mixinStandardHelpOptions = true, description = "每个分群多少人、比上周多几个、多少人联系不上 / how many are in each segment, how many more than a week ago, how many nobody could write to")
final class SegmentsCommand extends Context implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "SEGMENT", description = "只看一个,默认全部 / only this one")
    private String segment = "";

    @Option(names = {"-p",
            "--profile"}, paramLabel = "PROFILE", description = "用这份配置的分群 / take the segments of this profile")
    private String profile = "";

    @Option(names = "--format", paramLabel = "text|json", description = "输出格式 / how to show it")
    private CheckCommand.Format format = CheckCommand.Format.TEXT;

    @Override
    public Integer call() {
        return show(this, counts(this, profile, segment), format);
    }

    static int show(Context context, List<Headcount> counts, CheckCommand.Format format) {
        if (format == CheckCommand.Format.JSON) {
            context.out().println(new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create().toJson(counts));
        } else {
            print(context, counts);
        }
        return ExitCode.OK;
    }

    static List<Headcount> counts(Context context, String profile, String segment) {
        BotConfig config = context.config();
        Path data = context.home().data(config.data());
        try {
            return Admin.of(data)
                    .flatMap(admin -> admin.<List<Headcount>>get("/segments",
                            Map.of("profile", profile, "segment", segment), new TypeToken<List<Headcount>>() {
                            }.getType()))
                    .orElseGet(() -> context.offline(data,
                            offline -> offline.segments(context.home(), config, profile, segment)));
        } catch (Refused refused) {
            throw new Trouble(refused.words().zh(), refused.words().en());
        }
    }

    private static void print(Context context, List<Headcount> counts) {
        if (counts.isEmpty()) {
            context.out().println(context.words("# 没有分群:写在 config/tags.yaml 的 segments 里",
                    "# no segments: write them under segments in config/tags.yaml"));
        }
        counts.forEach(each -> context.out().println(each.segment() + "  " + each.members()
                + context.words(" 人", " people") + change(context, each)
                + (each.unreachable() == 0
                        ? ""
                        : context.words(",联系不上 ", ", not reachable: ") + each.unreachable())
                + (each.optedOut() == 0 ? "" : context.words(",退订 ", ", opted out: ") + each.optedOut())));
    }

    private static String change(Context context, Headcount count) {
        if (count.before() < 0) {
            return "";
        }
        int more = count.members() - count.before();
        return context.words(",比 " + count.since() + " ", ", since " + count.since() + " ")
                + (more == 0
                        ? context.words("没变", "no change")
                        : more > 0 ? "+" + more : String.valueOf(more));
    }
}
