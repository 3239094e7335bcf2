package io.qunbot.plugins.reply;

import io.qunbot.keywords.Card;
import io.qunbot.keywords.Catalogue;
import io.qunbot.keywords.Kind;
import io.qunbot.plugin.Keyword;
import io.qunbot.plugin.Pattern;
import io.qunbot.text.Sounds;
import io.qunbot.text.Synonyms;
import io.qunbot.yaml.Located;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The keywords of one condition in all forms that count: with synonyms, and as they sound. */
final class Terms {

    private final Condition condition;
    private final Synonyms synonyms;

    Terms(Condition condition, Synonyms synonyms) {
        this.condition = condition;
        this.synonyms = synonyms;
    }

    /** The forms by what they are for, for the index. */
    Card card(String rule) {
        Map<Kind, Collection<String>> words = new EnumMap<>(Kind.class);
        put(Kind.IS, texts(condition.is()), words);
        put(Kind.ANY, texts(condition.any()), words);
        put(Kind.ALL, texts(condition.all()), words);
        put(Kind.NONE, texts(condition.none()), words);
        put(Kind.TRIGGER, triggers(), words);
        return new Card(rule, words);
    }

    private static void put(Kind kind, List<String> texts, Map<Kind, Collection<String>> words) {
        if (!texts.isEmpty()) {
            words.put(kind, texts);
        }
    }

    /** Whether a keyword is made of emoji. */
    boolean hasPicture() {
        return Stream.of(condition.is(), condition.any(), condition.all(), condition.none()).flatMap(List::stream)
                .anyMatch(keyword -> keyword.value().isPicture());
    }

    /** The keywords with the numbers that the index gave to their forms. */
    List<Term> numbered(List<Located<Keyword>> keywords, Catalogue catalogue) {
        return keywords.isEmpty()
                ? List.of()
                : keywords.stream()
                        .map(keyword -> new Term(keyword.value(), forms(keyword.value(), catalogue), keyword.place()))
                        .toList();
    }

    private List<Form> forms(Keyword keyword, Catalogue catalogue) {
        List<Form> forms = new ArrayList<>();
        for (String words : synonyms.forms(keyword.words())) {
            forms.add(new Form(catalogue.number(words), words, false));
            sounds(words).forEach(sound -> forms.add(new Form(catalogue.number(sound), sound, true)));
        }
        return List.copyOf(forms);
    }

    private List<String> texts(List<Located<Keyword>> keywords) {
        if (keywords.isEmpty()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        keywords.forEach(keyword -> add(keyword.value(), texts));
        return texts;
    }

    private void add(Keyword keyword, List<String> texts) {
        for (String words : synonyms.forms(keyword.words())) {
            texts.add(words);
            texts.addAll(sounds(words));
        }
    }

    private List<String> sounds(String words) {
        return condition.homophone() ? Sounds.spellings(words) : List.of();
    }

    /** The forms of which one occurs in every message that can meet the condition; empty when any may. */
    private List<String> triggers() {
        if (!condition.is().isEmpty()) {
            return texts(condition.is());
        }
        if (!condition.all().isEmpty()) {
            return texts(List.of(longest(condition.all())));
        }
        if (!condition.any().isEmpty()) {
            return texts(condition.any());
        }
        Optional<String> literal = condition.regex().map(Pattern::source).map(Literal::of);
        return literal.filter(words -> !words.isEmpty()).stream().toList();
    }

    private static Located<Keyword> longest(List<Located<Keyword>> keywords) {
        Located<Keyword> longest = keywords.getFirst();
        for (Located<Keyword> keyword : keywords) {
            longest = keyword.value().words().length() > longest.value().words().length() ? keyword : longest;
        }
        return longest;
    }
}
