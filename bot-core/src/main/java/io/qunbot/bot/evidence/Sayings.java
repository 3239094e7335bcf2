package io.qunbot.bot.evidence;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.qunbot.chat.Content;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
    /** Of what is quoted often only the beginning is there; so much of it is no accident. */
    private static final int CUT = 12;
    private static final Gson PLAIN = new GsonBuilder().disableHtmlEscaping().create();
    private static final Gson CAREFUL = new Gson();

    private final Map<String, Set<String>> byBeginning = new HashMap<>();
    /** What is looked for, and what was said. */
    private final Map<String, String> all = new LinkedHashMap<>();
    private final Set<String> elsewhere = new HashSet<>();

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
        if (bare.length() < LEAST || isStandIn(bare)) {
            return;
        }
        for (String form : forms(bare)) {
            byBeginning.computeIfAbsent(form.substring(0, LEAST), _ -> new LinkedHashSet<>()).add(form);
            all.put(form, bare);
        }
    }

    /** What stands for a picture or a film: everybody's. */
    private static boolean isStandIn(String text) {
        return text.startsWith("[") && text.endsWith("]") && text.length() <= LEAST + 2;
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

    /** What of it others say as well: it may be found where it is theirs. */
    boolean isSaidIn(String text) {
        boolean found = false;
        for (int at = 0; at + LEAST <= text.length(); at++) {
            for (String each : byBeginning.getOrDefault(text.substring(at, at + LEAST), Set.of())) {
                if (text.startsWith(each, at)) {
                    elsewhere.add(all.getOrDefault(each, each));
                    found = true;
                }
            }
        }
        return found;
    }

    /** What the rules in use say is the operator's, whoever says it as well. */
    void leave(String rules) {
        elsewhere.clear();
        isSaidIn(rules);
        all.entrySet().removeIf(form -> elsewhere.contains(form.getValue()));
        byBeginning.values().forEach(forms -> forms.retainAll(all.keySet()));
        elsewhere.clear();
    }

    /** All that nobody else says, in each form. */
    List<String> forms() {
        return all.entrySet().stream().filter(form -> !elsewhere.contains(form.getValue())).map(Map.Entry::getKey)
                .toList();
    }

    /** Whether it is a part of what was said, as what somebody searches for is. */
    boolean holds(String part) {
        return part.length() >= LEAST && all.keySet().stream().anyMatch(form -> form.contains(part));
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

    /** How much of the longest of them stands here, whole or cut off behind; 0 when none does. */
    private int length(String text, int at) {
        int longest = 0;
        for (String each : byBeginning.getOrDefault(text.substring(at, at + LEAST), Set.of())) {
            int common = common(each, text, at);
            if (common > longest && (common == each.length() || common >= CUT)) {
                longest = common;
            }
        }
        return longest;
    }

    private static int common(String one, String text, int at) {
        int most = Math.min(one.length(), text.length() - at);
        int common = 0;
        while (common < most && one.charAt(common) == text.charAt(at + common)) {
            common++;
        }
        return common;
    }
}
