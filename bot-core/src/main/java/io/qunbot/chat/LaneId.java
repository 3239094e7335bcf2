package io.qunbot.chat;

/**
 * A serial queue with a memory of its own: {@code chat:…} for a conversation, {@code member:…} for
 * what follows a person across groups, {@code profile:…} for what all groups of a profile share,
 * {@code channel:…} for what concerns none of them.
 */
public record LaneId(String value) {

    private static final String CHAT = "chat:";
    private static final String MEMBER = "member:";
    private static final String PROFILE = "profile:";

    public static LaneId of(ChatId chat) {
        return new LaneId(CHAT + chat.value());
    }

    public static LaneId of(MemberId member) {
        return new LaneId(MEMBER + member.value());
    }

    /** @param profile its stable id */
    public static LaneId ofProfile(String profile) {
        return new LaneId(PROFILE + profile);
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

    public boolean isProfile() {
        return value.startsWith(PROFILE);
    }

    /** The id behind the prefix: of the chat, the member, the profile or the channel. */
    public String subject() {
        return value.substring(value.indexOf(':') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
