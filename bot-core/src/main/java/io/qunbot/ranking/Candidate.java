package io.qunbot.ranking;

import java.util.List;

/**
 * A question that may be what was meant.
 *
 * @param entry its position in the catalogue
 * @param confidence 0..1, the probability that it is what was meant
 * @param variant the way of asking it that came nearest
 * @param evidence what counted, the strongest first
 */
public record Candidate(int entry, double confidence, String variant, List<Evidence> evidence) {

    public Candidate {
        evidence = List.copyOf(evidence);
    }
}
