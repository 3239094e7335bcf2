package io.qunbot.wecom.codec;

import io.qunbot.chat.Decoder;
import io.qunbot.chat.Event;
import io.qunbot.wecom.codec.tree.Node;
import java.time.Instant;
import java.util.List;

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

    Node parse(byte[] payload) {
        return Node.read(payload).orElse(UNREADABLE);
    }

    Event event(Node message, Heading heading) {
        return switch (kind) {
            case APP -> new AppCallback(heading, message).event();
            case ROBOT, AIBOT -> new RobotCallback(heading, message).event();
        };
    }
}
