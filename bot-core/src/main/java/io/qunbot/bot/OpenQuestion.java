package io.qunbot.bot;

import io.qunbot.chat.MemberId;
import io.qunbot.text.Normalized;
import java.time.Instant;

/**
 * A question that nobody's rules could answer.
 *
 * @param nearest the entry of the catalogue that came nearest; may be empty
 * @param confidence how sure it was of that one
 */
record OpenQuestion(String profile, MemberId by, Normalized text, Instant at, String nearest, double confidence) {

    /** As it may stand in a catalogue: in one line, without mentions and stickers. */
    String wording() {
        return String.join(" ", text.line().text().strip().split("\\s+", -1));
    }
}
