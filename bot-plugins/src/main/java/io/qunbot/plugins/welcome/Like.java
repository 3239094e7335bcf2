package io.qunbot.plugins.welcome;

import io.qunbot.plugin.Pattern;
import io.qunbot.text.Normalized;
import io.qunbot.text.Normalizer;
import io.qunbot.text.Question;
import io.qunbot.yaml.Doc;
import java.util.Optional;

/** What counts as an introduction. */
@Doc(zh = "怎样算自我介绍;都不写就是进群后第一段长一点的话", en = "what counts as an introduction; by default the first longer message")
public record Like(
        @Doc(zh = "话里有这样的内容(正则表达式);接龙里一行一行地看", en = "a regular expression that the words match; of a chain each line by itself") Optional<Pattern> regex,
        @Doc(zh = "或者进群后第一次说到这么多个字(不是提问)", en = "or so many characters, said by somebody who joined, that are no question") Optional<Integer> longer) {

    private static final int LONG_ENOUGH = 10;

    static final Like USUAL = new Like(Optional.empty(), Optional.of(LONG_ENOUGH));

    /** @param joined whether the bot saw them join: else only the pattern tells */
    boolean fits(String text, boolean joined) {
        Normalized words = Normalizer.normalize(text);
        boolean matches = regex.filter(pattern -> pattern.find(words.line()).isPresent()).isPresent();
        int least = regex.isEmpty() ? longer.orElse(LONG_ENOUGH) : longer.orElse(Integer.MAX_VALUE);
        return matches || (joined && text.strip().codePointCount(0, text.strip().length()) >= least
                && !Question.looksLike(words));
    }
}
