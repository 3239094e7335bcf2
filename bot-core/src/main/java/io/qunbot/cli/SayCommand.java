package io.qunbot.cli;

import com.google.gson.reflect.TypeToken;
import io.qunbot.bot.BotConfig;
import io.qunbot.bot.ChannelConfig;
import io.qunbot.bot.DataFolder;
import io.qunbot.simulation.Saying;
import io.qunbot.simulation.WecomCaller;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qunbot say}: a real encrypted callback to a running bot, and what it answers. */
@Command(name = "say", mixinStandardHelpOptions = true, description = "像企业微信那样发一条消息给正在运行的机器人 / send a message to a running bot as WeCom would")
final class SayCommand extends Context implements Callable<Integer> {

    private static final int BUSY = 503;

    @Option(names = "--url", description = "机器人的地址,默认从 home 得知 / the bot's address; known from the home by default")
    private String url = "";

    @Option(names = "--channel", paramLabel = "ID", description = "config/bot.yaml 里的通道 / a channel of config/bot.yaml")
    private String channel = "assistant";

    @Parameters(index = "0", paramLabel = "GROUP", description = "群的 id / the group's id")
    private String group = "";

    @Parameters(index = "1", paramLabel = "MEMBER", description = "谁说的 / who says it")
    private String member = "";

    @Parameters(index = "2..*", arity = "1..*", paramLabel = "TEXT", description = "说什么 / what")
    private List<String> text = List.of();

    @Override
    public Integer call() {
        BotConfig config = config();
        ChannelConfig settings = config.channels().get(channel);
        if (settings == null) {
            throw new Trouble("config/bot.yaml 里没有通道 " + channel + ",有:" + String.join("、", config.channels().keySet()),
                    "config/bot.yaml has no channel " + channel + "; it has "
                            + String.join(", ", config.channels().keySet()));
        }
        if (settings.isLine()) {
            throw new Trouble("通道 " + channel + " 用长连接,没有回调地址:在企业微信里对它说,或者用 ./qunbot try 试规则",
                    "channel " + channel
                            + " has a long connection and no callback: talk to it in WeCom, or try the rules with ./qunbot try");
        }
        String base = url.isEmpty() ? address(config) : url;
        InstantSource clock = InstantSource.system();
        try (WecomCaller caller = new WecomCaller(URI.create(base + "/wecom/" + channel), settings.kind().codec(),
                settings.credentials(), clock)) {
            String id = UUID.randomUUID().toString();
            return show(caller.say(new Saying(group, member, String.join(" ", text), id, clock.instant())), id);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return ExitCode.OK;
        } catch (IOException unreachable) {
            throw new Trouble("连不上 " + base + ":先用 ./qunbot run 启动机器人",
                    "nobody answers at " + base + ": start the bot with ./qunbot run");
        }
    }

    private int show(WecomCaller.Answer answer, String id) {
        if (answer.status() != 200) {
            throw answer.status() == BUSY
                    ? new Trouble("机器人现在收不下这条消息 (HTTP 503),见它的日志",
                            "the bot cannot take the message now (HTTP 503), see its log")
                    : new Trouble("机器人拒绝了这条消息 (HTTP " + answer.status() + "):它用的是这个 home 的密钥吗?",
                            "the bot refused the message (HTTP " + answer.status()
                                    + "): does it use this home's keys?");
        }
        out().println(answer.text().orElseGet(() -> words("(机器人没有说话)", "(the bot says nothing)")));
        if (answer.text().isEmpty()) {
            why(id).forEach(line -> err().println("  " + line));
        }
        return ExitCode.OK;
    }

    /** What the stages noted about a message; empty when nobody can be asked. */
    private List<String> why(String id) {
        return Admin.of(data()).flatMap(admin -> admin.<List<String>>get("/why", Map.of("channel", channel, "id", id),
                new TypeToken<List<String>>() {
                }.getType())).orElse(List.of());
    }

    private String address(BotConfig config) {
        try {
            return DataFolder.publicAddress(data())
                    .orElse("http://127.0.0.1:" + config.serverOrDefault().port());
        } catch (IOException unreadable) {
            throw new Trouble("读不到数据目录:" + unreadable.getMessage(),
                    "the data folder cannot be read: " + unreadable.getMessage());
        }
    }
}
