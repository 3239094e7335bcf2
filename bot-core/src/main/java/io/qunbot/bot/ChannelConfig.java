package io.qunbot.bot;

import io.qunbot.wecom.codec.ChannelKind;
import io.qunbot.wecom.codec.Credentials;
import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Key;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Secret;
import java.time.Duration;
import java.util.Optional;

/** One channel of {@code config/bot.yaml}. */
@Doc(zh = "一个通道", en = "a channel")
public record ChannelConfig(
        @Doc(zh = "通道的种类", en = "what it is") Kind kind,
        @Doc(zh = "企业 id,自建应用要填", en = "the corp id, for apps") Optional<Located<String>> corpId,
        @Doc(zh = "应用 id", en = "the app's agent id") Optional<Located<String>> agentId,
        @Doc(zh = "回调的 Token", en = "the callback's Token") Located<Secret> token,
        @Doc(zh = "回调的 EncodingAESKey,43 个字符", en = "the callback's EncodingAESKey, 43 characters") Located<Secret> aesKey,
        @Doc(zh = "应用的 Secret", en = "the app's secret") Optional<Secret> secret,
        @Doc(zh = "企业微信接口的地址,默认是 https://qyapi.weixin.qq.com", en = "the address of WeCom's API; WeCom's own by default") Optional<Located<String>> api,
        @Doc(zh = "群机器人的 webhook 地址,有了它才能主动说话", en = "the robot's webhook; with it the bot can speak first") Optional<Located<Secret>> webhook,
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
        AIBOT(ChannelKind.AIBOT);

        private final ChannelKind codec;

        Kind(ChannelKind codec) {
            this.codec = codec;
        }

        /** The codec's word for it. */
        public ChannelKind codec() {
            return codec;
        }
    }

    /** What is shared with WeCom. @throws IllegalArgumentException when the key is none */
    public Credentials credentials() {
        return new Credentials(token.value().reveal(), aesKey.value().reveal(), receiver());
    }

    private String receiver() {
        return kind == Kind.APP ? corpId.map(Located::value).orElse("") : "";
    }

    boolean hasSampleKey() {
        return aesKey.value().reveal().equals(SAMPLE_AES_KEY);
    }
}
