package io.qunbot.bot.lint;

import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import java.util.List;

/** What an operator writes in {@code rules/wording.yaml}. */
@Doc(zh = "要小心的说法", en = "words to be careful with")
public record WordingFile(
        @Doc(zh = "off:不用自带的清单", en = "off: without the shipped list") @Default("on") boolean shipped,
        @Doc(zh = "加上的、换掉的、去掉的", en = "what is added, replaced or taken out") List<Located<Wording>> words) {

    public WordingFile {
        words = List.copyOf(words);
    }
}
