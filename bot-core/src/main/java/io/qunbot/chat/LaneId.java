package io.qunbot.chat;

/**
 * A serial queue with a memory of its own: {@code chat:…} for a conversation, {@code member:…} for
 * what follows a person across groups, {@code channel:…} for what concerns neither.
 */
public record LaneId(String value) {

    private static final String CHAT = "chat:";
    private static final String MEMBER = "member:";

    public static LaneId of(ChatId chat) {
        return new LaneId(CHAT + chat.value());
    }

    public static LaneId of(MemberId member) {
        return new LaneId(MEMBER + member.value());
    }

    public static LaneId ofChannel(String channel) {
        return new LaneId("channel:" + channel);
    }

    public boolean isChat() {
        return value.startsWith(CHAT);
    }

    public boolean isMember() {
        return value.startsWith(MEMBER);
    }

    /** The id behind the prefix: of the chat, the member or the channel. */
    public String subject() {
        return value.substring(value.indexOf(':') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
