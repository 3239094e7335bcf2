package io.qunbot.bot;

import io.qunbot.dispatch.Dispatcher;
import io.qunbot.yaml.Binder;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
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
        boolean loopback = isLoopback(config.serverOrDefault().bind());
        for (Map.Entry<String, ChannelConfig> channel : config.channels().entrySet()) {
            ChannelConfig settings = channel.getValue();
            if (Dispatcher.isReserved(channel.getKey())) {
                problems.error("C008", settings.token().place(),
                        new Words("通道名 “" + channel.getKey() + "” 机器人自己在用",
                                "the bot itself uses the channel name '" + channel.getKey() + "'"),
                        new Words("换一个名字", "take another name"));
            }
            if (!CHANNEL_ID.matcher(channel.getKey()).matches()) {
                problems.error("C002", settings.token().place(),
                        new Words("通道名 “" + channel.getKey() + "” 不能用在地址里",
                                "a channel can't be named '" + channel.getKey() + "'"),
                        new Words("用字母、数字、- 和 _,最多 32 个", "use letters, digits, - and _, 32 at most"));
            }
            checkKey(settings.aesKey(), problems, settings);
            if (settings.kind() == ChannelConfig.Kind.APP && settings.corpId().isEmpty()) {
                problems.error("C004", settings.token().place(),
                        new Words("自建应用 “" + channel.getKey() + "” 缺少 corpId",
                                "the app '" + channel.getKey() + "' lacks its corpId"),
                        new Words("写上企业 id:corpId: ww…", "add it: corpId: ww…"));
            }
            if (!loopback && settings.hasSampleKey()) {
                problems.warn("C005", settings.aesKey().place(),
                        new Words("通道 “" + channel.getKey() + "” 用的是企业微信公开的示例密钥,却监听在 "
                                + config.serverOrDefault().bind(),
                                "channel '" + channel.getKey() + "' uses WeCom's published sample key, yet listens on "
                                        + config.serverOrDefault().bind()),
                        new Words("换成自己的 token 和 aesKey,或把 bind 改回 127.0.0.1",
                                "put your own token and aesKey there, or bind to 127.0.0.1"));
            }
        }
    }

    private static void checkKey(Located<?> place, Problems problems, ChannelConfig settings) {
        try {
            settings.credentials();
        } catch (IllegalArgumentException wrong) {
            problems.error("C003", place.place(),
                    new Words("这不是 EncodingAESKey:要正好 " + AES_KEY_LENGTH + " 个字母或数字",
                            "no EncodingAESKey: it has " + AES_KEY_LENGTH + " letters and digits"),
                    new Words("从企业微信后台的“接收消息”设置里复制", "copy it from the console's callback settings"));
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
