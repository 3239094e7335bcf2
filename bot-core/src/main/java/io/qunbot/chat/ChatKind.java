package io.qunbot.chat;

import java.util.List;

/** Who is in a conversation; decides what the bot may do there. */
public enum ChatKind {
    /** A group of colleagues only. */
    INTERNAL,
    /** A group with WeChat users (客户群); no bot can be a member. */
    CUSTOMER,
    /** One person and the app or bot. */
    DIRECT,
    /** Two people among themselves: the session archive hears them, and the bot never speaks there. */
    PRIVATE;

    /** Those that operators write rules for. */
    public static List<ChatKind> written() {
        return List.of(INTERNAL, CUSTOMER, DIRECT);
    }
}
