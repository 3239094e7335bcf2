package io.qunbot.ranking;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/** Finds the entries that a message may mean, by its letters, its sounds and its meaning. Immutable. */
final class Finder {

    /** Ways of asking looked at: the nearest in meaning, and those that share most. */
    private static final int NEAREST = 30;
    private static final int SHARING = 20;

    private final List<Item> items;
    private final Variants variants;
    private final WordIndex words;

    private Finder(List<Item> items, Rareness letters) {
        this.items = items;
        variants = Variants.of(items.stream().map(item -> item.ask().stream().map(Sentence::meaning).toList())
                .toList());
        words = WordIndex.of(items.stream().flatMap(item -> item.ask().stream()).toList(), letters);
    }

    /** @param letters how rare they are */
    static Finder of(List<Item> items, Rareness letters) {
        return new Finder(items, letters);
    }

    /** The memory that the index takes. */
    long bytes() {
        return words.bytes();
    }

    /** The few that deserve a second look, the nearest first. */
    List<Rough> find(Sentence asked, IntPredicate open, int most) {
        float[] cosines = variants.cosines(asked.meaning());
        BitSet found = new BitSet();
        variants.mark(cosines, NEAREST, open, found);
        for (int variant : words.find(asked, SHARING)) {
            found.set(variants.entry(variant));
        }
        List<Rough> roughs = new ArrayList<>();
        for (int entry = found.nextSetBit(0); entry >= 0; entry = found.nextSetBit(entry + 1)) {
            if (open.test(entry)) {
                roughs.add(Rough.of(entry, items.get(entry), asked, variants.best(entry, cosines)));
            }
        }
        roughs.sort(Comparator.comparingDouble(Rough::score).reversed());
        return roughs.subList(0, Math.min(most, roughs.size()));
    }

    /** With some more entries, each once. */
    List<Rough> join(List<Rough> found, int[] more, Sentence asked) {
        List<Rough> all = new ArrayList<>(found);
        for (int entry : more) {
            if (found.stream().noneMatch(rough -> rough.entry() == entry)) {
                all.add(Rough.of(entry, items.get(entry), asked));
            }
        }
        return all;
    }
}
