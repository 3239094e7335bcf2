package io.qunbot.ranking;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Hands grams to Lucene. */
final class GramStream extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final int[] grams;
    private int next;

    GramStream(int[] grams) {
        this.grams = grams;
    }

    static String name(int gram) {
        return Integer.toString(gram, Character.MAX_RADIX);
    }

    @Override
    public boolean incrementToken() {
        if (next == grams.length) {
            return false;
        }
        clearAttributes();
        term.append(name(grams[next++]));
        return true;
    }

    @Override
    public void reset() {
        next = 0;
    }
}
