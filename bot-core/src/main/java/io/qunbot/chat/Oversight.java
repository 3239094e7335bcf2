package io.qunbot.chat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Who looks after words before members see them.
 *
 * @param most how far the rule lets them go, whatever its profile allows
 * @param charge the colleagues in charge of the subject; empty for whoever gets the profile's drafts
 * @param within how long whoever has to confirm them may take, after which they are not worth saying; empty for as
 *            long as is usual
 * @param about what they answer; empty for what was said in the event itself, if anything was
 */
public record Oversight(Autonomy most, List<MemberId> charge, Optional<Duration> within, Optional<Question> about) {

    public static final Oversight NONE = new Oversight(Autonomy.AUTO, List.of());

    public Oversight(Autonomy most, List<MemberId> charge) {
        this(most, charge, Optional.empty(), Optional.empty());
    }

    /** What somebody said; foreign text. */
    public record Question(MemberId by, String words) {}

    /** The same about words that were said before. */
    public Oversight about(MemberId by, String words) {
        return new Oversight(most, charge, within, Optional.of(new Question(by, words)));
    }

    public Oversight {
        charge = List.copyOf(charge);
    }
}
