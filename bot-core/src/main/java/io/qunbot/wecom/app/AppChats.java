package io.qunbot.wecom.app;

import com.google.gson.JsonObject;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.MemberId;
import io.qunbot.directory.Membership;
import io.qunbot.directory.Roster;
import io.qunbot.wecom.api.Fields;
import io.qunbot.wecom.api.Refusals;
import io.qunbot.wecom.api.WecomApi;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Groups of colleagues that the app creates (documents 90245, 98913 and 90247); it needs the root department in its
 * visibility. Thread-safe; blocks.
 */
public record AppChats(WecomApi api) {

    private static final int FEWEST = 2;
    private static final int MOST = 2000;

    /**
     * Creates a group, which members see only after the first message in it.
     *
     * @param id 1 to 32 letters and digits; empty to let WeCom choose
     */
    public ChatId create(String id, String name, MemberId owner, List<MemberId> members) throws GatewayException {
        if (members.size() < FEWEST || members.size() > MOST) {
            throw Refusals.drop("应用群要 " + FEWEST + " 到 " + MOST + " 位成员",
                    "a group has " + FEWEST + " to " + MOST + " members");
        }
        JsonObject body = Fields.of("name", name, "owner", owner.value(), "userlist", ids(members));
        if (!id.isEmpty()) {
            body.addProperty("chatid", id);
        }
        return new ChatId(Fields.text(api.post("/cgi-bin/appchat/create", body), "chatid"));
    }

    /**
     * What changes about a group; what is empty stays.
     */
    public record Change(Optional<String> name, Optional<MemberId> owner, List<MemberId> add, List<MemberId> remove) {
        public Change {
            add = List.copyOf(add);
            remove = List.copyOf(remove);
        }
    }

    public void update(ChatId chat, Change change) throws GatewayException {
        JsonObject body = Fields.of("chatid", chat.value());
        change.name().ifPresent(name -> body.addProperty("name", name));
        change.owner().ifPresent(owner -> body.addProperty("owner", owner.value()));
        list(body, "add_user_list", change.add());
        list(body, "del_user_list", change.remove());
        api.post("/cgi-bin/appchat/update", body);
    }

    private static void list(JsonObject body, String name, List<MemberId> members) {
        if (!members.isEmpty()) {
            body.add(name, Fields.of(name, ids(members)).get(name));
        }
    }

    private static List<String> ids(List<MemberId> members) {
        return members.stream().map(MemberId::value).toList();
    }

    /** Who is in a group that the app created. */
    public Roster get(ChatId chat) throws GatewayException {
        JsonObject info = Fields.object(api.get("/cgi-bin/appchat/get", Map.of("chatid", chat.value())), "chat_info");
        List<Membership> members = Fields.texts(info, "userlist").stream()
                .map(id -> Membership.colleague(new MemberId(id))).toList();
        String owner = Fields.text(info, "owner");
        return new Roster(chat, Fields.text(info, "name"),
                owner.isEmpty() ? Optional.empty() : Optional.of(new MemberId(owner)), List.of(), "", "", members);
    }
}
