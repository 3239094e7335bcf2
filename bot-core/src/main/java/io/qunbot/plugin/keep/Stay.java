package io.qunbot.plugin.keep;

import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Durations;
import io.qunbot.yaml.Mistake;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.Written;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether something is fetched, and for how long it stays.
 *
 * @param most empty for as long as its message does
 */
@Doc(zh = "on 和消息一样久,off 不要,或者多久:90d", en = "on for as long as the message, off for not at all, or how long: 90d")
@Written(pattern = "on|off|" + Durations.PATTERN, words = {"on", "off"}, examples = "90d")
public record Stay(boolean wanted, Optional<Duration> most) {

    static final Stay WITH_ITS_MESSAGE = new Stay(true, Optional.empty());

    public static Stay parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "on", "true", "yes", "是" -> WITH_ITS_MESSAGE;
            case "off", "false", "no", "否" -> new Stay(false, Optional.empty());
            default -> lasting(Durations.parse(text.strip()));
        };
    }

    private static Stay lasting(Duration most) {
        if (most.isZero()) {
            throw new Mistake(new Words("不要的话写 off", "write off for none"), Words.NONE);
        }
        return new Stay(true, Optional.of(most));
    }
}
