package io.qunbot.plugin.roll;

import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Durations;
import io.qunbot.yaml.Mistake;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.Written;
import java.time.Duration;

/**
 * How soon people get their receipts.
 *
 * @param gather for how long they are gathered into one message; zero for none at all
 */
@Doc(zh = "多快回执:now 马上,every 2h 两小时合成一条,none 不回", en = "how soon receipts are given: now, gathered (every 2h), or none")
@Written(pattern = "\\s*(every|每)?\\s*" + Durations.PATTERN + "\\s*", words = {"now", "none", "马上",
        "不回"}, examples = {"every 2h", "now"})
public record Pace(Duration gather, boolean silent) {

    public static final Pace NOW = new Pace(Duration.ZERO, false);
    public static final Pace NONE = new Pace(Duration.ZERO, true);
    /** For groups where each receipt is work for a colleague. */
    public static final Pace GATHERED = new Pace(Duration.ofHours(2), false);

    public static Pace parse(String text) {
        String plain = text.strip();
        return switch (plain) {
            case "now", "马上" -> NOW;
            case "none", "不回" -> NONE;
            default -> every(plain);
        };
    }

    private static Pace every(String text) {
        try {
            Duration gather = Durations.parse(text.replaceFirst("^(every|每)\\s*", ""));
            if (!gather.isZero()) {
                return new Pace(gather, false);
            }
        } catch (Mistake wrong) {
            // the one below says all that may be written
        }
        throw new Mistake(new Words("读不懂 “" + text + "”:这里写多快回执", "cannot make sense of \"" + text
                + "\": how soon are receipts given?"),
                new Words("照这样写: now、every 2h、none", "write one of: now, every 2h, none"));
    }

    /** Whether receipts wait to be one message. */
    public boolean gathers() {
        return !gather.isZero();
    }
}
