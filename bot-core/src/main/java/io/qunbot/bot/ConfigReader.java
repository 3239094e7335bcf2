package io.qunbot.bot;

import io.qunbot.bot.archive.SourceConfig;
import io.qunbot.bot.model.ModelCheck;
import io.qunbot.dispatch.Dispatcher;
import io.qunbot.wecom.aibot.Login;
import io.qunbot.wecom.robot.RobotGateway;
import io.qunbot.yaml.Binder;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Secret;
import io.qunbot.yaml.Source;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.YamlReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code config/bot.yaml} and looks for what its types cannot see. */
public final class ConfigReader {

    static final String NAME = "config/bot.yaml";

    private static final Pattern CHANNEL_ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    private static final int AES_KEY_LENGTH = 43;

    private final Function<String, Optional<String>> environment;

    /** @param environment what stands for <code>${NAME}</code> */
    public ConfigReader(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    /** The configuration; empty when anything in it is wrong. */
    public Optional<BotConfig> read(Home home, Problems problems) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(home.config());
        } catch (IOException unreadable) {
            missing(home, problems);
            return Optional.empty();
        }
        Problems own = new Problems();
        Optional<BotConfig> config = YamlReader.read(NAME, bytes, own)
                .flatMap(tree -> new Binder(own, environment).bind(tree, BotConfig.class));
        config.ifPresent(bound -> check(bound, own));
        problems.addAll(own);
        return own.hasErrors() ? Optional.empty() : config;
    }

    private static void missing(Home home, Problems problems) {
        problems.error("C001", new Place(new Source(NAME, ""), 1, 1, 1),
                new Words("读不到 " + home.config(), "cannot read " + home.config()),
                new Words("用 --home 指定放着 config/ 和 rules/ 的目录",
                        "name the folder that holds config/ and rules/ with --home"));
    }

    private static void check(BotConfig config, Problems problems) {
        new ModelCheck(problems).check(config.embedder(), config.judge(), config.stagesOrDefault().deadline());
        String bind = config.serverOrDefault().bind();
        for (Map.Entry<String, ChannelConfig> channel : config.channels().entrySet()) {
            String id = channel.getKey();
            ChannelConfig settings = channel.getValue();
            checkName(id, settings, problems);
            checkKey(settings, problems);
            checkWebhook(id, settings, problems);
            checkLine(id, settings, problems);
            new AppCheck(problems).check(id, settings);
            if (!isLoopback(bind) && settings.hasSampleKey()) {
                problems.warn("C005", place(settings),
                        new Words("通道 “" + id + "” 用的是企业微信公开的示例密钥,却监听在 " + bind,
                                "channel '" + id + "' uses WeCom's published sample key, yet listens on " + bind),
                        new Words("换成自己的 token 和 aesKey,或把 bind 改回 127.0.0.1",
                                "put your own token and aesKey there, or bind to 127.0.0.1"));
            }
        }
    }

    private static void checkName(String id, ChannelConfig settings, Problems problems) {
        if (!CHANNEL_ID.matcher(id).matches()) {
            problems.error("C002", place(settings),
                    new Words("通道名 “" + id + "” 不能用在地址里", "a channel can't be named '" + id + "'"),
                    new Words("用字母、数字、- 和 _,最多 32 个", "use letters, digits, - and _, 32 at most"));
        }
        if (Dispatcher.isReserved(id)) {
            problems.error("C010", place(settings),
                    new Words("通道名 “" + id + "” 机器人自己在用", "the bot itself uses the channel name '" + id + "'"),
                    new Words("换一个名字", "take another name"));
        }
        if (settings.kind() == ChannelConfig.Kind.APP && settings.corpId().isEmpty()) {
            problems.error("C004", place(settings),
                    new Words("自建应用 “" + id + "” 缺少 corpId", "the app '" + id + "' lacks its corpId"),
                    new Words("在这个通道里加一行企业 id:corpId: ww…", "add a line to this channel: corpId: ww…"));
        }
    }

    /** A line of a channel: each has a token or a bot's id. */
    static Place place(ChannelConfig settings) {
        return settings.aesKey().map(Located::place).or(() -> settings.botId().map(Located::place))
                .or(() -> settings.source().flatMap(SourceConfig::place))
                .orElseGet(() -> new Place(new Source(NAME, ""), 1, 1, 1));
    }

    private static void checkLine(String id, ChannelConfig settings, Problems problems) {
        settings.url().filter(url -> !url.value().isEmpty() && !Login.isAddress(url.value()))
                .ifPresent(url -> problems.error("C015", url.place(),
                        new Words("这不是长连接的地址", "this is no address of a long connection"),
                        new Words("以 wss:// 开头;一般不用写,默认就是企业微信的", "it begins with wss://; WeCom's own is the default")));
        if (settings.isLine()) {
            return;
        }
        Stream.of(settings.botId(), settings.url()).flatMap(Optional::stream).filter(text -> !text.value().isEmpty())
                .forEach(text -> problems.warn("C016", text.place(),
                        new Words("通道 “" + id + "” 不用长连接,这一行不会用到",
                                "channel '" + id + "' has no long connection: this line is not used"),
                        new Words("只有填了 botId 和 secret 的 kind: wecom-aibot 用长连接",
                                "only kind: wecom-aibot with botId and secret has one")));
    }

    private static void checkKey(ChannelConfig settings, Problems problems) {
        if (settings.isLine() || settings.isArchive()) {
            return;
        }
        try {
            settings.credentials();
        } catch (IllegalArgumentException wrong) {
            problems.error("C003", place(settings),
                    new Words("这不是 EncodingAESKey:要正好 " + AES_KEY_LENGTH + " 个字母或数字",
                            "no EncodingAESKey: it has " + AES_KEY_LENGTH + " letters and digits"),
                    new Words("从企业微信后台的“接收消息”设置里复制", "copy it from the console's callback settings"));
        }
    }

    private static void checkWebhook(String id, ChannelConfig settings, Problems problems) {
        Optional<Located<Secret>> webhook = settings.webhook().filter(address -> !address.value().isEmpty());
        if (webhook.isPresent() && settings.kind() != ChannelConfig.Kind.ROBOT) {
            problems.warn("C009", webhook.get().place(),
                    new Words("通道 “" + id + "” 不是群机器人,它的 webhook 不会用到",
                            "channel '" + id + "' is no group robot: its webhook is not used"),
                    new Words("只有 kind: wecom-robot 的通道有 webhook", "only channels of kind: wecom-robot have one"));
        } else if (webhook.isPresent() && !RobotGateway.isWebhook(webhook.get().value().reveal())) {
            problems.error("C008", webhook.get().place(),
                    new Words("这不是群机器人的 webhook 地址", "this is no robot's webhook"),
                    new Words("从群机器人的资料页复制整个地址,它以 https:// 开头,带着 key=",
                            "copy the whole address from the robot's page; it begins with https:// and holds key="));
        }
    }

    static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
