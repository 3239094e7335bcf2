package io.qunbot.plugin;

import com.google.re2j.PatternSyntaxException;
import io.qunbot.yaml.Words;
import java.util.Map;

/** What is wrong with a regular expression, in plain words. */
final class RegexTrouble {

    private static final Map<String, Words> PLAIN = Map.of(
            "missing closing )", new Words("少一个 )", "a ) is missing"),
            "missing closing ]", new Words("少一个 ]", "a ] is missing"),
            "regexp/syntax: internal error", new Words("括号不成对", "brackets do not pair"),
            "unexpected )", new Words("多一个 )", "a ) too many"),
            "missing argument to repetition operator", new Words("* + ? 前面没有要重复的内容", "nothing stands before *, + or ?"),
            "invalid nested repetition operator", new Words("* + ? 不能连着写", "*, + and ? cannot follow each other"),
            "invalid repeat count", new Words("{ } 里的次数不对,最多 1000", "the count in { } is wrong; 1000 is the most"),
            "invalid character class range", new Words("[ ] 里的范围前后颠倒", "a range in [ ] is upside down"),
            "trailing backslash at end of expression", new Words("末尾多一个反斜杠", "a backslash too many at the end"),
            "invalid escape sequence", new Words("反斜杠后面的字母不认识", "no such letter behind a backslash"));

    private RegexTrouble() {}

    static Words words(PatternSyntaxException mistake) {
        String part = mistake.getPattern();
        String where = part == null || part.isEmpty() ? "" : part;
        Words known = PLAIN.getOrDefault(String.valueOf(mistake.getDescription()),
                new Words("这种写法不支持", "this is not supported"));
        return new Words("正则表达式写错了:" + known.zh() + (where.isEmpty() ? "" : ",在 " + where),
                "not a regular expression: " + known.en() + (where.isEmpty() ? "" : ", at " + where));
    }
}
