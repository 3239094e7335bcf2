package io.qunbot.wecom.codec;

import io.qunbot.chat.Decoder;
import io.qunbot.chat.Event;
import io.qunbot.chat.Ticket;
import io.qunbot.wecom.codec.tree.Node;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads the decrypted payloads of a kind of channel. Never fails: what it doesn't understand is an
 * {@link Event.Unknown}. Thread-safe.
 */
public record WecomDecoder(ChannelKind kind) implements Decoder {

    private static final Node UNREADABLE = new Node("", "", List.of());

    @Override
    public Event decode(String channel, byte[] payload, Instant received) {
        Node message = parse(payload);
        return event(message, Heading.of(channel, message, payload, received));
    }

    @Override
    public Optional<Ticket> ticket(String channel, byte[] payload, Instant received) {
        return switch (kind) {
            case AIBOT ->
                Node.read(payload).flatMap(outer -> AibotTicket.of(outer, LineFrame.message(outer), received));
            case APP -> AppTicket.of(parse(payload), received);
            case ROBOT -> Optional.empty();
        };
    }

    /** How whoever wrote a message is called, where the channel says it: group robots do. */
    public Optional<String> senderName(byte[] payload) {
        return kind == ChannelKind.ROBOT
                ? Optional.of(parse(payload).child("from").text("name")).filter(name -> !name.isBlank())
                : Optional.empty();
    }

    /** The message itself, without the frame that it came in on a long connection. */
    Node parse(byte[] payload) {
        Node outer = Node.read(payload).orElse(UNREADABLE);
        return kind == ChannelKind.AIBOT ? LineFrame.message(outer) : outer;
    }

    Event event(Node message, Heading heading) {
        return switch (kind) {
            case APP -> new AppCallback(heading, message).event();
            case ROBOT, AIBOT -> new RobotCallback(heading, message).event();
        };
    }
}
