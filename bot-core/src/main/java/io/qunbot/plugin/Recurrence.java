package io.qunbot.plugin;

import io.qunbot.calendar.Slots;
import java.time.Duration;

/**
 * Something for which a stage wants to be woken again and again. The core keeps the ledger: each time rings once, as an
 * {@link io.qunbot.chat.Event.Rang} with {@link #key} and the time that was meant, whatever happens to the process or to
 * the clock meanwhile.
 *
 * @param id what the operator calls it; it stays when other entries of the file move
 * @param step which part of it, empty for the whole
 * @param kind what it is about in the operator's word, empty when that does not matter
 * @param slots when
 * @param late what becomes of a time that is past when it could ring
 */
public record Recurrence(String id, String step, String kind, Slots slots, Late late) {

    /** The payload of a time that an operator asked for by hand. */
    public static final String BY_HAND = "by hand";

    /**
     * What becomes of times that could not ring.
     *
     * @param most later than that a time rings no more
     * @param newestOnly of several that were missed only the newest rings
     */
    public record Late(Duration most, boolean newestOnly) {

        /** Half an hour late is late enough. */
        public static final Late USUAL = new Late(Duration.ofMinutes(30), false);
    }

    /** Something simple: at these times, at most half an hour late. */
    public Recurrence(String id, Slots slots) {
        this(id, "", "", slots, Late.USUAL);
    }

    /** The alarm's key: the id, and the step behind a slash. */
    public String key() {
        return step.isEmpty() ? id : id + "/" + step;
    }
}
