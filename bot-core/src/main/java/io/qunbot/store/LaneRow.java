package io.qunbot.store;

import io.qunbot.chat.Chat;
import io.qunbot.chat.LaneId;
import java.util.Optional;

/**
 * A lane as the store knows it.
 *
 * @param number its key in all tables
 * @param chat the conversation, empty for lanes that are none
 * @param firstName the conversation's name when it was first known; decides its profile for good
 */
public record LaneRow(int number, LaneId id, Optional<Chat> chat, Optional<String> firstName) {}
