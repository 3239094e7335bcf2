package io.qunbot.bot.lint;

import io.qunbot.plugin.Keyword;
import io.qunbot.plugin.Pattern;
import io.qunbot.text.Normalizer;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a wording in a text, as messages are compared: blind to script, width, case, spaces and punctuation. */
final class Hit {

    private static final java.util.regex.Pattern END_OF_SENTENCE = java.util.regex.Pattern.compile("[。!?!?;;\\n]+");

    private Hit() {}

    /** The words as they occur first; empty when they don't, or only within what is harmless. */
    static Optional<String> of(Wording wording, String text) {
        String all = Normalizer.words(text);
        if (wording.unless().stream().anyMatch(word -> all.contains(word.words()))) {
            return Optional.empty();
        }
        Stream<String> words = wording.any().stream().filter(word -> occurs(word, wording, all)).map(Keyword::typed);
        return Stream.concat(words, END_OF_SENTENCE.splitAsStream(text).flatMap(each -> patterns(wording, each)))
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

    /** A pattern looks at a sentence as it is written, and then at its words alone. */
    private static Stream<String> patterns(Wording wording, String sentence) {
        String words = Normalizer.words(sentence);
        return wording.regex().stream()
                .flatMap(pattern -> find(pattern, sentence).or(() -> find(pattern, words)).stream())
                .filter(found -> !isHarmless(Normalizer.words(found), words, wording));
    }

    private static Optional<String> find(Pattern pattern, String text) {
        return pattern.find(Normalizer.normalize(text).line());
    }

    private static boolean isHarmless(String found, String sentence, Wording wording) {
        return wording.not().stream().map(Keyword::words).filter(sentence::contains)
                .anyMatch(not -> not.contains(found) || found.contains(not));
    }
}
