package io.qunbot.bot.archive;

import io.qunbot.chat.ChatKind;
import io.qunbot.yaml.Doc;

/** In which groups what the archive hears makes the bot act; everywhere else it completes the record. */
public enum Hears {
    @Doc(zh = "客户群:别的通道听不到", en = "in customer groups, which no other channel hears")
    CUSTOMERS,
    @Doc(zh = "所有的群;别的通道先听到的不再算一次", en = "in all groups; what another channel heard counts once")
    GROUPS,
    @Doc(zh = "只存档", en = "nowhere: it keeps the record")
    NOTHING;

    /** Whether it is so in conversations of this kind. */
    public boolean covers(ChatKind kind) {
        return switch (kind) {
            case CUSTOMER -> this != NOTHING;
            case INTERNAL -> this == GROUPS;
            case DIRECT, PRIVATE -> false;
        };
    }
}
