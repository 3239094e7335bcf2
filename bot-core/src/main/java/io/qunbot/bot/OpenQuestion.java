package io.qunbot.bot;

import io.qunbot.chat.MemberId;
import io.qunbot.plugin.mask.Masks;
import io.qunbot.text.Normalized;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * A question that nobody's rules could answer.
 *
 * @param masks what is hidden where it was asked; of {@code text} it is already
 * @param nearest the entry of the catalogue that came nearest; may be empty
 * @param confidence how sure it was of that one
 */
record OpenQuestion(String profile, MemberId by, Masks masks, Normalized text, Instant at, String nearest,
        double confidence) {

    /** Whoever asked, as a list names them. */
    String asker(Function<MemberId, Optional<String>> names) {
        return names.apply(by).map(name -> masks.member(masks.in(name))).orElseGet(() -> Masked.id(by.value()));
    }

    /** As it may stand in a catalogue: in one line, without mentions and stickers. */
    String wording() {
        return String.join(" ", text.line().text().strip().split("\\s+", -1));
    }
}
