package io.qunbot.people;

import io.qunbot.chat.EventId;
import io.qunbot.chat.Origin;
import java.time.Instant;

/**
 * Why a tag is on a member, or is no more: the last change of it. Kept on the member's lane for each tag; the words are
 * in the journal, and gone with it.
 *
 * @param on whether the tag was put on
 * @param rule what asked for it, as {@code plugin/rule}, or who by hand and why
 * @param chat the id of the conversation; empty for what was done by hand
 * @param channel and {@code event} the message's id
 * @param seq where the message stands in the journal; 0 when it stands nowhere
 */
public record Evidence(boolean on, String rule, Instant at, String profile, String chat, String channel, String event,
        long seq) {

    private static final String KEY = "why/";

    /** A change of which it is known where it comes from. */
    public static Evidence of(boolean on, String rule, Instant at, Origin origin) {
        return new Evidence(on, rule, at, origin.profile(), origin.chat().map(chat -> chat.id().value()).orElse(""),
                origin.event().channel(), origin.event().key(), origin.seq());
    }

    /** Under which key it is kept on the member's lane. */
    public static String key(String tag) {
        return KEY + tag;
    }

    /** Whether something is kept under such a key. */
    public static boolean isKey(String key) {
        return key.startsWith(KEY);
    }

    /** The tag that is kept under a key. */
    public static String tag(String key) {
        return key.substring(KEY.length());
    }

    public EventId id() {
        return new EventId(channel, event);
    }
}
