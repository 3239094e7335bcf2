package io.qunbot.ranking;

import java.util.Iterator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Grams as Lucene takes them. */
final class GramStream extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final Iterator<String> grams;

    GramStream(Iterable<String> grams) {
        this.grams = grams.iterator();
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (!grams.hasNext()) {
            return false;
        }
        term.append(grams.next());
        return true;
    }
}
