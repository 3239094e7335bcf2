package io.qunbot.text;

import java.text.Normalizer;

/**
 * Text in one script, width and case, with everything that was typed still in it: spaces, punctuation, emoji. Each
 * character is folded by itself, so a part of a text folds to a part of the folded text, and a search for what is
 * contained finds exactly that.
 */
public final class Fold {

    private Fold() {}

    /** Never fails. */
    public static String of(String typed) {
        StringBuilder folded = new StringBuilder(typed.length());
        for (int at = 0; at < typed.length();) {
            int point = typed.codePointAt(at);
            at += Character.charCount(point);
            if (Han.isHan((char) point) && Character.isBmpCodePoint(point)) {
                folded.append(Han.simplify((char) point));
            } else if (point < 0x80) {
                folded.append((char) Character.toLowerCase(point));
            } else {
                compatible(point, folded);
            }
        }
        return folded.toString();
    }

    /** A wide letter as a narrow one, and so on. */
    private static void compatible(int point, StringBuilder folded) {
        String one = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC);
        one.codePoints().map(Character::toLowerCase)
                .map(each -> Character.isBmpCodePoint(each) ? Han.simplify((char) each) : each)
                .forEach(folded::appendCodePoint);
    }
}
