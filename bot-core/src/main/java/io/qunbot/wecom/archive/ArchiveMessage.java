package io.qunbot.wecom.archive;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.MemberId;
import io.qunbot.wecom.codec.tree.Node;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A message of the archive, opened: who said what to whom. */
record ArchiveMessage(String channel, Node fields) {

    private static final int MAX_ID_LENGTH = 128;

    /** The message's id; empty when it has none that can be a key. */
    String id() {
        String id = fields.text("msgid");
        boolean usable = id.length() <= MAX_ID_LENGTH && id.chars().allMatch(letter -> letter > ' ' && letter <= '~');
        return usable ? id : "";
    }

    String type() {
        return isSwitch() ? "switch" : fields.text("msgtype");
    }

    /** When it was said. */
    Optional<Instant> at() {
        return Times.read(fields.text("msgtime")).or(() -> Times.read(fields.text("time")));
    }

    /** What happened; empty when nobody said it, or nothing says where. */
    Optional<Event> event(EventId id, Instant at) {
        if (isSwitch()) {
            return Optional.of(new Event.Notified(id, at, channel, "switch", Map.of("user", fields.text("user"))));
        }
        String from = fields.text("from");
        return from.isBlank() || type().isEmpty()
                ? Optional.empty()
                : chat(from).map(chat -> said(id, at, chat, new MemberId(from)));
    }

    private Event said(EventId id, Instant at, Chat chat, MemberId by) {
        return switch (type()) {
            case "revoke" -> new Event.Recalled(id, at, chat, by, fields.child("revoke").text("premsgid"));
            case "agree", "disagree" -> consent(id, at, chat, by);
            case String _ when fields.text("action").equals("recall") -> recalled(id, at, chat, by);
            default -> new Event.Said(id, at, chat, by, Bodies.of(fields), false);
        };
    }

    /** An action that names no other message is about the message itself. */
    private Event recalled(EventId id, Instant at, Chat chat, MemberId by) {
        String other = fields.child("revoke").text("premsgid");
        return new Event.Recalled(id, at, chat, by, other.isEmpty() ? id.key() : other);
    }

    private Event consent(EventId id, Instant at, Chat chat, MemberId by) {
        String who = fields.child(type()).text("userid");
        return new Event.Consented(id, at, chat, who.isEmpty() ? by : new MemberId(who), type().equals("agree"));
    }

    private boolean isSwitch() {
        return fields.text("action").equals("switch");
    }

    /** A group, or the two who talk when there is none. */
    private Optional<Chat> chat(String from) {
        String room = fields.text("roomid");
        if (!room.isBlank()) {
            return Optional.of(new Chat(new ChatId(room), isExternal(from, room)
                    ? ChatKind.CUSTOMER
                    : ChatKind.INTERNAL, channel));
        }
        return receivers().findFirst().map(to -> {
            List<String> both = Stream.of(from, to).sorted().toList();
            return new Chat(new ChatId(channel + ":" + both.getFirst() + "+" + both.getLast()), ChatKind.PRIVATE,
                    channel);
        });
    }

    private Stream<String> receivers() {
        return fields.children("tolist").stream().map(Node::text).filter(to -> !to.isBlank());
    }

    /** Whether WeChat users are in it: WeCom marks the message, the group's id, and theirs. */
    private boolean isExternal(String from, String room) {
        return room.startsWith("wr") || id().endsWith("_external")
                || Stream.concat(Stream.of(from), receivers()).anyMatch(ArchiveMessage::isCustomer);
    }

    static boolean isCustomer(String member) {
        return member.startsWith("wm") || member.startsWith("wo");
    }
}
