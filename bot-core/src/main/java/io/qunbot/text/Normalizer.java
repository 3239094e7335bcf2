package io.qunbot.text;

/**
 * Makes texts comparable: NFKC, case and script folded; mentions, stickers, emoji, addresses,
 * invisible characters, spaces and punctuation gone. Pure; called for every message.
 */
public final class Normalizer {

    private Normalizer() {}

    public static Normalized normalize(String typed) {
        Line line = Line.of(typed);
        String words = line.words();
        return new Normalized(line, words, Courtesy.strip(words));
    }

    /** Only the emoji; what a keyword of nothing else becomes. See {@link Line#pictures}. */
    public static String pictures(String typed) {
        return Line.of(typed).pictures();
    }

    /** Only the words; what a keyword becomes. Empty when the text has no letter and no digit. */
    public static String words(String typed) {
        return Line.of(typed).words();
    }

    /** Whether it may become part of an amount in digits: 一, 两, 百. */
    public static boolean isNumeral(char character) {
        return Amounts.isNumeral(character);
    }
}
