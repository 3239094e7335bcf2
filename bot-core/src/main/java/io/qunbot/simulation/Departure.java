package io.qunbot.simulation;

import io.qunbot.chat.EventId;
import io.qunbot.chat.MemberId;
import io.qunbot.store.OutboxRow;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Words that a bot decided on, with what became of them so far.
 *
 * @param cause the event of which they came
 * @param left when they left the house, to members or to colleagues
 */
public record Departure(EventId cause, OutboxRow words, Optional<Instant> left) {

    /** The colleagues who have them before them. */
    public List<MemberId> colleagues() {
        return Arrays.stream(words.recipient().split(",", -1)).filter(account -> !account.isEmpty())
                .map(MemberId::new).toList();
    }
}
