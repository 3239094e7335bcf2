package io.qunbot.wecom.customer;

import com.google.gson.JsonObject;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.MemberId;
import io.qunbot.directory.Membership;
import io.qunbot.directory.Roster;
import io.qunbot.wecom.api.Fields;
import io.qunbot.wecom.api.WecomApi;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which customer groups there are, and who is in them (documents 92120 and 92122). Thread-safe; blocks. */
public record CustomerGroups(WecomApi api) {

    private static final String PATH = "/cgi-bin/externalcontact/groupchat/";
    private static final int PAGE = 1000;
    private static final int COLLEAGUE = 1;

    /** All groups whose owner the app sees. */
    public List<ChatId> list() throws GatewayException {
        return new Pages(api).all(PATH + "list", Fields.of("status_filter", 0, "limit", PAGE), "group_chat_list")
                .stream().map(group -> Fields.text(group, "chat_id")).filter(id -> !id.isEmpty()).map(ChatId::new)
                .toList();
    }

    /** Asks for one group at most, which proves that the app may. */
    public void probe() throws GatewayException {
        api.post(PATH + "list", Fields.of("status_filter", 0, "limit", 1));
    }

    public Roster get(ChatId chat) throws GatewayException {
        JsonObject group = Fields.object(api.post(PATH + "get", Fields.of("chat_id", chat.value(), "need_name", 1)),
                "group_chat");
        return new Roster(chat, Fields.text(group, "name"), member(Fields.text(group, "owner")),
                Fields.objects(group, "admin_list").stream()
                        .flatMap(each -> member(Fields.text(each, "userid")).stream())
                        .toList(),
                Fields.text(group, "notice"), Fields.text(group, "member_version"),
                Fields.objects(group, "member_list").stream().flatMap(each -> membership(each).stream()).toList());
    }

    private static Optional<Membership> membership(JsonObject json) {
        return member(Fields.text(json, "userid")).map(id -> new Membership(id, name(json),
                Fields.number(json, "type") == COLLEAGUE, Instant.ofEpochSecond(Fields.number(json, "join_time")),
                (int) Fields.number(json, "join_scene"), Fields.text(json, "state"),
                member(Fields.text(Fields.object(json, "invitor"), "userid"))));
    }

    private static String name(JsonObject json) {
        String inGroup = Fields.text(json, "group_nickname");
        return inGroup.isBlank() ? Fields.text(json, "name") : inGroup;
    }

    private static Optional<MemberId> member(String id) {
        return id.isEmpty() ? Optional.empty() : Optional.of(new MemberId(id));
    }
}
