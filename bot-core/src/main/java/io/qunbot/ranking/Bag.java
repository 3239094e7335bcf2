package io.qunbot.ranking;

import java.util.Arrays;
import java.util.List;

/**
 * Terms of a text with their weights, each term once; of length 1 as a vector, unless it is empty.
 * Immutable.
 */
final class Bag {

    private final int[] terms;
    private final float[] weights;

    private Bag(int[] terms, float[] weights) {
        this.terms = terms;
        this.weights = weights;
    }

    /** Ascending; nobody changes it. */
    int[] terms() {
        return terms;
    }

    /** @param terms in any order, with repetitions, of which only the first counts; they are sorted in place */
    static Bag of(int[] terms, Rareness rareness) {
        int[] distinct = distinct(terms);
        float[] weights = new float[distinct.length];
        double square = 0;
        for (int i = 0; i < distinct.length; i++) {
            weights[i] = (float) rareness.of(distinct[i]);
            square += weights[i] * weights[i];
        }
        float length = (float) Math.sqrt(square);
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= length;
        }
        return new Bag(distinct, weights);
    }

    private static int[] distinct(int[] terms) {
        Arrays.sort(terms);
        int count = 0;
        for (int i = 0; i < terms.length; i++) {
            if (i == 0 || terms[i] != terms[i - 1]) {
                terms[count++] = terms[i];
            }
        }
        return Arrays.copyOf(terms, count);
    }

    /** The terms of several bags together. */
    static Bag union(List<Bag> bags, Rareness rareness) {
        int[] terms = new int[bags.stream().mapToInt(bag -> bag.terms.length).sum()];
        int end = 0;
        for (Bag bag : bags) {
            System.arraycopy(bag.terms, 0, terms, end, bag.terms.length);
            end += bag.terms.length;
        }
        return of(terms, rareness);
    }

    /** 0..1. */
    double cosine(Bag other) {
        double sum = 0;
        for (int i = 0, j = 0; i < terms.length && j < other.terms.length;) {
            int difference = Integer.compare(terms[i], other.terms[j]);
            if (difference == 0) {
                sum += weights[i++] * other.weights[j++];
            } else if (difference < 0) {
                i++;
            } else {
                j++;
            }
        }
        return sum;
    }

    /** 0..1: how much of this text's weight stands in the other text, too. */
    double coveredBy(Bag other) {
        double covered = 0;
        double all = 0;
        for (int i = 0, j = 0; i < terms.length; i++) {
            while (j < other.terms.length && other.terms[j] < terms[i]) {
                j++;
            }
            all += weights[i];
            if (j < other.terms.length && other.terms[j] == terms[i]) {
                covered += weights[i];
            }
        }
        return all == 0 ? 0 : covered / all;
    }
}
