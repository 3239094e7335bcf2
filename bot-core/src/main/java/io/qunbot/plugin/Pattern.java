package io.qunbot.plugin;

import com.google.re2j.Matcher;
import com.google.re2j.PatternSyntaxException;
import io.qunbot.text.Line;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Mistake;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.Written;
import java.util.Optional;

/**
 * A regular expression (RE2: linear time, whatever is written and said), blind to case, width and
 * script.
 */
@Doc(zh = "正则表达式(RE2),用单引号", en = "a regular expression (RE2), in single quotes")
@Written(examples = "BUG-\\d{3,6}")
public final class Pattern {

    private final String source;
    private final com.google.re2j.Pattern compiled;

    private Pattern(String source, com.google.re2j.Pattern compiled) {
        this.source = source;
        this.compiled = compiled;
    }

    public static Pattern parse(String text) {
        String folded = Line.simplified(text);
        try {
            return new Pattern(text, com.google.re2j.Pattern.compile(folded, com.google.re2j.Pattern.CASE_INSENSITIVE));
        } catch (PatternSyntaxException mistake) {
            throw new Mistake(RegexTrouble.words(mistake),
                    new Words("不支持前后查找和反向引用;只想匹配文字时用 any",
                            "no look-around and no back references; for plain words use any"));
        }
    }

    /** What the sender typed where this matches first. */
    public Optional<String> find(Line line) {
        Matcher matcher = compiled.matcher(line.text());
        return matcher.find() ? Optional.of(line.typed(matcher.start(), matcher.end())) : Optional.empty();
    }

    /** Whether even a message without any words would match. */
    public boolean matchesEverything() {
        return compiled.matcher("").find();
    }

    public String source() {
        return source;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pattern pattern && pattern.source.equals(source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return source;
    }
}
