package io.qunbot.chat;

import java.util.Optional;

/**
 * Where something comes from that goes to another lane: enough to find the words again as long as they are archived, and
 * never the words themselves.
 *
 * @param profile the rules under which it was decided; empty when no rules did
 * @param chat the conversation; empty for what colleagues do by hand
 * @param event what was dealt with
 * @param seq where that stands in the journal; 0 while it is not written, and for what stands nowhere
 * @param depth how many changes of people lead here, each of which followed from the one before
 */
public record Origin(String profile, Optional<Chat> chat, EventId event, long seq, int depth) {

    /** Nobody knows. */
    public static final Origin NONE = new Origin("", Optional.empty(), new EventId("", ""), 0);

    /** What followed from nothing else. */
    public Origin(String profile, Optional<Chat> chat, EventId event, long seq) {
        this(profile, chat, event, seq, 0);
    }

    /** The same one change further. */
    public Origin deeper() {
        return new Origin(profile, chat, event, seq, depth + 1);
    }

    /** The same once it is known where the event stands; what was known already stays. */
    public Origin at(long journal) {
        return seq == 0 ? new Origin(profile, chat, event, journal, depth) : this;
    }
}
