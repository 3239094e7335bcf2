package io.qunbot.plugin;

import io.qunbot.text.Normalizer;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Mistake;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.Written;

/** A word or phrase to look for in messages. */
@Doc(zh = "关键词:字母、数字、汉字要有一个", en = "a keyword: words to look for")
@Written(examples = {"发票怎么开", "WiFi"})
public final class Keyword {

    private final String typed;
    private final String words;
    private final boolean picture;

    private Keyword(String typed, String words, boolean picture) {
        this.typed = typed;
        this.words = words;
        this.picture = picture;
    }

    /** Letters and digits count, and of a keyword that has none its emoji. */
    public static Keyword parse(String text) {
        String words = Normalizer.words(text);
        String pictures = words.isEmpty() ? Normalizer.pictures(text) : "";
        if (words.isEmpty() && pictures.isEmpty()) {
            throw new Mistake(
                    new Words("关键词“" + text + "”里没有文字、数字或 emoji,永远不会匹配",
                            "keyword '" + text + "' has no letter, digit or emoji: it never matches"),
                    new Words("标点、空格和 [微笑] 这样的表情在匹配时不算,请写文字",
                            "punctuation, spaces and stickers do not count; write words"));
        }
        return new Keyword(text, words + pictures, words.isEmpty());
    }

    /** As the operator wrote it. */
    public String typed() {
        return typed;
    }

    /** As messages are compared with it; never empty. */
    public String words() {
        return words;
    }

    /** Whether it is made of emoji only, and looked for among those of a message. */
    public boolean isPicture() {
        return picture;
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
