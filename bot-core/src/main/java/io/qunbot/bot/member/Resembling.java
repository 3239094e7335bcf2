package io.qunbot.bot.member;

import io.qunbot.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Finds people whose names an operator half remembers: without width, case, script, emoji and punctuation. */
final class Resembling {

    private final Map<String, String> names;

    /** @param names by ids */
    Resembling(Map<String, String> names) {
        this.names = names;
    }

    /** Those whose name is the same but for what nobody types. */
    List<String> same(String asked) {
        String folded = Normalizer.words(asked);
        return folded.isEmpty()
                ? List.of()
                : names.entrySet().stream().filter(each -> Normalizer.words(each.getValue()).equals(folded))
                        .map(Map.Entry::getKey).sorted().toList();
    }

    /** Those of whose name or id it is a part, the shorter names first: what was asked is more of those. */
    Stream<Map.Entry<String, String>> like(String asked) {
        String folded = Normalizer.words(asked);
        String typed = asked.toLowerCase(Locale.ROOT);
        return names.entrySet().stream().filter(each -> each.getKey().toLowerCase(Locale.ROOT).contains(typed)
                || (folded.isEmpty()
                        ? each.getValue().contains(asked)
                        : Normalizer.words(each.getValue()).contains(folded)))
                .sorted(Map.Entry.<String, String>comparingByValue((one, other) -> one.length() - other.length())
                        .thenComparing(Map.Entry.comparingByKey()));
    }
}
