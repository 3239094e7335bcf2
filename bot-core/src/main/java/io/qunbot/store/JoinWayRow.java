package io.qunbot.store;

import java.time.Instant;
import java.util.List;

/**
 * A QR code by which customers join groups.
 *
 * @param id WeCom's name for it
 * @param channel the app that made it
 * @param state what is known of those who join by it
 * @param chats one to five groups
 * @param code the address of its picture; may be empty
 */
public record JoinWayRow(String id, String channel, String state, String remark, List<String> chats, String code,
        Instant at) {

    public JoinWayRow {
        chats = List.copyOf(chats);
    }
}
