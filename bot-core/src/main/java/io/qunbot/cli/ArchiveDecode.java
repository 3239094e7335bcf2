package io.qunbot.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;
import io.qunbot.bot.BotConfig;
import io.qunbot.bot.archive.Reopened;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code qunbot archive decode}: opens what could not be opened when it came. */
@Command(name = "decode", mixinStandardHelpOptions = true, description = "再打开一次当时打不开的消息(补了私钥以后)/ open what could not be opened when it came, once its key is there")
final class ArchiveDecode extends Context implements Callable<Integer> {

    @Option(names = "--format", paramLabel = "text|json", description = "输出格式 / how to show it")
    private CheckCommand.Format format = CheckCommand.Format.TEXT;

    @Override
    public Integer call() {
        List<Reopened> all = decoded();
        if (format == CheckCommand.Format.JSON) {
            out().println(new GsonBuilder().disableHtmlEscaping().create().toJson(all));
        } else if (all.isEmpty()) {
            out().println(words("# 没有配置会话存档", "# no archive is configured"));
        } else {
            all.forEach(this::print);
        }
        return all.stream().allMatch(each -> each.trouble().isEmpty()) ? ExitCode.OK : ExitCode.ENVIRONMENT;
    }

    private List<Reopened> decoded() {
        BotConfig config = config();
        Path data = home().data(config.data());
        return Admin.of(data)
                .flatMap(admin -> admin.<List<Reopened>>submit("/archive/decode", Map.of("all", "true"),
                        new TypeToken<List<Reopened>>() {
                        }.getType()))
                .orElseGet(() -> offline(data, offline -> offline.archive().decode(home(), config)));
    }

    private void print(Reopened done) {
        long sealed = done.sealed().values().stream().mapToLong(Long::longValue).sum();
        out().println(done.channel() + "  " + words("打开了 ", "opened ") + done.opened()
                + words(" 条,还有 ", ", still sealed ") + sealed + words(" 条没打开", "")
                + (sealed == 0 ? "" : words(",按公钥版本 ", ", by the version of the key ") + done.sealed())
                + (done.trouble().isEmpty() ? "" : "  " + done.trouble()));
    }
}
