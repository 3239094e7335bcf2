package @package@;

import io.qunbot.plugin.Keyword;
import io.qunbot.plugin.Template;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import java.util.List;

/** What an operator writes under {@code @name@:}; check and editors know it by these words. */
@Doc(zh = "数有多少人说了某个词", en = "counts who says certain words")
public record @class@Settings(
        @Doc(zh = "整句是其中一个词就算", en = "a message that is one of these words counts") List<Keyword> words,
        @Doc(zh = "说什么;{{name}} 是谁,{{count}} 是今天第几位", en = "what to say; {{name}} is who, {{count}} how many today") Located<Template> say) {

    public @class@Settings {
        words = List.copyOf(words);
    }

    boolean isMeant(String said) {
        return words.stream().anyMatch(word -> word.words().equals(said));
    }
}
