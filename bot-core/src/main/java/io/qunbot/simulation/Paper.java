package io.qunbot.simulation;

import io.qunbot.store.OutboxRow;

/**
 * Words that go through a colleague's hands.
 *
 * @param key of the same words, however often they are handed on
 * @param asked what a member said that led to them; may be empty
 * @param message what the colleague got them in, together with whatever waited for the same time; 0 before that
 */
public record Paper(String key, String asked, long message) {

    static Paper of(OutboxRow words, long message) {
        String key = String.join("/", Long.toString(words.seq()), words.plugin(), words.rule(), words.body());
        return new Paper(key, words.duty().quote(), message);
    }
}
