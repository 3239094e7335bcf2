package io.qunbot.plugins.guard;

import io.qunbot.plugin.Keyword;
import io.qunbot.text.KeywordIndex;
import io.qunbot.text.Normalizer;
import io.qunbot.text.Sounds;
import io.qunbot.yaml.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Words that are looked for as rules look for them, and from three characters on by their sound. Immutable. */
final class Wanted {

    /** 简直 sounds like 兼职: shorter words sound like too much. */
    private static final int LEAST_BY_SOUND = 3;

    private final List<Keyword> keywords;
    private final KeywordIndex index;
    /** Which keyword each form belongs to. */
    private final List<Integer> owners = new ArrayList<>();

    Wanted(List<Located<Keyword>> located) {
        keywords = located.stream().map(Located::value).toList();
        List<String> forms = new ArrayList<>();
        for (int keyword = 0; keyword < keywords.size(); keyword++) {
            for (String form : forms(keywords.get(keyword))) {
                forms.add(form);
                owners.add(keyword);
            }
        }
        index = KeywordIndex.of(forms);
    }

    private static List<String> forms(Keyword keyword) {
        List<String> forms = new ArrayList<>(List.of(keyword.words()));
        if (keyword.words().codePointCount(0, keyword.words().length()) >= LEAST_BY_SOUND) {
            forms.addAll(Sounds.spellings(keyword.words()));
        }
        return forms.stream().distinct().toList();
    }

    /** The keyword that occurs first in the operator's order, as it is written there; 不刷单 counts as well. */
    Optional<String> in(String typed) {
        if (keywords.isEmpty() || typed.isBlank()) {
            return Optional.empty();
        }
        String words = Normalizer.words(typed);
        return IntStream.of(first(words), first(Sounds.of(words)), first(Normalizer.pictures(typed)))
                .filter(found -> found < keywords.size()).min().stream().mapToObj(keywords::get).map(Keyword::typed)
                .findFirst();
    }

    private int first(String text) {
        int[] first = {keywords.size()};
        index.find(text, (form, _) -> first[0] = Math.min(first[0], owners.get(form)));
        return first[0];
    }
}
