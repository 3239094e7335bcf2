package io.qunbot.store;

import io.qunbot.chat.MemberId;
import io.qunbot.chat.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a colleague is expected to do about words.
 *
 * @param quote what a member said that led to them; may be empty
 * @param deadline until when somebody has to take them up; empty for any time
 * @param next who gets them after that; empty for nobody
 * @param later who gets them after those, one group after the other
 * @param step how long whoever is next has
 * @param verdict what became of them; empty while they are open
 * @param judge who said so; empty for the clock
 * @param note what the colleague would have said instead; may be empty
 */
public record Duty(String quote, Optional<Instant> deadline, List<MemberId> next, List<List<MemberId>> later,
        Duration step, Optional<Verdict> verdict, Optional<MemberId> judge, String note) {

    public static final Duty NONE = new Duty("", Optional.empty(), List.of(), List.of(), Duration.ZERO,
            Optional.empty(), Optional.empty(), "");

    public Duty {
        next = List.copyOf(next);
        later = later.stream().map(List::copyOf).toList();
    }

    /** What somebody may take up at any time. */
    public static Duty about(String quote) {
        return new Duty(quote, Optional.empty(), List.of(), List.of(), Duration.ZERO, Optional.empty(),
                Optional.empty(),
                "");
    }

    /** What has to be taken up in time. */
    public Duty until(Instant deadline, Duration step, List<MemberId> next) {
        return new Duty(quote, Optional.of(deadline), next, later, step, verdict, judge, note);
    }

    /** And after whoever is next, these. */
    public Duty then(List<List<MemberId>> others) {
        return new Duty(quote, deadline, next, others, step, verdict, judge, note);
    }

    /** The same, counted from when a colleague got them. */
    public Duty handed(Instant now) {
        return deadline.isPresent() ? until(now.plus(step), step, next) : this;
    }

    public boolean isOpen() {
        return verdict.isEmpty();
    }
}
