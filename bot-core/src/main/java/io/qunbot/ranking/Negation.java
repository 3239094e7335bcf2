package io.qunbot.ranking;

import java.util.List;

/** Whether a text denies: 不能, 没到账; not 能不能, not 不错. Two denials cancel each other. */
final class Negation {

    private static final String WORDS = "不没无别未非";
    private static final List<String> HARMLESS = List.of("不错", "不好意思", "没问题", "无线", "无人", "别人", "特别", "非常", "不同", "差不多",
            "区别", "级别", "性别", "不过", "没事");

    private Negation() {}

    static boolean in(String text) {
        boolean negative = false;
        for (int i = 0; i < text.length(); i++) {
            if (WORDS.indexOf(text.charAt(i)) >= 0 && !isChoice(text, i) && !isHarmless(text, i)) {
                negative = !negative;
            }
        }
        return negative;
    }

    private static boolean isChoice(String text, int at) {
        return at > 0 && at + 1 < text.length() && text.charAt(at - 1) == text.charAt(at + 1);
    }

    private static boolean isHarmless(String text, int at) {
        for (String word : HARMLESS) {
            int inside = word.indexOf(text.charAt(at));
            if (inside >= 0 && inside <= at && text.startsWith(word, at - inside)) {
                return true;
            }
        }
        return false;
    }
}
