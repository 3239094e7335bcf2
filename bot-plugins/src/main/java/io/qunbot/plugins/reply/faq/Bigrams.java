package io.qunbot.plugins.reply.faq;

import java.util.HashSet;
import java.util.Set;

/** How much two short texts have in common, by pairs of characters. */
final class Bigrams {

    private Bigrams() {}

    /** From 0, nothing, to 1, all. */
    static double likeness(String one, String other) {
        Set<String> both = of(one);
        Set<String> others = of(other);
        int all = both.size() + others.size();
        both.retainAll(others);
        return all == 0 ? 0 : 2.0 * both.size() / all;
    }

    private static Set<String> of(String text) {
        Set<String> pairs = new HashSet<>();
        for (int at = 0; at + 2 <= text.length(); at++) {
            pairs.add(text.substring(at, at + 2));
        }
        return pairs;
    }
}
