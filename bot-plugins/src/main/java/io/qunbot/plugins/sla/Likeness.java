package io.qunbot.plugins.sla;

import io.qunbot.plugin.Quotation;
import io.qunbot.plugin.question.Asked;
import io.qunbot.text.Normalizer;
import java.util.HashSet;
import java.util.Set;

/** Tells whether messages are about the same. */
final class Likeness {

    /** So many characters of a quoted message are enough to know it by: clients cut what they quote. */
    private static final int BEGINNING = 12;
    private static final double ENOUGH = 0.5;

    private Likeness() {}

    /** Whether a quotation is of a message. */
    static boolean isQuoted(Asked asked, String typed) {
        String quoted = Quotation.of(typed).map(Normalizer::words).orElse("");
        String words = Normalizer.words(asked.words());
        return !words.isEmpty() && quoted.contains(words.substring(0, Math.min(BEGINNING, words.length())));
    }

    /** Whether somebody asks the same again in nearly the same words. */
    static boolean isAlike(String one, String other) {
        Set<String> mine = pairs(Normalizer.words(one));
        Set<String> others = pairs(Normalizer.words(other));
        Set<String> both = new HashSet<>(mine);
        both.retainAll(others);
        return !both.isEmpty() && both.size() >= ENOUGH * Math.min(mine.size(), others.size());
    }

    private static Set<String> pairs(String words) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= words.length(); i++) {
            pairs.add(words.substring(i, i + 2));
        }
        return pairs;
    }
}
