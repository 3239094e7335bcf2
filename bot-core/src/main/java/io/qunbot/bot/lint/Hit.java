package io.qunbot.bot.lint;

import io.qunbot.plugin.Keyword;
import io.qunbot.text.Normalized;
import io.qunbot.text.Normalizer;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a wording in a text, as messages are compared: blind to script, width, case, spaces and punctuation. */
final class Hit {

    private Hit() {}

    /** The words as they occur first; empty when they don't, or only within what is harmless. */
    static Optional<String> of(Wording wording, String text) {
        Normalized normal = Normalizer.normalize(text);
        boolean harmless = wording.unless().stream().anyMatch(word -> normal.words().contains(word.words()));
        return harmless
                ? Optional.empty()
                : Stream.concat(
                        wording.any().stream().filter(word -> occurs(word, wording, normal.words()))
                                .map(Keyword::typed),
                        wording.regex().stream().flatMap(pattern -> pattern.find(normal.line()).stream())
                                .filter(found -> !isHarmless(found, wording)))
                        .findFirst();
    }

    private static boolean occurs(Keyword word, Wording wording, String text) {
        String words = word.words();
        for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
            int start = at;
            if (wording.not().stream().noneMatch(not -> covers(not.words(), text, start, start + words.length()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean covers(String phrase, String text, int from, int to) {
        int first = Math.max(0, to - phrase.length());
        int found = text.indexOf(phrase, first);
        return found >= 0 && found <= from && found + phrase.length() >= to;
    }

    private static boolean isHarmless(String found, Wording wording) {
        String words = Normalizer.words(found);
        return wording.not().stream().anyMatch(not -> words.contains(not.words()));
    }
}
