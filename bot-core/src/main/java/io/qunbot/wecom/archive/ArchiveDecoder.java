package io.qunbot.wecom.archive;

import io.qunbot.chat.Decoder;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.LaneId;
import io.qunbot.wecom.codec.tree.Node;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * Reads messages of the session archive: {@code {"seq":N,"message":{…}}}, or the message alone. Never fails: what it
 * doesn't understand is an {@link Event.Unknown}. Thread-safe.
 */
public final class ArchiveDecoder implements Decoder {

    /** What a message is that nobody could open. */
    public static final String SEALED = "sealed";
    /** What bytes are that hold no message. */
    public static final String MALFORMED = "malformed";

    @Override
    public Event decode(String channel, byte[] payload, Instant received) {
        return read(channel, payload, received).event();
    }

    /** Reads a message with its place in the archive. */
    public static ArchivedEvent read(String channel, byte[] payload, Instant received) {
        Instant now = received.truncatedTo(ChronoUnit.MILLIS);
        return Node.read(payload)
                .map(document -> new ArchivedEvent(seq(document.text("seq")), event(channel, document, payload, now)))
                .orElseGet(() -> new ArchivedEvent(0, unknown(new EventId(channel, sha256(payload)), now, MALFORMED)));
    }

    private static long seq(String digits) {
        try {
            return digits.isEmpty() ? 0 : Long.parseUnsignedLong(digits);
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private static Event event(String channel, Node document, byte[] payload, Instant now) {
        Node inner = document.child("message");
        ArchiveMessage message = new ArchiveMessage(channel, inner.children().isEmpty() ? document : inner);
        EventId id = new EventId(channel, message.id().isEmpty() ? sha256(payload) : message.id());
        if (!document.text("encryptchatmsg").isEmpty()) {
            return unknown(id, now, SEALED);
        }
        Instant at = message.at().orElse(now);
        return message.event(id, at).orElseGet(() -> unknown(id, at, message.type().isEmpty()
                ? MALFORMED
                : message.type()));
    }

    private static Event unknown(EventId id, Instant at, String type) {
        return new Event.Unknown(id, at, LaneId.ofChannel(id.channel()), type);
    }

    private static String sha256(byte[] payload) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(payload));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
