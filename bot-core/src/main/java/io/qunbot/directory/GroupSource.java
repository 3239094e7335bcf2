package io.qunbot.directory;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.GatewayException;
import java.util.List;

/** Where rosters come from: one channel's way to ask WeCom. Blocks; thread-safe. */
public interface GroupSource {

    /** Who is in a group, as it is now. */
    Roster fetch(Chat chat) throws GatewayException;

    /** The customer groups that there are. */
    List<ChatId> customerGroups() throws GatewayException;
}
