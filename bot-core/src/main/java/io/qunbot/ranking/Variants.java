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

    static Variants of(List<Item> items) {
        int[] starts = new int[items.size() + 1];
        for (int entry = 0; entry < items.size(); entry++) {
            starts[entry + 1] = starts[entry] + items.get(entry).ask().size();
        }
        int[] entries = new int[starts[items.size()]];
        for (int entry = 0; entry < items.size(); entry++) {
            Arrays.fill(entries, starts[entry], starts[entry + 1], entry);
        }
        return new Variants(Crowd.of(items.stream().flatMap(item -> item.ask().stream()).map(Sentence::meaning)
                .toList()), entries, starts);
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
