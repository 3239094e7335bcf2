package io.qunbot.plugin.lead;

import io.qunbot.chat.EventId;
import io.qunbot.chat.Origin;
import java.util.Optional;

/**
 * One thing that speaks for somebody, with what earned it; the words are in the journal, and gone with it.
 *
 * @param key what it is, such as {@code 问价} for a tag or {@code reply/price} for a rule; once in a list
 * @param points that are left of it
 * @param rule what earned it, as {@code plugin/rule}, or who by hand
 * @param at when, in epoch milliseconds
 * @param profile the rules by which it was earned
 * @param channel and {@code event} the message's id
 * @param seq where the message stands in the journal; 0 when it stands nowhere
 */
public record Piece(String key, int points, String rule, long at, String profile, String channel, String event,
        long seq) {

    public static Piece of(String key, int points, String rule, long at, Origin origin) {
        return new Piece(key, points, rule, at, origin.profile(), origin.event().channel(), origin.event().key(),
                origin.seq());
    }

    /** Where the words are. */
    public Origin origin() {
        return new Origin(profile, Optional.empty(), new EventId(channel, event), seq);
    }

    /** The same with fewer points. */
    public Piece less(int off) {
        return new Piece(key, Math.max(0, points - off), rule, at, profile, channel, event, seq);
    }
}
