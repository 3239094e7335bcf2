package io.qunbot.cli;

import com.google.gson.GsonBuilder;
import io.qunbot.bot.BotConfig;
import io.qunbot.bot.Refused;
import io.qunbot.bot.Versions;
import io.qunbot.bot.plan.Plan;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qunbot plan}: what the edited rules would have made of the messages of the last weeks. */
@Command(name = "plan", mixinStandardHelpOptions = true, description = "改好的规则放到最近的消息上跑一遍,看会有什么不同;什么也不会发出 / what edited rules would change, run over the archive; nothing is sent")
final class PlanCommand extends Context implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", paramLabel = "VERSION", description = "换成哪个版本(见 history),默认 rules/ 里现在的文件 / which version (see history); what lies in rules/ by default")
    private String to = Versions.DISK;

    @Option(names = "--against", paramLabel = "VERSION", description = "和哪个版本比;默认正在运行的,改动已经生效时是它前一个 / against which version; what runs by default, or the one before where the edits run already")
    private String from = Versions.RUNNING;

    @Option(names = "--since", paramLabel = "30d", description = "最近多少天,默认 30d / how many days back, 30d by default")
    private String since = "30d";

    @Option(names = "--examples", paramLabel = "N", description = "每条规则举几个例子,默认 3 / how many examples of each rule, 3 by default")
    private int examples = 3;

    @Option(names = "--format", paramLabel = "text|json", description = "输出格式;json 列出每一条 / how to show it; json lists every message")
    private CheckCommand.Format format = CheckCommand.Format.TEXT;

    @Override
    public Integer call() {
        int days = days();
        Plan plan = plan(days);
        if (format == CheckCommand.Format.JSON) {
            out().println(new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create().toJson(plan));
        } else {
            new PlanText(plan, language(), Math.max(0, examples)).lines(days).forEach(out()::println);
        }
        return ExitCode.OK;
    }

    private int days() {
        String digits = since.endsWith("d") ? since.substring(0, since.length() - 1) : since;
        if (digits.isEmpty() || digits.length() > 5 || !digits.chars().allMatch(Character::isDigit)
                || Integer.parseInt(digits) < 1) {
            throw wrong(words("--since 写天数,例如 30d", "--since takes days, such as 30d"));
        }
        return Integer.parseInt(digits);
    }

    private Plan plan(int days) {
        BotConfig config = config();
        Path data = home().data(config.data());
        Map<String, String> query = Map.of("from", from, "to", to, "days", String.valueOf(days));
        try {
            return Admin.of(data).flatMap(admin -> admin.<Plan>get("/plan", query, Plan.class))
                    .orElseGet(() -> offline(data, offline -> offline.plan(home(), config, from, to, days)));
        } catch (Refused refused) {
            throw new Trouble(refused.words().zh(), refused.words().en());
        }
    }
}
