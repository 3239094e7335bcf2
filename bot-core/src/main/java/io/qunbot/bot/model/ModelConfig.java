package io.qunbot.bot.model;

import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Secret;
import java.time.Duration;
import java.util.Optional;

/** A model of {@code config/bot.yaml} that is asked over HTTP. */
@Doc(zh = "一个外部模型,接口和 OpenAI 兼容", en = "a model outside, with an API like OpenAI's")
public record ModelConfig(
        @Doc(zh = "接口地址,到 /v1 为止", en = "the API's address, up to /v1") Located<String> url,
        @Doc(zh = "模型的名字", en = "the model's name") String model,
        @Doc(zh = "接口的密钥,不需要就不写", en = "the API's key, if it wants one") Optional<Located<Secret>> key,
        @Doc(zh = "最多等多久;不写时 embedder 是 300ms,judge 是 2s", en = "how long to wait at most; 300ms for the embedder and 2s for the judge by default") Optional<Located<Duration>> deadline) {

    static final Duration EMBEDDER_DEADLINE = Duration.ofMillis(300);
    static final Duration JUDGE_DEADLINE = Duration.ofSeconds(2);

    /** The key as it is sent; empty when there is none. */
    String bearer() {
        return key.map(located -> located.value().reveal().strip()).orElse("");
    }

    Duration deadlineOr(Duration usual) {
        return deadline.map(Located::value).orElse(usual);
    }
}
