package io.qunbot.chat;

/**
 * A conversation and the channel it is heard on.
 *
 * @param channel the id of the channel in {@code config/bot.yaml}
 */
public record Chat(ChatId id, ChatKind kind, String channel) {

    public LaneId lane() {
        return LaneId.of(id);
    }
}
