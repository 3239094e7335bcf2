package io.qunbot.plugins.reply;

import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Durations;
import io.qunbot.yaml.Written;
import java.time.Duration;

/** For how long something is kept. */
@Doc(zh = "记多久", en = "for how long")
@Written(pattern = Durations.PATTERN, words = {"off", "0"}, examples = {"90d", "30d"})
public record Keeping(@Doc(zh = "例如 90d", en = "such as 90d") Duration keep) {

    /** A length of time, or off. */
    public static Keeping parse(String text) {
        return new Keeping(text.equals("off") ? Duration.ZERO : Durations.parse(text));
    }

    boolean isOff() {
        return keep.isZero();
    }
}
