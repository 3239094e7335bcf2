package io.qunbot.plugins.topics;

import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Key;
import io.qunbot.yaml.Located;
import java.util.List;

/** What happens when a topic's contents are used up. */
@Doc(zh = "内容用完以后", en = "when the contents are used up")
public record End(
        @Doc(zh = "停下来还是从头再来", en = "whether it stops or begins again") @Default("stop") Then then,
        @Doc(zh = "告诉哪些岗位;默认 owner", en = "which posts are told; owner by default") List<Located<String>> tell) {

    static final End USUAL = new End(Then.STOP, List.of());

    /** Whether it goes on. */
    public enum Then {
        @Doc(zh = "停下来", en = "it stops")
        @Key({"stop", "停"})
        STOP,
        @Doc(zh = "从头再来", en = "it begins again")
        @Key({"repeat", "重复"})
        REPEAT
    }

    public End {
        tell = List.copyOf(tell);
    }
}
