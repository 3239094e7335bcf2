package io.qunbot.wecom.app;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.GatewayException;
import io.qunbot.directory.GroupSource;
import io.qunbot.directory.Roster;
import io.qunbot.wecom.api.WecomApi;
import io.qunbot.wecom.customer.CustomerGroups;
import java.util.List;

/** The groups that an app may ask for: customer groups, and those that it created. */
public record AppGroups(WecomApi api) implements GroupSource {

    @Override
    public Roster fetch(Chat chat) throws GatewayException {
        return chat.kind() == ChatKind.CUSTOMER
                ? new CustomerGroups(api).get(chat.id())
                : new AppChats(api).get(chat.id());
    }

    @Override
    public List<ChatId> customerGroups() throws GatewayException {
        return new CustomerGroups(api).list();
    }
}
