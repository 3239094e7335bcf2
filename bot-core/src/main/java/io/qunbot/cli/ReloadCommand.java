package io.qunbot.cli;

import io.qunbot.bot.Reloaded;
import io.qunbot.yaml.Language;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code qunbot reload}: the rule files as they are now take effect, those that are good. */
@Command(name = "reload", mixinStandardHelpOptions = true, description = "让改过的规则生效 / put the changed rules in force")
final class ReloadCommand extends Context implements Callable<Integer> {

    @Override
    public Integer call() {
        Reloaded reloaded = Admin.of(data())
                .flatMap(admin -> admin.<Reloaded>post("/reload", Map.of(), Reloaded.class))
                .orElseThrow(() -> new Trouble("没有在运行的机器人;规则在启动时读取", "no bot is running; rules are read at its start"));
        String problems = language() == Language.ZH ? reloaded.zh() : reloaded.en();
        if (!problems.isEmpty()) {
            out().println(problems);
        }
        reloaded.change().files().forEach(edit -> out().println(edit));
        Changes.of(reloaded.change(), false, language()).forEach(line -> out().println(line));
        out().println(words("已生效:规则版本 ", "in force: rules ") + reloaded.book());
        reloaded.held().forEach(
                file -> out().println(file + words(" 有错误,继续用上一个好的版本", " has mistakes: its last good version goes on")));
        reloaded.missing()
                .forEach(file -> out().println(file + words(" 有错误,没有生效", " has mistakes and is not in force")));
        return reloaded.errors() > 0 ? ExitCode.FINDINGS : ExitCode.OK;
    }
}
