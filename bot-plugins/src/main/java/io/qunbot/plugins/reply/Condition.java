package io.qunbot.plugins.reply;

import io.qunbot.plugin.Keyword;
import io.qunbot.plugin.Pattern;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import java.util.List;
import java.util.Optional;

/** What must hold of a message, all of it together. */
@Doc(zh = "条件,写到的都要满足", en = "what must hold, all together")
public record Condition(
        @Doc(zh = "整句就是其中一个(标点、空格、表情、客套不算)", en = "the whole message is one of these, but for punctuation and courtesy") List<Located<Keyword>> is,
        @Doc(zh = "出现其中任何一个", en = "one of these occurs") List<Located<Keyword>> any,
        @Doc(zh = "全部出现", en = "all of these occur") List<Located<Keyword>> all,
        @Doc(zh = "一个也不出现", en = "none of these occurs") List<Located<Keyword>> none,
        @Doc(zh = "正则表达式;{{match}} 是对上的原文", en = "a regular expression; {{match}} is what it matched, as typed") Optional<Pattern> regex,
        @Doc(zh = "只认提问", en = "questions only") boolean ask) {

    public Condition {
        is = List.copyOf(is);
        any = List.copyOf(any);
        all = List.copyOf(all);
        none = List.copyOf(none);
    }

    boolean isEmpty() {
        return !isAnchored() && none.isEmpty() && !ask;
    }

    /** Whether it needs certain words, and does not hold of just any message. */
    boolean isAnchored() {
        return !is.isEmpty() || !any.isEmpty() || !all.isEmpty() || regex.isPresent();
    }
}
