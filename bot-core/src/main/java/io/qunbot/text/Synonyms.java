package io.qunbot.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Groups of words that mean the same to an operator. A keyword stands for itself and for what it
 * becomes when words of a group in it are exchanged: with 发票, 票据 in a group, 发票怎么开 is also found as
 * 票据怎么开. Keywords are expanded once, messages never. Immutable.
 */
public final class Synonyms {

    /** No word means the same as another. */
    public static final Synonyms NONE = new Synonyms(Map.of());

    private static final int MOST_FORMS = 64;
    /** A shorter word inside of a longer one is seldom the same word. */
    private static final int LEAST_INSIDE = 2;

    private final Map<String, List<String>> groups;

    private Synonyms(Map<String, List<String>> groups) {
        this.groups = groups;
    }

    /**
     * @param groups normalised words; a word of two groups belongs to the first
     */
    public static Synonyms of(List<List<String>> groups) {
        Map<String, List<String>> byWord = new HashMap<>();
        groups.forEach(group -> group.forEach(word -> byWord.putIfAbsent(word, List.copyOf(group))));
        return new Synonyms(byWord);
    }

    /** What the keyword may look like, itself first; at most 64 forms. */
    public List<String> forms(String keyword) {
        if (groups.isEmpty()) {
            return List.of(keyword);
        }
        Set<String> forms = new LinkedHashSet<>(List.of(keyword));
        if (groups.containsKey(keyword)) {
            forms.addAll(groups.getOrDefault(keyword, List.of()));
        } else {
            forms.addAll(exchanged(keyword));
        }
        return List.copyOf(forms);
    }

    /** From left to right, the longest word of a group first. */
    private List<String> exchanged(String keyword) {
        List<String> forms = List.of("");
        for (int at = 0; at < keyword.length();) {
            String word = wordAt(keyword, at);
            List<String> itself = List.of(word);
            List<String> group = word.length() < LEAST_INSIDE ? itself : groups.getOrDefault(word, itself);
            forms = forms.size() * group.size() > MOST_FORMS ? each(forms, itself) : each(forms, group);
            at += word.length();
        }
        return forms;
    }

    private String wordAt(String keyword, int at) {
        for (int end = keyword.length(); end >= at + LEAST_INSIDE; end--) {
            if (groups.containsKey(keyword.substring(at, end))) {
                return keyword.substring(at, end);
            }
        }
        return keyword.substring(at, at + 1);
    }

    private static List<String> each(List<String> heads, List<String> tails) {
        List<String> all = new ArrayList<>();
        heads.forEach(head -> tails.forEach(tail -> all.add(head + tail)));
        return all;
    }
}
