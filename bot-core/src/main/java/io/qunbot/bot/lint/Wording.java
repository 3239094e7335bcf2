package io.qunbot.bot.lint;

import io.qunbot.plugin.Keyword;
import io.qunbot.plugin.Pattern;
import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import java.util.List;
import java.util.Optional;

/** Words that one should think about before saying them. */
@Doc(zh = "一组要小心的说法", en = "words to be careful with")
public record Wording(
        @Doc(zh = "固定的名字;和自带的同名就换掉它", en = "a stable name; the name of a shipped one replaces it") String id,
        @Doc(zh = "不要这一组", en = "takes the shipped one out") boolean off,
        @Doc(zh = "诱导、紧迫、绝对、身份、其他", en = "induce, hurry, absolute, robot or other") @Default("其他") Kind kind,
        @Doc(zh = "出现其中一个就提醒", en = "one of these occurs") List<Keyword> any,
        @Doc(zh = "或者对上其中一个正则表达式", en = "or one of these patterns matches") List<Pattern> regex,
        @Doc(zh = "这些说法里的不算", en = "within these it does not count") List<Keyword> not,
        @Doc(zh = "同一段话里有这些就不算", en = "it does not count where one of these occurs, too") List<Keyword> unless,
        @Doc(zh = "为什么不好", en = "why it is bad") Optional<Sentence> why,
        @Doc(zh = "换成什么", en = "what to say instead") Optional<Sentence> instead) {

    public Wording {
        any = List.copyOf(any);
        regex = List.copyOf(regex);
        not = List.copyOf(not);
        unless = List.copyOf(unless);
    }
}
