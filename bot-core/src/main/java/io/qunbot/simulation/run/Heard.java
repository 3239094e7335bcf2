package io.qunbot.simulation.run;

import io.qunbot.chat.MemberId;
import io.qunbot.transcript.Step.Way;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Something that the bot said, told or tagged.
 *
 * @param to for what is told the colleagues, for a tag the member
 * @param text for a tag its name, with '-' when it is taken off
 * @param watched whether it was only recorded, since the profile only watches: nobody noticed it
 * @param reason why it did not leave; empty when it did
 */
public record Heard(Way way, LocalDateTime at, List<MemberId> to, String text, boolean watched, String reason) {

    public Heard {
        to = List.copyOf(to);
    }
}
