package io.qunbot.text;

/** Finds what a chat message holds besides language: mentions, stickers and web addresses. */
final class Marks {

    /** WeChat puts this space behind the name it inserts for a mention. */
    private static final char MENTION_END = '\u2005';
    private static final int LONGEST_NAME = 32;
    private static final int LONGEST_STICKER = 10;

    private Marks() {}

    /** The end of the mark that begins at {@code start}; {@code start} itself when none does. */
    static int end(String text, int start) {
        return switch (text.charAt(start)) {
            case '@', '\uff20' -> mention(text, start);
            case '[' -> sticker(text, start);
            case 'h', 'H', 'w', 'W' -> address(text, start);
            default -> start;
        };
    }

    /** Where the sender's own words begin: behind what a client puts on top of a quoting answer. */
    static int ownWords(String text) {
        if (!text.startsWith("「") && !text.startsWith("“")) {
            return 0;
        }
        int rule = Math.max(text.indexOf("\n- - -"), text.indexOf("\n---"));
        return rule < 0 ? 0 : text.indexOf('\n', rule + 1) + 1;
    }

    private static int mention(String text, int start) {
        if (start > 0 && isAsciiWord(text.charAt(start - 1))) {
            return start; // an e-mail address
        }
        int limit = Math.min(text.length(), start + 1 + LONGEST_NAME);
        int space = -1;
        for (int i = start + 1; i < limit && text.charAt(i) != '@'; i++) {
            char character = text.charAt(i);
            if (character == MENTION_END) {
                return i + 1;
            }
            if (space < 0 && Character.isWhitespace(character)) {
                space = i;
            }
        }
        return space >= 0 ? space + 1 : open(text, start);
    }

    /** A mention with nothing behind it: at the end of the text it is one, elsewhere who knows. */
    private static int open(String text, int start) {
        boolean last = start > 0 && Character.isWhitespace(text.charAt(start - 1))
                && text.length() - start <= LONGEST_NAME && text.indexOf('@', start + 1) < 0;
        return last ? text.length() : start + 1;
    }

    private static int sticker(String text, int start) {
        int limit = Math.min(text.length(), start + 2 + LONGEST_STICKER);
        for (int i = start + 1; i < limit; i++) {
            char character = text.charAt(i);
            if (character == ']') {
                return i > start + 1 ? i + 1 : start;
            }
            if (!Han.isHan(character) && !isAsciiLetter(character)) {
                return start;
            }
        }
        return start;
    }

    private static int address(String text, int start) {
        if (!beginsAddress(text, start) || (start > 0 && isAsciiWord(text.charAt(start - 1)))) {
            return start;
        }
        int end = start;
        while (end < text.length() && Glyph.within(text.charAt(end), '!', '~')) {
            end++;
        }
        return end;
    }

    private static boolean beginsAddress(String text, int start) {
        return text.regionMatches(true, start, "http://", 0, 7)
                || text.regionMatches(true, start, "https://", 0, 8)
                || text.regionMatches(true, start, "www.", 0, 4);
    }

    private static boolean isAsciiLetter(char character) {
        return Glyph.within(character, 'a', 'z') || Glyph.within(character, 'A', 'Z');
    }

    private static boolean isAsciiWord(char character) {
        return isAsciiLetter(character) || Glyph.within(character, '0', '9');
    }
}
