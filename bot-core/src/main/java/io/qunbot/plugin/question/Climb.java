package io.qunbot.plugin.question;

import java.time.Instant;

/**
 * How far it has come with a question that nobody answers.
 *
 * @param steps how many of the posts had their turn
 * @param late whether it has been noted that the time for an answer is over
 * @param held until when a rule's own words to colleagues are enough, in milliseconds of the epoch; 0 for not at all
 * @param last when the last of them was told, in milliseconds of the epoch; 0 when none was
 */
public record Climb(int steps, boolean late, long held, long last) {

    public static final Climb NONE = new Climb(0, false, 0, 0);

    /** The next one is told. */
    public Climb step(Instant now) {
        return new Climb(steps + 1, late, held, now.toEpochMilli());
    }

    public Climb beLate() {
        return new Climb(steps, true, held, last);
    }

    /** A rule has told colleagues of its own: up to a post they know, and until a time that is enough. */
    public Climb held(Instant until, int known) {
        return new Climb(Math.max(steps, known), late, Math.max(held, until.toEpochMilli()), last);
    }
}
