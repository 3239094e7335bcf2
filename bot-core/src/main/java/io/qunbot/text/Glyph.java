package io.qunbot.text;

import java.text.Normalizer;

/** What a single character is to a reader. */
final class Glyph {

    private static final char SPACE = ' ';
    private static final int WIDE_OFFSET = 0xfee0;

    private Glyph() {}

    /** Whether NFKC would change nothing but full width forms, which fold() knows, and spaces and dots. */
    static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return Normalizer.isNormalized(text, Normalizer.Form.NFKC);
            }
        }
        return true;
    }

    private static boolean isPlain(char character) {
        return character < 0x80
                || within(character, '\u4e00', '\u9fff')
                || isWide(character)
                || within(character, '\u3000', '\u3029')
                || within(character, '\u2000', '\u206f')
                || within(character, '\ud83c', '\ud83e')
                || within(character, '\udc00', '\udfff');
    }

    /** Width, case and script out of the way; never changes the length. */
    static char fold(char character) {
        if (character < 0x80) {
            return within(character, 'A', 'Z') ? (char) (character + 32) : character;
        }
        if (Han.isHan(character)) {
            return Han.simplify(character);
        }
        if (isWide(character)) {
            return fold((char) (character - WIDE_OFFSET));
        }
        return Character.isSpaceChar(character) ? SPACE : Character.toLowerCase(Character.toUpperCase(character));
    }

    private static boolean isWide(char character) {
        return within(character, '\uff01', '\uff5e');
    }

    /** Whether nothing is to be seen: zero width, joiners, variation selectors, stray accents. */
    static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT, Character.ENCLOSING_MARK -> true;
            case Character.CONTROL -> codePoint != '\n' && codePoint != '\t';
            case Character.NON_SPACING_MARK -> isSelector(codePoint) || within(codePoint, 0x300, 0x36f);
            default -> false;
        };
    }

    private static boolean isSelector(int codePoint) {
        return within(codePoint, 0xfe00, 0xfe0f) || within(codePoint, 0xe0100, 0xe01ef);
    }

    /** Whether it is a picture: an emoji, a dingbat, something of a private font. */
    static boolean isPicture(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.OTHER_SYMBOL, Character.MODIFIER_SYMBOL, Character.PRIVATE_USE, Character.SURROGATE,
                    Character.UNASSIGNED ->
                codePoint >= 0x80;
            default -> false;
        };
    }

    /** Whether it only colours the hand or face before it. */
    static boolean isSkin(int codePoint) {
        return within(codePoint, 0x1f3fb, 0x1f3ff);
    }

    /** Whether words are made of it. */
    static boolean isWord(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.UPPERCASE_LETTER, Character.LOWERCASE_LETTER, Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER, Character.OTHER_LETTER, Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER, Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK ->
                true;
            default -> false;
        };
    }

    static boolean within(int character, int first, int last) {
        return character >= first && character <= last;
    }
}
