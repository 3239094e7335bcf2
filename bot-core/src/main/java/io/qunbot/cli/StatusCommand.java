package io.qunbot.cli;

import io.qunbot.bot.Offline;
import io.qunbot.bot.Status;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** {@code qunbot status}: how the bot is. */
@Command(name = "status", mixinStandardHelpOptions = true, description = "机器人现在怎么样 / how the bot is")
final class StatusCommand extends Context implements Callable<Integer> {

    @Override
    public Integer call() {
        Path data = data();
        Status status = Admin.of(data).flatMap(admin -> admin.<Status>get("/status", Map.of(), Status.class))
                .orElseGet(() -> offline(data, Offline::status));
        print(status);
        return status.held().isEmpty() && status.missing().isEmpty() && status.failing().isEmpty()
                ? ExitCode.OK
                : ExitCode.FINDINGS;
    }

    private void print(Status status) {
        out().println(status.running()
                ? words("正在运行 ", "running ") + status.version()
                : words("没有在运行;以下来自数据目录", "not running; this is from the data folder"));
        line("规则版本", "rules", status.book());
        line("配置", "profiles", pairs(status.profiles()));
        line("沿用旧版的文件", "files of which the last good version runs", String.join(" ", status.held()));
        line("没有生效的文件", "files not in force", String.join(" ", status.missing()));
        line("通道", "channels", pairs(status.channels()));
        line("插件", "plugins", String.join(" ", status.plugins()));
        line("计数", "counts", pairs(withoutZeros(status.counts())));
        line("发出", "outbox", pairs(status.outbox()));
        status.failing().forEach(failing -> line("出错的插件", "failing", failing));
    }

    private void line(String zh, String en, String value) {
        if (!value.isEmpty()) {
            out().println(words(zh, en) + ": " + value);
        }
    }

    private static Map<String, Long> withoutZeros(Map<String, Long> counts) {
        Map<String, Long> some = new TreeMap<>(counts);
        some.values().removeIf(count -> count == 0);
        return some;
    }

    private static String pairs(Map<String, ?> values) {
        return values.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
