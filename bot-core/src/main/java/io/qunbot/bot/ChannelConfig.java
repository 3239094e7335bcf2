package io.qunbot.bot;

import io.qunbot.bot.archive.Hears;
import io.qunbot.bot.archive.SourceConfig;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Medium;
import io.qunbot.wecom.aibot.Login;
import io.qunbot.wecom.codec.ChannelKind;
import io.qunbot.wecom.codec.Credentials;
import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Key;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Mistake;
import io.qunbot.yaml.Secret;
import io.qunbot.yaml.Words;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One channel of {@code config/bot.yaml}. */
@Doc(zh = "一个通道", en = "a channel")
public record ChannelConfig(
        @Doc(zh = "通道的种类", en = "what it is") Kind kind,
        @Doc(zh = "企业 id,自建应用要填", en = "the corp id, for apps") Optional<Located<String>> corpId,
        @Doc(zh = "应用 id", en = "the app's agent id") Optional<Located<String>> agentId,
        @Doc(zh = "回调的 Token;智能机器人用长连接时不填", en = "the callback's Token; none for a long connection") Optional<Located<Secret>> token,
        @Doc(zh = "回调的 EncodingAESKey,43 个字符;智能机器人用长连接时不填", en = "the callback's EncodingAESKey, 43 characters; none for a long connection") Optional<Located<Secret>> aesKey,
        @Doc(zh = "智能机器人的 Bot ID:填了它和 secret 就用长连接,不要公网地址", en = "the intelligent robot's Bot ID: with it and the secret the bot uses the long connection, without a public address") Optional<Located<String>> botId,
        @Doc(zh = "应用的 Secret,或智能机器人长连接的 Secret", en = "the secret of the app, or of the intelligent robot's long connection") Optional<Secret> secret,
        @Doc(zh = "长连接的地址,默认是企业微信的 wss://openws.work.weixin.qq.com", en = "the long connection's address; WeCom's own by default") Optional<Located<String>> url,
        @Doc(zh = "企业微信接口的地址,默认是 https://qyapi.weixin.qq.com", en = "the address of WeCom's API; WeCom's own by default") Optional<Located<String>> api,
        @Doc(zh = "群机器人的 webhook 地址,有了它才能主动说话", en = "the robot's webhook; with it the bot can speak first") Optional<Located<Secret>> webhook,
        @Doc(zh = "会话存档的私钥:公钥版本号: 私钥文件 (PEM),旧的也留着", en = "the archive's private keys: the version of the public key: a PEM file; keep the old ones") Map<String, String> privateKeys,
        @Doc(zh = "会话存档的消息从哪里来", en = "where the archive's messages come from") Optional<SourceConfig> source,
        @Doc(zh = "会话存档听到的话在哪些群里让机器人行动", en = "in which groups what the archive hears makes the bot act") @Default("customers") Hears hears,
        @Doc(zh = "回调的时间戳最多差多少", en = "how far a callback's timestamp may be off") @Default("10m") Duration maxAge) {

    /** WeCom's published sample; everybody knows it. */
    static final String SAMPLE_AES_KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";

    /** What stands at the other end. */
    public enum Kind {
        @Key("wecom-app")
        @Doc(zh = "自建应用", en = "a self-built app")
        APP(ChannelKind.APP),
        @Key("wecom-robot")
        @Doc(zh = "群机器人(消息推送)", en = "a group robot")
        ROBOT(ChannelKind.ROBOT),
        @Key("wecom-aibot")
        @Doc(zh = "智能机器人", en = "an intelligent robot")
        AIBOT(ChannelKind.AIBOT),
        @Key("wecom-archive")
        @Doc(zh = "会话存档:只听不说", en = "the session archive, which only hears")
        ARCHIVE(ChannelKind.APP);

        private final ChannelKind codec;

        Kind(ChannelKind codec) {
            this.codec = codec;
        }

        /** The codec's word for it. */
        public ChannelKind codec() {
            return codec;
        }
    }

    /** What is not there cannot be pointed at: the channel itself is. */
    public ChannelConfig {
        if (kind == Kind.ARCHIVE) {
            checkSource(source);
        } else if (kind == Kind.AIBOT) {
            checkWays(revealed(token), revealed(aesKey), written(botId), secret.map(Secret::reveal).orElse(""));
        } else if (revealed(token).isEmpty() || revealed(aesKey).isEmpty()) {
            throw new Mistake(
                    new Words((kind == Kind.APP ? "自建应用" : "群机器人") + "缺少 token 或 aesKey",
                            (kind == Kind.APP ? "an app" : "a group robot") + " needs its token and its aesKey"),
                    new Words("从企业微信后台的“接收消息”设置里复制这两个", "copy both from the console's callback settings"));
        }
    }

    private static void checkSource(Optional<SourceConfig> source) {
        if (source.isEmpty()) {
            throw new Mistake(
                    new Words("会话存档缺少 source:消息从哪里来", "an archive needs its source: where messages come from"),
                    new Words("例如 source: { file: \"in/*.jsonl\" }", "for instance source: { file: \"in/*.jsonl\" }"));
        }
    }

    private static void checkWays(String token, String aesKey, String botId, String secret) {
        boolean callback = !token.isEmpty() || !aesKey.isEmpty();
        boolean line = !botId.isEmpty() || !secret.isEmpty();
        if (callback && line) {
            throw new Mistake(
                    new Words("智能机器人要么用长连接 (botId、secret),要么用回调 (token、aesKey),不能都填",
                            "an intelligent robot has either a long connection (botId, secret) or a callback (token, aesKey), not both"),
                    new Words("留下 botId 和 secret,删掉 token 和 aesKey:长连接不要公网地址",
                            "keep botId and secret and remove token and aesKey: a long connection needs no public address"));
        }
        if (line && (botId.isEmpty() || secret.isEmpty())) {
            throw incomplete(botId.isEmpty() ? "botId" : "secret", "智能机器人的长连接", "the robot's long connection");
        }
        if (!line && (token.isEmpty() || aesKey.isEmpty())) {
            throw callback
                    ? incomplete(token.isEmpty() ? "token" : "aesKey", "智能机器人的回调", "the robot's callback")
                    : incomplete("botId 和 secret", "智能机器人", "the intelligent robot");
        }
    }

    private static Mistake incomplete(String field, String zh, String en) {
        return new Mistake(new Words(zh + "缺少 " + field, en + " lacks its " + field.replace(" 和 ", " and ")),
                new Words("在管理后台“智能机器人”的 API 设置里可以看到", "the console shows it among the robot's API settings"));
    }

    private static String revealed(Optional<Located<Secret>> text) {
        return text.map(located -> located.value().reveal()).orElse("");
    }

    private static String written(Optional<Located<String>> text) {
        return text.map(Located::value).orElse("");
    }

    /** Whether it is an intelligent robot that is reached on a long connection: it has no callback. */
    public boolean isLine() {
        return kind == Kind.AIBOT && !written(botId).isEmpty();
    }

    /** Whether it is a session archive: it has no callback and says nothing. */
    public boolean isArchive() {
        return kind == Kind.ARCHIVE;
    }

    /** In what kinds of groups it makes the bot act though it only listens in; none for other channels. */
    public Set<ChatKind> overheard() {
        return isArchive()
                ? Stream.of(ChatKind.values()).filter(hears::covers).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /** What it is, and how it is connected. */
    public Medium medium() {
        return switch (kind) {
            case APP -> Medium.APP;
            case ARCHIVE -> Medium.ARCHIVE;
            case ROBOT -> Medium.ROBOT;
            case AIBOT -> isLine() ? Medium.LINE : Medium.AIBOT;
        };
    }

    /**
     * Whether its file has a place for what it takes to speak first. Secrets may come from an environment that only the
     * running bot has, so that a place that is empty here counts, too: whether it works is for {@code qunbot doctor}.
     */
    boolean isMeantToSpeak() {
        return switch (kind) {
            case APP -> secret.isPresent();
            case ROBOT -> webhook.isPresent();
            case AIBOT -> isLine();
            case ARCHIVE -> false;
        };
    }

    /** How the long connection begins. */
    Login login() {
        String address = written(url);
        return new Login(URI.create(address.isEmpty() ? Login.WECOM : address), written(botId),
                secret.map(Secret::reveal).orElse(""));
    }

    /** What is shared with WeCom. @throws IllegalArgumentException when the key is none */
    public Credentials credentials() {
        return new Credentials(revealed(token), revealed(aesKey), receiver());
    }

    private String receiver() {
        return kind == Kind.APP ? corpId.map(Located::value).orElse("") : "";
    }

    boolean hasSampleKey() {
        return revealed(aesKey).equals(SAMPLE_AES_KEY);
    }
}
