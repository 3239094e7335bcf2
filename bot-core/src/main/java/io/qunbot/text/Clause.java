package io.qunbot.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a message between two marks of punctuation.
 *
 * @param words without courtesy, never empty
 * @param marked whether a question mark ends it
 */
record Clause(String words, boolean marked) {

    private static final String BREAKS = ",.;:!。、…~\n";

    /** The clauses of a line that have words. */
    static List<Clause> all(String line) {
        List<Clause> clauses = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= line.length(); i++) {
            boolean marked = i < line.length() && line.charAt(i) == '?';
            if (marked || i == line.length() || BREAKS.indexOf(line.charAt(i)) >= 0) {
                String words = Courtesy.strip(Line.of(line.substring(start, i)).words());
                if (!words.isEmpty()) {
                    clauses.add(new Clause(words, marked));
                }
                start = i + 1;
            }
        }
        return clauses;
    }

    boolean asks() {
        return inquires() || Wish.asks(words);
    }

    /** Whether it asks to be told something, and not for something. */
    boolean inquires() {
        return marked || Ending.asks(words) || Interrogative.asks(words);
    }
}
