package io.qunbot.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;
import io.qunbot.bot.Revisions;
import io.qunbot.bot.publish.Cause;
import io.qunbot.bot.publish.RuleVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code qunbot history}: every version of the rules that took effect. */
@Command(name = "history", mixinStandardHelpOptions = true, description = "规则生效过的每个版本 / every version of the rules that took effect")
final class HistoryCommand extends Context implements Callable<Integer> {

    private static final int FEW = 20;

    @Option(names = "--format", paramLabel = "text|json", description = "输出格式 / how to show them")
    private CheckCommand.Format format = CheckCommand.Format.TEXT;

    @Option(names = "-n", paramLabel = "N", description = "最近多少个,默认 20 / how many, 20 by default")
    private int most = FEW;

    @Override
    public Integer call() {
        if (most < 1) {
            throw wrong(words("-n 至少是 1", "-n is at least 1"));
        }
        List<RuleVersion> all = new Versioned(this).get("/history", Map.of(), new TypeToken<List<RuleVersion>>() {
        }.getType(), Revisions::all);
        List<RuleVersion> newest = all.stream().limit(most).toList();
        if (format == CheckCommand.Format.JSON) {
            out().println(new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create().toJson(newest));
        } else {
            newest.forEach(version -> print(version, isCurrent(version, all)));
            if (all.size() > newest.size()) {
                out().println(words("还有 " + (all.size() - newest.size()) + " 个更早的,用 -n 看",
                        (all.size() - newest.size()) + " more before these, see -n"));
            }
        }
        return ExitCode.OK;
    }

    private static boolean isCurrent(RuleVersion version, List<RuleVersion> all) {
        return all.stream().filter(each -> each.cause() != Cause.KEPT).findFirst().filter(version::equals).isPresent();
    }

    private void print(RuleVersion version, boolean current) {
        out().println(version.version() + "  " + Versioned.time(version.at()) + "  "
                + version.cause().words().in(language()) + (current ? words("  ← 现在", "  <- now") : ""));
        RuleVersion.Change change = version.change();
        if (version.id() == 1) {
            out().println("    " + words(change.files().size() + " 个文件", change.files().size() + " files"));
        } else {
            change.files().forEach(edit -> out().println("    " + edit));
        }
        Changes.of(change, version.cause() == Cause.PROMOTE, language()).forEach(line -> out().println("    " + line));
    }
}
