package io.qunbot.keywords;

import io.qunbot.text.KeywordIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * What exact matching needs of an index: a number for each word, and the cards that each word
 * triggers. Immutable.
 */
public final class Catalogue {

    private static final int[] NONE = {};

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private int[][] cards = {};

    private Catalogue(RuleIndex index) throws IOException {
        for (LeafReaderContext leaf : index.reader().leaves()) {
            for (Kind kind : Kind.values()) {
                read(leaf, kind);
            }
        }
        reserve(words.size());
        cards = Arrays.copyOf(cards, words.size());
    }

    /** Puts the cards into an index, and reads from it what matching needs. */
    public static Catalogue of(List<Card> cards) {
        try (RuleIndex index = RuleIndex.of(cards)) {
            return new Catalogue(index);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // it is in memory
        }
    }

    /** @throws IllegalArgumentException when no card has the word */
    public int number(String word) {
        Integer number = numbers.get(word);
        if (number == null) {
            throw new IllegalArgumentException("no card has the word " + word);
        }
        return number;
    }

    /** Finds all words; their ids are their numbers. */
    public KeywordIndex words() {
        return KeywordIndex.of(words);
    }

    /** The positions of the cards that a word triggers, by its number. */
    public int[][] triggered() {
        return cards;
    }

    private void read(LeafReaderContext leaf, Kind kind) throws IOException {
        Terms terms = leaf.reader().terms(kind.field());
        if (terms == null) {
            return;
        }
        TermsEnum term = terms.iterator();
        PostingsEnum postings = null;
        while (term.next() != null) {
            int number = numbered(term.term().utf8ToString());
            if (kind == Kind.TRIGGER) {
                postings = term.postings(postings, PostingsEnum.NONE);
                trigger(number, postings, leaf.docBase, term.docFreq());
            }
        }
    }

    private int numbered(String word) {
        return numbers.computeIfAbsent(word, added -> {
            words.add(added);
            return words.size() - 1;
        });
    }

    private void trigger(int number, PostingsEnum postings, int base, int count) throws IOException {
        reserve(number + 1);
        int[] known = cards[number];
        int[] all = Arrays.copyOf(known, known.length + count);
        int at = known.length;
        for (int card = postings.nextDoc(); card != DocIdSetIterator.NO_MORE_DOCS; card = postings.nextDoc()) {
            all[at++] = base + card;
        }
        cards[number] = all;
    }

    private void reserve(int size) {
        if (size > cards.length) {
            int known = cards.length;
            cards = Arrays.copyOf(cards, Math.max(size, known * 2));
            Arrays.fill(cards, known, cards.length, NONE);
        }
    }
}
