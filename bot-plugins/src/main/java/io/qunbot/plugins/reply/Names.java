package io.qunbot.plugins.reply;

import io.qunbot.plugin.Keyword;
import io.qunbot.text.Pinyin;
import io.qunbot.yaml.Located;
import java.util.List;
import java.util.stream.Stream;

/** A name for a rule that has none, to be pasted: its first keyword in Latin letters. */
final class Names {

    private static final String SOMETHING = "invoice";
    private static final int LONGEST = 24;

    private Names() {}

    static String of(Rule rule) {
        return rule.when().stream().map(Located::value)
                .flatMap(when -> Stream.of(when.any(), when.is(), when.all()).flatMap(List::stream))
                .map(Located::value).map(Keyword::words).map(Names::latin).filter(name -> !name.isEmpty())
                .findFirst().orElse(SOMETHING);
    }

    /** Words that should meet the rule. */
    static String example(Rule rule) {
        return rule.when().stream().map(Located::value)
                .flatMap(when -> Stream.of(when.any(), when.is(), when.all()).flatMap(List::stream))
                .map(keyword -> keyword.value().typed()).findFirst().orElse("…");
    }

    private static String latin(String words) {
        StringBuilder name = new StringBuilder();
        for (int index = 0; index < words.length(); index++) {
            char character = words.charAt(index);
            boolean plain = character < 0x80 && Character.isLetterOrDigit(character);
            String syllable = plain ? Character.toString(character) : Pinyin.syllable(character);
            boolean gap = !name.isEmpty() && !plain && !syllable.isEmpty();
            name.append(gap ? "-" : "").append(syllable);
        }
        return name.length() > LONGEST ? name.substring(0, LONGEST) : name.toString();
    }
}
