package io.qunbot.cli;

import com.google.gson.GsonBuilder;
import io.qunbot.bot.Offline;
import io.qunbot.bot.Status;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code qunbot status}: how the bot is. */
@Command(name = "status", mixinStandardHelpOptions = true, description = "机器人现在怎么样 / how the bot is")
final class StatusCommand extends Context implements Callable<Integer> {

    @Option(names = "--format", paramLabel = "text|json", description = "输出格式 / how to show it")
    private CheckCommand.Format format = CheckCommand.Format.TEXT;

    @Option(names = "--all", description = "列出所有的群,不只是最近的 20 个 / all groups, not only the latest 20")
    private boolean all;

    @Override
    public Integer call() {
        Path data = data();
        Status status = Admin.of(data).flatMap(admin -> admin.<Status>get("/status", Map.of(), Status.class))
                .orElseGet(() -> offline(data, Offline::status));
        if (format == CheckCommand.Format.JSON) {
            out().println(new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create().toJson(status));
        } else {
            new StatusText(status, language(), all).lines().forEach(line -> out().println(line));
        }
        return status.held().isEmpty() && status.missing().isEmpty() && status.failing().isEmpty()
                ? ExitCode.OK
                : ExitCode.FINDINGS;
    }
}
