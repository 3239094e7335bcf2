package io.qunbot.bot.lint;

import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Words;
import java.util.Optional;

/** A sentence in Chinese and perhaps in English. */
public record Sentence(@Doc(zh = "中文", en = "in Chinese") String zh,
        @Doc(zh = "英文", en = "in English") Optional<String> en) {

    /** In Chinese only. */
    public static Sentence parse(String text) {
        return new Sentence(text, Optional.empty());
    }

    Words words() {
        return new Words(zh, en.orElse(zh));
    }
}
