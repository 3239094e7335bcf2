package io.qunbot.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The terms of a folded text: the pairs of neighbours in their order, or each single character once. */
final class PairStream extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final List<String> terms;
    private int next;

    private PairStream(List<String> terms) {
        this.terms = terms;
    }

    static PairStream ofPairs(String folded) {
        return new PairStream(pairs(folded));
    }

    static PairStream ofSingles(String folded) {
        LinkedHashSet<String> singles = new LinkedHashSet<>();
        folded.codePoints().forEach(point -> singles.add(Character.toString(point)));
        return new PairStream(List.copyOf(singles));
    }

    static List<String> pairs(String folded) {
        List<String> pairs = new ArrayList<>(folded.length());
        for (int at = 0; at < folded.length();) {
            int second = folded.offsetByCodePoints(at, 1);
            if (second < folded.length()) {
                pairs.add(folded.substring(at, folded.offsetByCodePoints(second, 1)));
            }
            at = second;
        }
        return pairs;
    }

    @Override
    public boolean incrementToken() {
        if (next == terms.size()) {
            return false;
        }
        clearAttributes();
        term.append(terms.get(next++));
        return true;
    }

    @Override
    public void reset() {
        next = 0;
    }
}
