package io.qunbot.cli;

import io.qunbot.bot.Bot;
import io.qunbot.bot.BotConfig;
import io.qunbot.bot.DataFolder;
import io.qunbot.bot.PluginLoader;
import io.qunbot.bot.Rules;
import io.qunbot.bot.Version;
import io.qunbot.plugin.Plugin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code qunbot run}: the bot itself, until it is told to stop. */
@Command(name = "run", mixinStandardHelpOptions = true, description = "启动机器人 / start the bot")
final class RunCommand extends Context implements Callable<Integer> {

    private static final int UNSET = -1;

    @Option(names = "--port", description = "端口,代替 config/bot.yaml 里的 / instead of the configured port")
    private int port = UNSET;

    @Option(names = "--rehearse", hidden = true, description = "start, answer one message, stop")
    private boolean rehearse;

    @Override
    public Integer call() {
        if (port != UNSET && !BotConfig.ServerConfig.isPort(port)) {
            throw wrong(words("没有 " + port + " 这个端口", "there is no port " + port));
        }
        BotConfig config = config();
        Path data = home().data(config.data());
        CompletableFuture<Map<String, Plugin<?>>> plugins = CompletableFuture
                .supplyAsync(() -> PluginLoader.load(home().plugins()));
        try (DataFolder folder = DataFolder.take(data);
                Bot bot = Bot.start(new Bot.Parts(home(), config, folder, plugins, port(config)))) {
            greet(bot, config);
            if (rehearse) {
                Rehearsal.of(bot, config);
            } else {
                awaitEnd();
            }
            return ExitCode.OK;
        } catch (DataFolder.Held held) {
            throw held(data, held);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return ExitCode.OK;
        } catch (IOException failure) {
            throw Trouble.of("启动不了", "cannot start", failure);
        }
    }

    private int port(BotConfig config) {
        return port != UNSET ? port : config.serverOrDefault().port();
    }

    private void greet(Bot bot, BotConfig config) {
        Rules.State rules = bot.rules().state();
        show(rules.problems());
        String address = "http://" + config.serverOrDefault().bind() + ":" + bot.port();
        String profiles = rules.book().profiles().stream().map(each -> each.id() + " " + each.title()).distinct()
                .collect(Collectors.joining(words("、", ", ")));
        String channels = config.channels().entrySet().stream()
                .filter(each -> !each.getValue().isLine() && !each.getValue().isArchive())
                .map(each -> address + "/wecom/" + each.getKey()).collect(Collectors.joining(" "));
        String lines = config.channels().entrySet().stream().filter(each -> each.getValue().isLine())
                .map(Map.Entry::getKey).collect(Collectors.joining(words("、", ", ")));
        out().println(words("群机器人 ", "qunbot ") + Version.NUMBER + words(" 已启动:", " is up: ") + home().root());
        out().println(
                words("配置:", "profiles: ") + profiles + words(" (版本 ", " (version ") + rules.book().version() + ")");
        out().println(words("插件:", "plugins: ") + String.join(words("、", ", "), bot.plugins().keySet()));
        if (!lines.isEmpty()) {
            out().println(words("长连接:", "long connections: ") + lines + words(" (用 ./qunbot status 看连上没有)",
                    " (./qunbot status tells whether they are up)"));
        }
        if (!channels.isEmpty()) {
            out().println(words("回调:", "callbacks: ") + channels);
            out().println(words("试一试:", "try: ") + "./qunbot say "
                    + (isUsualHome() ? "" : "--home " + home().root() + " ") + "demo-service 李雷 '发票怎么开?'");
        }
        out().flush();
    }

    /** The process stays until all is closed and whatever there is to say of it is said. */
    private static void awaitEnd() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            end.countDown();
            Main.awaitEnd();
        }, "shutdown"));
        end.await();
    }
}
