package io.qunbot.ranking;

import io.qunbot.text.Normalized;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Tells which entry of a catalogue a message means, and how sure that is. Immutable, for many threads
 * at once; building one takes an index, so that it belongs into a reload and not into a turn.
 */
public final class Ranker {

    /** Entries that get a second look. */
    private static final int CLOSE = 6;
    private static final int TOLD = 5;

    private final Background background = Background.shipped();
    private final Model model = Model.shipped();
    private final List<Item> items;
    private final Finder finder;
    private final Talk talk;

    private Ranker(List<Entry> entries) {
        items = entries.stream().map(entry -> Item.of(entry, background)).toList();
        finder = Finder.of(items);
        talk = Talk.of(background.talk(), items);
    }

    /** @param entries each with at least one way of asking that has a letter or digit */
    public static Ranker of(List<Entry> entries) {
        return new Ranker(entries);
    }

    /** @param open which entries, by position, may be meant now */
    public Ranking rank(Normalized message, IntPredicate open) {
        if (message.core().isEmpty() || items.isEmpty()) {
            return Ranking.NONE;
        }
        List<Comparison> pairs = compare(background.reader().read(message), open);
        return new Ranking(pairs.stream().map(this::candidate)
                .sorted(Comparator.comparingDouble(Candidate::confidence).reversed()).limit(TOLD).toList());
    }

    /** What came near, unordered. */
    List<Comparison> compare(Sentence sentence, IntPredicate open) {
        return compare(Asked.of(sentence, background), open);
    }

    List<Comparison> compare(Asked asked, IntPredicate open) {
        Sentence sentence = asked.sentence();
        List<Rough> close = Arrays.stream(finder.find(sentence)).filter(open)
                .mapToObj(entry -> Rough.of(entry, items.get(entry), sentence))
                .sorted(Comparator.comparingDouble(Rough::score).reversed()).limit(CLOSE).toList();
        return close.stream().map(rough -> Comparison.of(asked, items.get(rough.entry()), rough,
                Rivals.of(rough, close, items.size(), talk), WordVectors.shipped())).toList();
    }

    private double confidence(Comparison pair) {
        if (pair.isWritten()) {
            return 1;
        }
        return pair.isExcluded() ? 0 : Model.confidence(model.odds(pair));
    }

    private Candidate candidate(Comparison pair) {
        int variant = pair.item().ask().indexOf(pair.variant());
        return new Candidate(pair.rough().entry(), pair.item().entry().id(), confidence(pair),
                pair.item().entry().ask().get(variant), () -> model.evidence(pair));
    }
}
