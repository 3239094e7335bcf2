package io.qunbot.bot.evidence;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.qunbot.chat.Content;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a member said, to be found again where it was copied: as it was, and as JSON writes it, once and twice. Words
 * of fewer than four characters say nothing of where they come from, and are not looked for. Not thread-safe while it
 * is filled.
 */
final class Sayings {

    /** What stands where words were. */
    static final String ERASED = "▇";

    private static final int LEAST = 4;
    private static final Gson PLAIN = new GsonBuilder().disableHtmlEscaping().create();
    private static final Gson CAREFUL = new Gson();

    private final Map<String, Set<String>> byBeginning = new HashMap<>();
    private final Set<String> all = new LinkedHashSet<>();

    /** Takes what a message holds. */
    void add(Content content) {
        add(content.text());
        add(content.words());
        if (content instanceof Content.Mixed(List<Content> parts)) {
            parts.forEach(this::add);
        }
    }

    void add(String text) {
        String bare = text.strip();
        if (bare.length() < LEAST || bare.startsWith("[") && bare.endsWith("]") && bare.length() <= LEAST + 2) {
            return;
        }
        for (String form : forms(bare)) {
            byBeginning.computeIfAbsent(form.substring(0, LEAST), _ -> new LinkedHashSet<>()).add(form);
            all.add(form);
        }
    }

    private static Set<String> forms(String text) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(text);
        for (Gson gson : List.of(PLAIN, CAREFUL)) {
            String once = inside(gson.toJson(text));
            forms.add(once);
            forms.add(inside(gson.toJson(once)));
        }
        return forms;
    }

    private static String inside(String json) {
        return json.substring(1, json.length() - 1);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** All that is looked for, in each form. */
    Set<String> forms() {
        return all;
    }

    /** Whether any of it is said again. */
    boolean isIn(String text) {
        for (int at = 0; at + LEAST <= text.length(); at++) {
            if (length(text, at) > 0) {
                return true;
            }
        }
        return false;
    }

    /** The text without it. */
    String without(String text) {
        StringBuilder rest = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int length = at + LEAST <= text.length() ? length(text, at) : 0;
            if (length == 0) {
                rest.append(text.charAt(at++));
            } else {
                rest.append(ERASED);
                at += length;
            }
        }
        return rest.toString();
    }

    /** How long the longest of them is that begins here; 0 when none does. */
    private int length(String text, int at) {
        int longest = 0;
        for (String each : byBeginning.getOrDefault(text.substring(at, at + LEAST), Set.of())) {
            if (each.length() > longest && text.startsWith(each, at)) {
                longest = each.length();
            }
        }
        return longest;
    }

    /** The longest first, so that what is part of another is not left over. */
    List<String> longestFirst() {
        List<String> sorted = new ArrayList<>(all);
        sorted.sort((one, other) -> Integer.compare(other.length(), one.length()));
        return sorted;
    }
}
