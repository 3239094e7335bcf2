package io.qunbot.ranking;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/** All ways of asking of a catalogue, numbered through from entry to entry, and what they mean. Immutable. */
final class Variants {

    private final Crowd meanings;
    /** The entry of each. */
    private final int[] entries;
    /** Where each entry's variants begin; one more than there are entries. */
    private final int[] starts;

    private Variants(Crowd meanings, int[] entries, int[] starts) {
        this.meanings = meanings;
        this.entries = entries;
        this.starts = starts;
    }

    /** @param meanings of each entry's ways of asking */
    static Variants of(List<List<Meaning>> meanings) {
        int[] starts = new int[meanings.size() + 1];
        for (int entry = 0; entry < meanings.size(); entry++) {
            starts[entry + 1] = starts[entry] + meanings.get(entry).size();
        }
        int[] entries = new int[starts[meanings.size()]];
        for (int entry = 0; entry < meanings.size(); entry++) {
            Arrays.fill(entries, starts[entry], starts[entry + 1], entry);
        }
        return new Variants(Crowd.of(meanings.stream().flatMap(List::stream).toList()), entries, starts);
    }

    int entry(int variant) {
        return entries[variant];
    }

    /** The cosine of each with a meaning. */
    float[] cosines(Meaning meaning) {
        return meanings.cosines(meaning);
    }

    /** The best of an entry's cosines. */
    double best(int entry, float[] cosines) {
        float best = -1;
        for (int variant = starts[entry]; variant < starts[entry + 1]; variant++) {
            best = Math.max(best, cosines[variant]);
        }
        return best;
    }

    /** The best of each entry's cosines with a meaning. */
    Bearings bearings(Meaning meaning) {
        float[] cosines = cosines(meaning);
        float[] best = new float[starts.length - 1];
        for (int entry = 0; entry < best.length; entry++) {
            best[entry] = (float) best(entry, cosines);
        }
        return new Bearings(best);
    }

    /** Marks the entries of the variants that come nearest. */
    void mark(float[] cosines, int most, IntPredicate open, BitSet marked) {
        Top top = new Top(most);
        for (int variant = 0; variant < cosines.length; variant++) {
            if (top.takes(cosines[variant]) && open.test(entries[variant])) {
                top.add(variant, cosines[variant]);
            }
        }
        for (int variant : top.numbers()) {
            marked.set(entries[variant]);
        }
    }
}
