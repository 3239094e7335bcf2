package io.qunbot.bot.model;

import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Looks for what is wrong with the models that the configuration names. */
public final class ModelCheck {

    private final Problems problems;

    public ModelCheck(Problems problems) {
        this.problems = problems;
    }

    /** @param stage how long a stage may take, with everything that it asks */
    public void check(Optional<ModelConfig> embedder, Optional<ModelConfig> judge, Duration stage) {
        embedder.ifPresent(this::check);
        judge.ifPresent(this::check);
        Duration together = embedder.map(it -> it.deadlineOr(ModelConfig.EMBEDDER_DEADLINE)).orElse(Duration.ZERO)
                .plus(judge.map(it -> it.deadlineOr(ModelConfig.JUDGE_DEADLINE)).orElse(Duration.ZERO));
        if (together.compareTo(stage) >= 0) {
            ModelConfig slower = judge.or(() -> embedder).orElseThrow();
            problems.error("C013", slower.deadline().map(Located::place).orElse(slower.url().place()),
                    new Words("等模型的时间(共 " + millis(together) + ")不比插件的时限 " + millis(stage) + " 短,来不及回答",
                            "waiting for models takes up to " + millis(together) + ", and a plugin has " + millis(stage)
                                    + ": there is no time left to answer"),
                    new Words("把 deadline 改短,或者把 stages.deadline 改长",
                            "shorten the deadline, or lengthen stages.deadline"));
        }
    }

    private void check(ModelConfig config) {
        checkAddress(config.url());
        config.key().filter(key -> !config.bearer().matches("[!-~]*")).ifPresent(key -> problems.error("C014",
                key.place(), new Words("密钥里有不能用的字符", "the key has characters that no key has"),
                new Words("只复制密钥本身,不带空格和换行", "copy the key alone, without blanks and line breaks")));
        config.deadline().filter(deadline -> deadline.value().isZero()).ifPresent(deadline -> problems.error("C013",
                deadline.place(), new Words("deadline 不能是 0", "deadline cannot be 0"),
                new Words("例如 deadline: 300ms", "for instance deadline: 300ms")));
    }

    private void checkAddress(Located<String> url) {
        Optional<URI> address = address(url.value());
        if (address.isEmpty()) {
            problems.error("C011", url.place(),
                    new Words("这不是模型接口的地址", "this is no address of a model's API"),
                    new Words("以 https:// 或 http:// 开头,到 /v1 为止,后面不带 ?,密钥写在 key 里",
                            "it begins with https:// or http:// and ends with /v1, without a ?; the key goes into key:"));
        } else if (address.get().getScheme().equals("http") && !isNear(address.get().getHost())) {
            warnOpen(url.place());
        }
    }

    private void warnOpen(Place place) {
        problems.warn("C012", place,
                new Words("成员的问题和密钥会不加密地离开公司", "members' questions and the key leave the house unencrypted"),
                new Words("换成 https://", "use https://"));
    }

    /** The address without a slash at its end; empty when nothing can be asked there. */
    static Optional<URI> address(String url) {
        try {
            URI address = new URI(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
            String scheme = Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            boolean plain = address.getHost() != null && address.getRawUserInfo() == null
                    && address.getRawQuery() == null && address.getRawFragment() == null;
            return plain && (scheme.equals("http") || scheme.equals("https")) ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException wrong) {
            return Optional.empty();
        }
    }

    /** Whether a host is in the house by its look alone: names are not looked up for a check. */
    private static boolean isNear(String host) {
        try {
            InetAddress literal = InetAddress.ofLiteral(host);
            return literal.isLoopbackAddress() || literal.isSiteLocalAddress();
        } catch (IllegalArgumentException name) {
            return host.indexOf('.') < 0;
        }
    }

    private static String millis(Duration duration) {
        return duration.toMillis() + "ms";
    }
}
