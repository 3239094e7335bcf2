package io.qunbot.plugins.reply.faq;

import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Key;
import io.qunbot.yaml.Mistake;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.Written;
import java.util.Optional;

/** What happens when it is not sure which question was meant. */
@Doc(zh = "拿不准的时候", en = "when it is not sure")
@Written(pattern = "[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)", words = {"off", "no", "false"}, examples = {"0.4", "off"})
public record OfferSettings(
        @Doc(zh = "有多大把握才值得问一句,0 到 1", en = "how likely it must be to be worth asking, 0 to 1") Optional<Double> min,
        @Doc(zh = "问谁:asker 提问的人、staff 同事、off 不问。默认一对一里问本人,群里告诉同事", en = "whom: the asker, staff or off; by default the asker in one-to-one conversations and staff in groups") Optional<To> to) {

    /** Whom to offer the choice to. */
    public enum To {
        @Doc(zh = "提问的人", en = "who asked")
        ASKER,
        @Doc(zh = "同事", en = "a colleague")
        STAFF,
        @Doc(zh = "谁也不问", en = "nobody")
        @Key({"off", "no", "false"})
        NOBODY
    }

    static final OfferSettings USUAL = new OfferSettings(Optional.empty(), Optional.empty());

    /** Only the threshold, or off. */
    public static OfferSettings parse(String text) {
        if (text.equals("off") || text.equals("no") || text.equals("false")) {
            return new OfferSettings(Optional.empty(), Optional.of(To.NOBODY));
        }
        try {
            return new OfferSettings(Optional.of(Double.valueOf(text)), Optional.empty());
        } catch (NumberFormatException wrong) {
            throw new Mistake(new Words("“" + text + "” 不是把握", "'" + text + "' is no confidence"),
                    new Words("写一个 0 到 1 之间的数,或者 off,或者 { min: 0.4, to: staff }",
                            "write a number between 0 and 1, off, or { min: 0.4, to: staff }"));
        }
    }
}
