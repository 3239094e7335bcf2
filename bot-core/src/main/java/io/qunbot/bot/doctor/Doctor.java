package io.qunbot.bot.doctor;

import com.google.gson.JsonObject;
import io.qunbot.bot.AppApis;
import io.qunbot.bot.BotConfig;
import io.qunbot.bot.ChannelConfig;
import io.qunbot.bot.Home;
import io.qunbot.chat.Body;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.Posting;
import io.qunbot.wecom.api.ErrorTable;
import io.qunbot.wecom.api.Fields;
import io.qunbot.wecom.api.WecomApi;
import io.qunbot.wecom.customer.CustomerGroups;
import io.qunbot.wecom.robot.RobotGateway;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Secret;
import io.qunbot.yaml.Words;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tries the channels of a configuration. Blocks. */
public final class Doctor {

    private static final Chat GROUP = new Chat(new ChatId("doctor"), ChatKind.INTERNAL, "doctor");
    private static final int CONNECT_MILLIS = 1_000;
    private static final Words CALLBACK = new Words("回调地址", "callback address");

    private final BotConfig config;
    private final Home home;
    private final AppApis apps;
    private final boolean say;

    /** @param say whether robots may really say something in their groups */
    public Doctor(BotConfig config, Home home, boolean say) {
        this.config = config;
        this.home = home;
        this.apps = new AppApis(config.channels());
        this.say = say;
    }

    private interface Trial {
        Words run() throws GatewayException;
    }

    /** What is found on a channel, in the order in which it was tried. */
    public List<Finding> examine(String id) {
        ChannelConfig channel = Optional.ofNullable(config.channels().get(id))
                .orElseThrow(() -> new IllegalArgumentException("no channel " + id));
        return switch (channel.kind()) {
            case APP -> app(id);
            case ROBOT -> robot(id, channel);
            case AIBOT -> List.of(callback(id));
            case ARCHIVE -> new ArchiveCheck(home).examine(id, channel);
        };
    }

    private List<Finding> app(String id) {
        WecomApi api = apps.all().get(id);
        if (api == null) {
            return List.of(Finding.open(id, new Words("接口", "API"), new Words(
                    "没有 secret:只能在回调里回答,不能提醒同事、创建群发任务、读客户群",
                    "no secret: it answers callbacks, but tells no colleague, makes no task and reads no customer group")),
                    callback(id));
        }
        List<Finding> found = new ArrayList<>();
        Finding token = tried(id, new Words("获取 access_token", "access token"), () -> {
            api.login();
            return Words.NONE;
        });
        found.add(token);
        if (token.state() == Finding.State.FINE) {
            found.addAll(permissions(id, api));
        }
        found.add(callback(id));
        return found;
    }

    private List<Finding> permissions(String id, WecomApi api) {
        String agent = String.valueOf(apps.agentId(id));
        return List.of(
                tried(id, new Words("应用 " + agent, "app " + agent), () -> agent(api, agent)),
                tried(id, new Words("客户群", "customer groups"), () -> {
                    new CustomerGroups(api).probe();
                    return Words.NONE;
                }),
                tried(id, new Words("回调 IP", "callback addresses"), () -> {
                    int ranges = Fields.texts(api.get("/cgi-bin/getcallbackip", Map.of()), "ip_list").size();
                    return new Words(ranges + " 段,防火墙要放行", ranges + " ranges that the firewall must let in");
                }));
    }

    private static Words agent(WecomApi api, String agent) throws GatewayException {
        JsonObject app = api.get("/cgi-bin/agent/get", Map.of("agentid", agent));
        if (Fields.number(app, "close") == 1) {
            ErrorTable.Meaning closed = ErrorTable.of(50003);
            throw new GatewayException(closed.code(), closed.words(), closed.remedy(), false);
        }
        return new Words(Fields.text(app, "name"), Fields.text(app, "name"));
    }

    private List<Finding> robot(String id, ChannelConfig channel) {
        Optional<String> webhook = channel.webhook().map(Located::value).filter(each -> !each.isEmpty())
                .map(Secret::reveal);
        Words what = new Words("webhook", "webhook");
        if (webhook.isEmpty()) {
            return List.of(Finding.open(id, what, new Words("没有 webhook:只能在回调里回答",
                    "no webhook: it only answers callbacks")), callback(id));
        }
        return List.of(say
                ? tried(id, what, () -> spoken(webhook.get()))
                : Finding.open(id, what, new Words("只能真的发一条才知道好不好:加 --say",
                        "only a real message shows whether it works: add --say")),
                callback(id));
    }

    private static Words spoken(String webhook) throws GatewayException {
        new RobotGateway(webhook).deliver(new Posting(0, GROUP, List.of(),
                Body.text("qunbot doctor:通道正常 / this channel works"), Optional.empty()));
        return new Words("已在群里说了一句", "it said something in its group");
    }

    private Finding callback(String id) {
        BotConfig.ServerConfig server = config.serverOrDefault();
        String path = server.bind() + ":" + server.port() + "/wecom/" + id;
        Words listening = isListening(server)
                ? new Words("在听", "somebody listens")
                : new Words("没有程序在听,机器人还没有启动", "nobody listens, the bot is not running");
        return Finding.open(id, CALLBACK, new Words(
                path + " " + listening.zh() + ";能不能从公网访问,只有企业微信知道,请在管理后台保存一次「接收消息」设置",
                path + ": " + listening.en()
                        + "; only WeCom knows whether it is reached from outside: save the callback settings in the console"));
    }

    private static boolean isListening(BotConfig.ServerConfig server) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.bind(), server.port()), CONNECT_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    private static Finding tried(String id, Words what, Trial trial) {
        try {
            return Finding.fine(id, what, trial.run());
        } catch (GatewayException refused) {
            return Finding.wrong(id, what, reason(refused));
        }
    }

    /** The address that WeCom saw stands at the end of the message, for both languages. */
    private static Words reason(GatewayException refused) {
        String message = String.valueOf(refused.getMessage());
        if (refused.code() == 0) {
            return new Words(message, message);
        }
        ErrorTable.Meaning meaning = ErrorTable.of(refused.code());
        int seen = message.lastIndexOf(" [IP ");
        String address = seen < 0 ? "" : message.substring(seen);
        return new Words(refused.code() + " " + meaning.zh() + address, refused.code() + " " + meaning.en() + address);
    }
}
