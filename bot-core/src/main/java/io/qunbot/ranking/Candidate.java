package io.qunbot.ranking;

import java.util.List;
import java.util.function.Supplier;

/**
 * An entry that a message may mean.
 *
 * @param entry its position in the catalogue
 * @param confidence 0..1: how probable it is that the message means this entry
 * @param variant the way of asking that comes nearest
 * @param reasons finds out what counted; only whoever explains needs it
 */
public record Candidate(int entry, String id, double confidence, String variant, Supplier<List<Evidence>> reasons) {

    /** What counted, the strongest first. */
    public List<Evidence> evidence() {
        return reasons.get();
    }
}
