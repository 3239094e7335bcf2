package io.qunbot.plugins.reply;

import io.qunbot.plugin.Quotation;
import io.qunbot.plugins.reply.state.Offers.Choice;
import io.qunbot.text.Normalized;
import io.qunbot.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which of several choices somebody means: by its number, by its words, or by quoting it. */
final class Selection {

    private static final List<Set<String>> NUMBERS = List.of(Set.of("1", "一"), Set.of("2", "二", "两"), Set.of("3", "三"));
    private static final Set<String> YES = Set.of("是", "是的", "对", "对的", "对对", "嗯", "嗯嗯", "没错", "就是这个", "这个", "yes",
            "ok");

    private final List<Choice> choices;

    Selection(List<Choice> choices) {
        this.choices = choices;
    }

    Optional<Choice> of(String typed, Normalized text) {
        return byNumber(text.core()).or(() -> byWords(text)).or(() -> byQuotation(typed, text));
    }

    private Optional<Choice> byNumber(String words) {
        String number = bare(words);
        for (int at = 0; at < choices.size(); at++) {
            if (NUMBERS.get(at).contains(number)) {
                return Optional.of(choices.get(at));
            }
        }
        return Optional.empty();
    }

    /** 第一个, 选 1, 1 号, 问第二个. */
    private static String bare(String words) {
        String bare = words;
        for (String before : List.of("我", "想", "问", "的", "是", "选", "第")) {
            bare = bare.startsWith(before) ? bare.substring(before.length()) : bare;
        }
        for (String after : List.of("吧", "号", "条", "个")) {
            bare = bare.endsWith(after) ? bare.substring(0, bare.length() - after.length()) : bare;
        }
        return bare;
    }

    private Optional<Choice> byWords(Normalized text) {
        return choices.stream().filter(choice -> text.is(Normalizer.words(choice.words()))
                || text.is(Normalizer.normalize(choice.words()).core())).findFirst();
    }

    /** Whoever quotes one of them and agrees, or agrees to the only one. */
    private Optional<Choice> byQuotation(String typed, Normalized text) {
        if (!text.core().isEmpty() && !YES.contains(text.core())) {
            return Optional.empty();
        }
        String quoted = Normalizer.words(Quotation.of(typed).orElse(""));
        List<Choice> meant = choices.size() == 1
                ? choices
                : choices.stream().filter(choice -> quoted.contains(Normalizer.words(choice.words()))).toList();
        return meant.size() == 1 && !(text.core().isEmpty() && quoted.isEmpty())
                ? Optional.of(meant.getFirst())
                : Optional.empty();
    }
}
