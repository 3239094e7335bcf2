package io.qunbot.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** The entries of a ranker, made ready: finds those that come near a message and compares them with it. Immutable. */
final class Catalogue {

    /** Entries that get a second look. */
    private static final int CLOSE = 6;

    private final Background background = Background.shipped();
    private final List<Item> items;
    private final Finder finder;
    private final Talk talk;

    private Catalogue(List<Entry> entries) {
        items = entries.stream().map(entry -> Item.of(entry, background)).toList();
        finder = Finder.of(items, background.reader().letters());
        talk = Talk.of(background.talk(), items);
    }

    static Catalogue of(List<Entry> entries) {
        return new Catalogue(entries);
    }

    /** The memory that the index takes. */
    long indexBytes() {
        return finder.bytes();
    }

    Reader reader() {
        return background.reader();
    }

    List<Item> items() {
        return items;
    }

    /**
     * What came near.
     *
     * @param also entries that are compared whether their words come near or not
     */
    List<Comparison> compare(Sentence sentence, IntPredicate open, int... also) {
        List<Rough> close = finder.find(sentence, open, CLOSE);
        List<Rough> all = finder.join(close, also, sentence);
        if (all.isEmpty()) {
            return List.of();
        }
        Asked asked = Asked.of(sentence, background);
        List<Comparison> pairs = new ArrayList<>();
        for (Rough rough : all) {
            pairs.add(Comparison.of(asked, items.get(rough.entry()), rough,
                    Rivals.of(rough, close, items.size(), talk), WordVectors.shipped()));
        }
        return pairs;
    }
}
