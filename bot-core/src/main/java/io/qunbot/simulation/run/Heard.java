package io.qunbot.simulation.run;

import io.qunbot.chat.MemberId;
import io.qunbot.simulation.Paper;
import io.qunbot.transcript.Step.Way;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Something that the bot said, told or tagged.
 *
 * @param to for what is told the colleagues, for a tag the member
 * @param text for a tag its name, with '-' when it is taken off
 * @param watched whether it was only recorded, since the profile only watches: nobody noticed it
 * @param reason why it did not leave; empty when it did
 * @param paper as what a colleague has it; empty for what goes through nobody's hands
 */
public record Heard(Way way, LocalDateTime at, List<MemberId> to, String text, boolean watched, String reason,
        Optional<Paper> paper) {

    public Heard {
        to = List.copyOf(to);
    }

    /** What goes through nobody's hands. */
    Heard(Way way, LocalDateTime at, List<MemberId> to, String text, boolean watched, String reason) {
        this(way, at, to, text, watched, reason, Optional.empty());
    }

    /** Whether it only repeats in other words what a draft or a task is known for: it may be expected, or not. */
    public boolean isAside() {
        return paper.isPresent() && way != Way.DRAFT && way != Way.TASK;
    }

    /** Whether it is a draft that is decided and waits until colleagues are there. */
    public boolean isDecision() {
        return isAside() && way == Way.BOT;
    }

    /** What it may be known by: the words, and for a colleague's draft the question before them. */
    List<String> readings() {
        return paper.filter(handed -> !handed.asked().isEmpty()).map(handed -> List.of(text, whole()))
                .orElseGet(() -> List.of(text));
    }

    /** The question with its answer. */
    String whole() {
        return paper.map(handed -> handed.asked() + "\n").orElse("") + text;
    }
}
