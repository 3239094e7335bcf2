package io.qunbot.wecom.customer;

import com.google.gson.JsonObject;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.GatewayException;
import io.qunbot.wecom.api.Fields;
import io.qunbot.wecom.api.Refusals;
import io.qunbot.wecom.api.WecomApi;
import java.util.List;

/**
 * QR codes by which customers join groups (document 92229). Whoever came by one has its {@code state} in the
 * member list. WeCom's console doesn't show them: keep their ids. Thread-safe; blocks.
 */
public record JoinWays(WecomApi api) {

    private static final String PATH = "/cgi-bin/externalcontact/groupchat/";
    private static final int QR_CODE = 2;
    private static final int STATE_CHARACTERS = 30;
    private static final int MOST_GROUPS = 5;

    /**
     * What a QR code is for.
     *
     * @param groups one to five, filled in turn
     * @param state what is known of those who join by it, at most 30 characters
     * @param next the name of a new group when all are full; empty for none
     */
    public record Plan(String remark, List<ChatId> groups, String state, String next) {
        public Plan {
            groups = List.copyOf(groups);
        }

        private JsonObject json() throws GatewayException {
            if (groups.isEmpty() || groups.size() > MOST_GROUPS
                    || state.codePointCount(0, state.length()) > STATE_CHARACTERS) {
                throw Refusals.drop("入群方式要 1 到 5 个群,state 最多 30 个字",
                        "a join way has 1 to 5 groups and a state of 30 characters");
            }
            JsonObject json = Fields.of("scene", QR_CODE, "remark", remark, "auto_create_room", next.isEmpty() ? 0 : 1,
                    "chat_id_list", groups.stream().map(ChatId::value).toList(), "state", state);
            if (!next.isEmpty()) {
                json.addProperty("room_base_name", next);
                json.addProperty("room_base_id", 1);
            }
            return json;
        }
    }

    /** @param code the address of its picture */
    public record JoinWay(String id, String remark, String state, List<ChatId> groups, String code) {
        public JoinWay {
            groups = List.copyOf(groups);
        }
    }

    /** @return the id */
    public String add(Plan plan) throws GatewayException {
        return Fields.text(api.post(PATH + "add_join_way", plan.json()), "config_id");
    }

    public void update(String id, Plan plan) throws GatewayException {
        JsonObject json = plan.json();
        json.addProperty("config_id", id);
        api.post(PATH + "update_join_way", json);
    }

    public JoinWay get(String id) throws GatewayException {
        JsonObject way = Fields.object(api.post(PATH + "get_join_way", Fields.of("config_id", id)), "join_way");
        return new JoinWay(id, Fields.text(way, "remark"), Fields.text(way, "state"),
                Fields.texts(way, "chat_id_list").stream().map(ChatId::new).toList(), Fields.text(way, "qr_code"));
    }

    public void delete(String id) throws GatewayException {
        api.post(PATH + "del_join_way", Fields.of("config_id", id));
    }
}
