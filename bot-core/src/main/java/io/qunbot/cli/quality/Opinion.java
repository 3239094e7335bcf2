package io.qunbot.cli.quality;

import java.util.List;
import java.util.Optional;

/**
 * What a message is taken for.
 *
 * @param best at most three, the likeliest first; none when it resembles nothing or can be no question
 */
public record Opinion(List<Guess> best) {

    /** An intent, and how likely it is meant, 0..1. */
    public record Guess(String intent, double confidence) {}

    public Opinion {
        best = List.copyOf(best);
    }

    /** How likely the likeliest is, 0..1. */
    public double confidence() {
        return best.isEmpty() ? 0 : best.getFirst().confidence();
    }

    /** What is answered when it takes that much to be sure; empty for silence. */
    public Optional<String> answer(double threshold) {
        return best.stream().findFirst().filter(guess -> guess.confidence() >= threshold).map(Guess::intent);
    }

    boolean isFirst(String intent) {
        return !best.isEmpty() && best.getFirst().intent().equals(intent);
    }

    boolean holds(String intent) {
        return best.stream().anyMatch(guess -> guess.intent().equals(intent));
    }
}
