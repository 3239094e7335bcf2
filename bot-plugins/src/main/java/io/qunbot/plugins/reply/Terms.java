package io.qunbot.plugins.reply;

import io.qunbot.plugin.Keyword;
import io.qunbot.text.KeywordIndex;
import io.qunbot.yaml.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the keywords of all rules; the same words have the same number. */
final class Terms {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    List<Term> of(List<Located<Keyword>> keywords) {
        return keywords.stream().map(keyword -> of(keyword.value())).toList();
    }

    Term of(Keyword keyword) {
        return new Term(number(keyword.words()), keyword);
    }

    private int number(String keyword) {
        return numbers.computeIfAbsent(keyword, added -> {
            words.add(added);
            return words.size() - 1;
        });
    }

    int size() {
        return words.size();
    }

    KeywordIndex index() {
        return KeywordIndex.of(words);
    }
}
