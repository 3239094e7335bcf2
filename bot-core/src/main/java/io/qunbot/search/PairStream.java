package io.qunbot.search;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The single characters of a folded text and the pairs of neighbours, each once. */
final class PairStream extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final String[] terms;
    private int next;

    PairStream(String folded) {
        Set<String> all = new LinkedHashSet<>(singles(folded));
        all.addAll(pairs(folded));
        terms = all.toArray(String[]::new);
    }

    static Set<String> singles(String folded) {
        Set<String> singles = new LinkedHashSet<>();
        folded.codePoints().forEach(point -> singles.add(Character.toString(point)));
        return singles;
    }

    static Set<String> pairs(String folded) {
        Set<String> pairs = new LinkedHashSet<>();
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
        if (next == terms.length) {
            return false;
        }
        clearAttributes();
        term.append(terms[next++]);
        return true;
    }

    @Override
    public void reset() {
        next = 0;
    }
}
