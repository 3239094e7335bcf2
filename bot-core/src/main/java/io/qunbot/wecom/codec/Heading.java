package io.qunbot.wecom.codec;

import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.LaneId;
import io.qunbot.wecom.codec.tree.Node;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/** What every event has, whatever it tells: which one it is, when it was, where it came in. */
record Heading(String channel, EventId id, Instant at) {

    private static final int MAX_ID_LENGTH = 128;
    private static final int MAX_SECONDS_DIGITS = 12;

    /**
     * @param received for an event that names no time; to the millisecond, since that is what a journal
     *            keeps of it
     */
    static Heading of(String channel, Node message, byte[] payload, Instant received) {
        String id = message.text("msgid");
        EventId key = new EventId(channel, isUsable(id) ? id : sha256(payload));
        long seconds = Digits.parse(message.text("createtime"), MAX_SECONDS_DIGITS);
        return new Heading(channel, key,
                seconds > 0 ? Instant.ofEpochSecond(seconds) : received.truncatedTo(ChronoUnit.MILLIS));
    }

    /** An event that concerns no conversation this version understands. */
    Event unknown(String type) {
        return new Event.Unknown(id, at, LaneId.ofChannel(channel), type);
    }

    /** An id that can be a key, and travel in the id of a stream. */
    private static boolean isUsable(String id) {
        return !id.isEmpty() && !id.equals("0") && id.length() <= MAX_ID_LENGTH
                && id.chars().allMatch(letter -> letter > ' ' && letter <= '~');
    }

    private static String sha256(byte[] payload) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(payload));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
