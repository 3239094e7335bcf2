package io.qunbot.plugin;

import io.qunbot.text.Normalizer;
import io.qunbot.yaml.Mistake;
import io.qunbot.yaml.Words;

/** A word or phrase to look for in messages. */
public final class Keyword {

    private final String typed;
    private final String words;

    private Keyword(String typed, String words) {
        this.typed = typed;
        this.words = words;
    }

    public static Keyword parse(String text) {
        String words = Normalizer.words(text);
        if (words.isEmpty()) {
            throw new Mistake(
                    new Words("关键词“" + text + "”里没有文字或数字,永远不会匹配",
                            "keyword '" + text + "' has no letter or digit: it never matches"),
                    new Words("标点、空格和表情在匹配时不算,请写文字", "punctuation, spaces and emoji do not count; write words"));
        }
        return new Keyword(text, words);
    }

    /** As the operator wrote it. */
    public String typed() {
        return typed;
    }

    /** As messages are compared with it; never empty. */
    public String words() {
        return words;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Keyword keyword && keyword.typed.equals(typed);
    }

    @Override
    public int hashCode() {
        return typed.hashCode();
    }

    @Override
    public String toString() {
        return typed;
    }
}
