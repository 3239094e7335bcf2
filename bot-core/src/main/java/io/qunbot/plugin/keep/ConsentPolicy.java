package io.qunbot.plugin.keep;

import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Shorthand;
import java.util.Optional;

/** Which customers' words are kept, and what becomes of the others'. Colleagues are not asked by WeCom. */
@Shorthand("need")
@Doc(zh = "客户同意存档吗;不同意的客户说的话怎么办", en = "whether customers have to agree, and what becomes of what the others say")
public record ConsentPolicy(
        @Doc(zh = "要不要同意", en = "whether they have to agree") @Default("respected") Need need,
        @Doc(zh = "不能保存内容的消息怎么办", en = "what becomes of messages that may not be kept") @Default("metadata") Otherwise otherwise) {

    /** How it is where nobody decided: whoever said no is heeded. */
    public static final ConsentPolicy DEFAULT = new ConsentPolicy(Need.RESPECTED, Otherwise.METADATA);

    /** Whether somebody has to agree. */
    public enum Need {
        @Doc(zh = "同意了才保存;没有表态的也不保存", en = "only the words of those who agreed are kept")
        REQUIRED,
        @Doc(zh = "明确不同意的不保存", en = "the words of those who disagreed are not kept")
        RESPECTED,
        @Doc(zh = "都保存,不问", en = "everything is kept, and nobody is asked")
        IGNORED
    }

    /** What becomes of words that may not be kept. */
    public enum Otherwise {
        @Doc(zh = "只留时间、发送人和种类", en = "time, sender and type stay")
        METADATA,
        @Doc(zh = "什么都不留,只计数", en = "nothing stays but a count")
        DROP
    }

    /**
     * Whether words may be kept.
     *
     * @param agreed empty when nobody knows
     */
    public boolean allows(Optional<Boolean> agreed) {
        return switch (need) {
            case REQUIRED -> agreed.orElse(false);
            case RESPECTED -> agreed.orElse(true);
            case IGNORED -> true;
        };
    }
}
