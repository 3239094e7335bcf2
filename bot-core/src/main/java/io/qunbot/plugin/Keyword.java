package io.qunbot.plugin;

import io.qunbot.text.Normalizer;
import io.qunbot.yaml.Mistake;
import io.qunbot.yaml.Words;

/**
 * A word or phrase to look for in messages.
 *
 * @param typed as the operator wrote it
 * @param words as messages are compared with it; never empty
 */
public record Keyword(String typed, String words) {

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

    @Override
    public String toString() {
        return typed;
    }
}
