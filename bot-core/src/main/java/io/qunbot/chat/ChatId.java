package io.qunbot.chat;

/**
 * A conversation: a group by its WeCom chat id, a one-to-one conversation as
 * {@code channel:member}.
 */
public record ChatId(String value) {

    public ChatId {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a chat id must not be empty");
        }
    }

    /** The one-to-one conversation of {@code member} with what answers on {@code channel}. */
    public static ChatId direct(String channel, MemberId member) {
        return new ChatId(channel + ":" + member.value());
    }

    @Override
    public String toString() {
        return value;
    }
}
