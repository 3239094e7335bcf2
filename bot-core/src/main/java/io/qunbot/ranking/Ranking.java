package io.qunbot.ranking;

import java.util.List;

/**
 * What a message may have meant.
 *
 * @param best the best first, at most five
 */
public record Ranking(List<Candidate> best) {

    public Ranking {
        best = List.copyOf(best);
    }
}
