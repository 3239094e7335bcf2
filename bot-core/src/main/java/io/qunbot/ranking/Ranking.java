package io.qunbot.ranking;

import java.util.List;

/** What a message may mean: at most five candidates, the best first; none when nothing comes near. */
public record Ranking(List<Candidate> best) {

    static final Ranking NONE = new Ranking(List.of());

    public Ranking {
        best = List.copyOf(best);
    }
}
