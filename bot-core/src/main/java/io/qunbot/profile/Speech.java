package io.qunbot.profile;

import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Manner;
import io.qunbot.chat.Urgency;
import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import java.util.Optional;

/** How the same words leave in each kind of conversation. */
@Doc(zh = "同样的话在不同的群里怎么说出去", en = "how the same words leave in each kind of conversation")
public record Speech(
        @Default("bot") @Doc(zh = "内部群", en = "in groups of colleagues") Way internal,
        @Default("bot") @Doc(zh = "和机器人一对一", en = "in conversations with the bot alone") Way direct,
        @Default("draft") @Doc(zh = "客户群:机器人进不去,回答变成草稿", en = "in customer groups, where no bot can be: an answer becomes a draft") Way customer,
        @Doc(zh = "草稿给谁", en = "whom drafts go to") Optional<Drafts> draft,
        @Default("task") @Doc(zh = "没人问、到时候要说的话(话题、通知)在客户群里怎么办", en = "what nobody asked for in customer groups, such as topics") Way broadcast) {

    public static final Speech DEFAULT = new Speech(Way.BOT, Way.BOT, Way.DRAFT, Optional.empty(), Way.TASK);

    public Drafts drafts() {
        return draft.orElse(Drafts.DEFAULT);
    }

    /** How words of this manner leave in a conversation of this kind. */
    public Way way(ChatKind kind, Manner manner) {
        return switch (kind) {
            case INTERNAL -> internal;
            case DIRECT, PRIVATE -> direct;
            case CUSTOMER -> isBroadcast(manner) ? broadcast : customer;
        };
    }

    private static boolean isBroadcast(Manner manner) {
        return manner.urgency() == Urgency.TOPIC || manner.urgency() == Urgency.AD;
    }
}
