package io.qunbot.wecom.codec;

import io.qunbot.chat.Ticket;
import io.qunbot.wecom.codec.tree.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What an intelligent robot answers an event with: a request of the long connection, or an address for one answer. */
public sealed interface AibotTicket {

    /** For a message, document 101463. */
    Duration ANSWER = Duration.ofHours(24);

    /** For somebody who opens the conversation, document 101463. */
    Duration WELCOME = Duration.ofSeconds(5);

    /** For a card that somebody clicked, document 101463. */
    Duration CLICK = Duration.ofSeconds(5);

    /** For an address, document 101138. */
    Duration ADDRESS = Duration.ofHours(1);

    /** A message that came on the long connection. */
    record Request(String id) implements AibotTicket {}

    /** Somebody opened the conversation, as the long connection told. */
    record Entry(String id) implements AibotTicket {}

    /**
     * Somebody pressed a button of a card, as the long connection told.
     *
     * @param task what the card was named with; it keeps that name
     */
    record Click(String id, String task) implements AibotTicket {}

    /** Where one answer may be posted to; who has it can speak in the bot's name. */
    record Address(String url) implements AibotTicket {
        @Override
        public String toString() {
            return "Address[…]";
        }
    }

    /** What a ticket of an intelligent robot's event stands for. */
    static AibotTicket of(Ticket ticket) {
        String value = ticket.value();
        int space = value.indexOf(' ');
        String rest = value.substring(space + 1);
        return switch (value.substring(0, Math.max(0, space))) {
            case "msg" -> new Request(rest);
            case "enter" -> new Entry(rest);
            case "click" -> new Click(rest.substring(rest.indexOf(' ') + 1), rest.substring(0, rest.indexOf(' ')));
            default -> new Address(rest);
        };
    }

    /**
     * The ticket of an event.
     *
     * @param outer what came: a frame, or the message itself
     */
    static Optional<Ticket> of(Node outer, Node message, Instant received) {
        String request = outer.child("headers").text("reqid");
        if (!request.isEmpty()) {
            return ofFrame(request, message, received);
        }
        return Optional.of(message.text("responseurl")).filter(url -> !url.isEmpty())
                .map(url -> new Ticket("url " + url, received.plus(ADDRESS)));
    }

    private static Optional<Ticket> ofFrame(String request, Node message, Instant received) {
        if (!message.text("msgtype").equals("event")) {
            return Optional.of(new Ticket("msg " + request, received.plus(ANSWER)));
        }
        // the requests of other events carry no words: WeCom refuses them with 846605
        Node event = message.child("event");
        return switch (event.text("eventtype")) {
            case "enter_chat" -> Optional.of(new Ticket("enter " + request, received.plus(WELCOME)));
            case "template_card_event" -> Optional.of(task(event)).filter(task -> !task.isEmpty())
                    .map(task -> new Ticket("click " + task + " " + request, received.plus(CLICK)));
            default -> Optional.empty();
        };
    }

    /** It stands within the event, or within what is named like it. */
    private static String task(Node event) {
        String task = event.child("templatecardevent").text("taskid");
        return task.isEmpty() ? event.text("taskid") : task;
    }
}
