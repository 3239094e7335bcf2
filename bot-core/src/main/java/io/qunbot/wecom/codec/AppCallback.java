package io.qunbot.wecom.codec;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.chat.MemberId;
import io.qunbot.wecom.codec.tree.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** A message or event of a self-built application (documents 90239 and 90240). */
record AppCallback(Heading heading, Node message) {

    /** The sender of what no person did. */
    private static final String SYSTEM = "sys";

    Event event() {
        String type = message.text("msgtype");
        return switch (type) {
            case "event" -> happening(message.text("event"));
            case "" -> heading.unknown("");
            default -> personal(type, (chat, by) -> new Event.Said(heading.id(), heading.at(), chat, by,
                    Contents.ofApp(type, message), true));
        };
    }

    private Event happening(String type) {
        return switch (type) {
            case "change_external_chat" -> new CustomerGroup(heading, message).event();
            case "enter_agent", "subscribe" ->
                personal(type, (chat, by) -> new Event.Entered(heading.id(), heading.at(), chat, by));
            case "click", "template_card_event" -> personal(type, this::clicked);
            case "msgaudit_notify", "change_external_contact", "change_external_tag" ->
                new Event.Notified(heading.id(), heading.at(), heading.channel(), type, fields(message));
            default -> heading.unknown(type);
        };
    }

    private Event personal(String type, BiFunction<Chat, MemberId, Event> event) {
        String sender = message.text("fromusername");
        if (sender.isEmpty() || sender.equals(SYSTEM)) {
            return heading.unknown(type);
        }
        MemberId by = new MemberId(sender);
        return event.apply(new Chat(ChatId.direct(heading.channel(), by), ChatKind.DIRECT, heading.channel()), by);
    }

    private Event clicked(Chat chat, MemberId by) {
        return new Event.Clicked(heading.id(), heading.at(), chat, by, message.text("eventkey"),
                message.text("taskid"), chosen(message));
    }

    /** The options chosen on a card, of an application or a robot. */
    static Map<String, List<String>> chosen(Node card) {
        Map<String, List<String>> chosen = new HashMap<>();
        for (Node item : card.child("selecteditems").children("selecteditem")) {
            chosen.put(item.text("questionkey"),
                    item.child("optionids").children("optionid").stream().map(Node::text).toList());
        }
        return chosen;
    }

    /** The fields as WeCom names them; of nested ones the names alone say too little. */
    static Map<String, String> fields(Node message) {
        Map<String, String> fields = new HashMap<>();
        message.children().stream()
                .filter(field -> field.children().isEmpty())
                .forEach(field -> fields.putIfAbsent(field.name(), field.text()));
        return fields;
    }
}
