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
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A message or event of a robot: the group robots' in XML and JSON and the intelligent robots' in
 * JSON (document 100719) differ only in how they spell the same fields.
 */
record RobotCallback(Heading heading, Node message) {

    Event event() {
        String type = message.text("msgtype");
        return switch (type) {
            case "event" -> happening(message.child("event"));
            case "attachment" -> personal(type, this::pressed);
            case "", "stream" -> heading.unknown(type);
            // a robot hears only what is said to it: with @ in a group, or one-to-one
            default -> personal(type, (chat, by) -> new Event.Said(heading.id(), heading.at(), chat, by,
                    Contents.ofRobot(type, message), true));
        };
    }

    private Event happening(Node event) {
        String type = event.text("eventtype");
        return switch (type) {
            case "add_to_chat" -> changed(type, Event.Change.BOT_ADDED);
            case "delete_from_chat" -> changed(type, Event.Change.BOT_REMOVED);
            case "enter_chat" ->
                personal(type, (chat, by) -> new Event.Entered(heading.id(), heading.at(), chat, by));
            case "template_card_event" ->
                personal(type, (chat, by) -> clicked(chat, by, event.child("templatecardevent")));
            case "feedback_event" -> feedback(event.child("feedbackevent"));
            default -> heading.unknown(type);
        };
    }

    private Event changed(String type, Event.Change what) {
        return chat()
                .<Event>map(chat -> new Event.Changed(heading.id(), heading.at(), chat, what))
                .orElseGet(() -> heading.unknown(type));
    }

    private Event personal(String type, BiFunction<Chat, MemberId, Event> event) {
        return sender()
                .flatMap(by -> chat().map(chat -> event.apply(chat, by)))
                .orElseGet(() -> heading.unknown(type));
    }

    private Event clicked(Chat chat, MemberId by, Node card) {
        return new Event.Clicked(heading.id(), heading.at(), chat, by, card.text("eventkey"), card.text("taskid"),
                AppCallback.chosen(card));
    }

    /** A button below a message of a group robot; its value counts as what was chosen. */
    private Event pressed(Chat chat, MemberId by) {
        Node attachment = message.child("attachment");
        Node button = attachment.child("actions");
        String name = button.text("name");
        return new Event.Clicked(heading.id(), heading.at(), chat, by, name, attachment.text("callbackid"),
                Map.of(name, List.of(button.text("value"))));
    }

    private Event feedback(Node feedback) {
        Map<String, String> fields = new HashMap<>(AppCallback.fields(feedback));
        sender().ifPresent(by -> fields.put("userid", by.value()));
        chat().ifPresent(chat -> fields.put("chat", chat.id().value()));
        return new Event.Notified(heading.id(), heading.at(), heading.channel(), "feedback_event", fields);
    }

    private Optional<MemberId> sender() {
        return Optional.of(message.child("from").text("userid")).filter(id -> !id.isEmpty()).map(MemberId::new);
    }

    private Optional<Chat> chat() {
        String type = message.text("chattype");
        String id = message.text("chatid");
        if (type.equals("single") || (type.isEmpty() && id.isEmpty())) {
            return sender().map(by -> chat(ChatId.direct(heading.channel(), by), ChatKind.DIRECT));
        }
        return Optional.of(id).filter(given -> !given.isEmpty())
                .map(given -> chat(new ChatId(given), ChatKind.INTERNAL));
    }

    private Chat chat(ChatId id, ChatKind kind) {
        return new Chat(id, kind, heading.channel());
    }
}
