package io.qunbot.wecom.codec;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.wecom.codec.tree.Node;
import java.util.List;
import java.util.stream.Stream;

/** A change of a customer group: {@code change_external_chat} (document 92130). */
record CustomerGroup(Heading heading, Node message) {

    private static final String TYPE = "change_external_chat";
    private static final String REMOVED = "1";
    private static final int MAX_COUNT_DIGITS = 6;

    Event event() {
        String id = message.text("chatid");
        if (id.isEmpty()) {
            return heading.unknown(TYPE);
        }
        Chat chat = new Chat(new ChatId(id), ChatKind.CUSTOMER, heading.channel());
        return switch (message.text("changetype")) {
            case "create" -> changed(chat, Event.Change.CREATED);
            case "dismiss" -> changed(chat, Event.Change.DISMISSED);
            case "update" -> updated(chat, message.text("updatedetail"));
            case String other -> unknown(chat, other);
        };
    }

    private Event updated(Chat chat, String detail) {
        return switch (detail) {
            case "add_member" -> joined(chat, members());
            case "del_member" -> left(chat, members());
            case "change_owner" -> changed(chat, Event.Change.OWNER);
            case "change_name" -> changed(chat, Event.Change.NAME);
            case "change_notice" -> changed(chat, Event.Change.NOTICE);
            default -> unknown(chat, "update/" + detail);
        };
    }

    private Event joined(Chat chat, List<MemberId> members) {
        return new Event.Joined(heading.id(), heading.at(), chat, members, count(members), version());
    }

    private Event left(Chat chat, List<MemberId> members) {
        boolean removed = message.text("quitscene").equals(REMOVED);
        return new Event.Left(heading.id(), heading.at(), chat, members, count(members), removed, version());
    }

    private Event changed(Chat chat, Event.Change what) {
        return new Event.Changed(heading.id(), heading.at(), chat, what);
    }

    private Event unknown(Chat chat, String what) {
        return new Event.Unknown(heading.id(), heading.at(), LaneId.of(chat.id()), TYPE + "/" + what);
    }

    /** Written as items, or in older corps as one list with commas. */
    private List<MemberId> members() {
        Node list = message.child("memchangelist");
        return Stream.concat(list.children("item").stream().map(Node::text), Stream.of(list.text().split(",", -1)))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .distinct()
                .map(MemberId::new)
                .toList();
    }

    /** At least one person, and nobody of those who are named is forgotten. */
    private int count(List<MemberId> members) {
        long told = Digits.parse(message.text("memchangecnt"), MAX_COUNT_DIGITS);
        return Math.max(1, Math.max((int) told, members.size()));
    }

    private String version() {
        return message.text("curmemver");
    }
}
