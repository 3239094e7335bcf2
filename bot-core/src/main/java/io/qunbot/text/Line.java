package io.qunbot.text;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A message in one width, case and script, without mentions, stickers, emoji and addresses, but with
 * its spaces and punctuation; each character knows where it was typed. Immutable.
 */
public final class Line {

    private final String typed;
    private final String text;
    private final int[] origin;
    private final boolean pictured;

    private Line(String typed, String text, int[] origin, boolean pictured) {
        this.typed = typed;
        this.text = text;
        this.origin = origin;
        this.pictured = pictured;
    }

    /** Never fails; a text without language gives an empty or blank line. */
    public static Line of(String typed) {
        String source = Glyph.isPlain(typed) ? typed : Normalizer.normalize(typed, Normalizer.Form.NFKC);
        return new Folding(source).run();
    }

    /** A pattern in the script of lines; nothing else of it changes. */
    public static String simplified(String pattern) {
        StringBuilder folded = new StringBuilder(pattern);
        for (int i = 0; i < folded.length(); i++) {
            folded.setCharAt(i, Han.simplify(folded.charAt(i)));
        }
        return folded.toString();
    }

    public String text() {
        return text;
    }

    /**
     * What the sender typed for a part of this line; where NFKC had to rewrite the message, what it
     * became.
     */
    public String typed(int start, int end) {
        return start == end ? "" : typed.substring(origin[start], origin[end - 1] + 1);
    }

    /** The letters and digits of the line in one piece, amounts in digits. */
    String words() {
        char[] words = new char[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (isWord(character, i)) {
                words[length++] = character;
            }
        }
        return Amounts.fold(words, length);
    }

    /**
     * The pictures that were typed, in one piece where nothing stands between them: what a keyword
     * of emoji is looked for in. Without colours of skin.
     */
    public String pictures() {
        if (!pictured) {
            return "";
        }
        StringBuilder pictures = new StringBuilder();
        boolean gap = false;
        for (int i = Marks.ownWords(typed); i < typed.length();) {
            char character = typed.charAt(i);
            if (Han.isHan(character)) {
                gap = true;
                i++;
            } else if (isPicture(i)) {
                pictures.append(gap && !pictures.isEmpty() ? " " : "").appendCodePoint(typed.codePointAt(i));
                gap = false;
                i += Character.charCount(typed.codePointAt(i));
            } else {
                gap = gap || character < 0x80 || !isPartOfPicture(i);
                i = Math.max(Marks.end(typed, i), i + Character.charCount(typed.codePointAt(i)));
            }
        }
        return pictures.toString();
    }

    private boolean isPicture(int index) {
        int codePoint = typed.codePointAt(index);
        return codePoint >= 0x80 && Glyph.isPicture(codePoint) && !Glyph.isSkin(codePoint);
    }

    /** Whether it joins or colours pictures and is none itself. */
    private boolean isPartOfPicture(int index) {
        int codePoint = typed.codePointAt(index);
        return Glyph.isInvisible(codePoint) || Glyph.isSkin(codePoint);
    }

    private boolean isWord(char character, int index) {
        if (character < 0x80) {
            return Glyph.within(character, 'a', 'z') || Glyph.within(character, '0', '9');
        }
        if (Character.isLowSurrogate(character)) {
            return index > 0 && Glyph.isWord(text.codePointAt(index - 1));
        }
        return Han.isHan(character) || Glyph.isWord(text.codePointAt(index));
    }

    /** One pass over a message. */
    private static final class Folding {

        private final String source;
        private final char[] text;
        private final int[] origin;
        private int length;
        private boolean pictured;

        Folding(String source) {
            this.source = source;
            this.text = new char[source.length()];
            this.origin = new int[source.length()];
        }

        Line run() {
            int i = Marks.ownWords(source);
            while (i < source.length()) {
                i = next(i);
            }
            return new Line(source, new String(text, 0, length), Arrays.copyOf(origin, length), pictured);
        }

        private int next(int i) {
            char character = source.charAt(i);
            int end = Marks.end(source, i);
            if (end > i) {
                put(' ', i);
                return end;
            }
            if (Glyph.within(character, ' ', '~') || Han.isHan(character)) {
                put(Glyph.fold(character), i);
                return i + 1;
            }
            return rare(i, source.codePointAt(i));
        }

        private int rare(int i, int codePoint) {
            int end = i + Character.charCount(codePoint);
            if (Glyph.isInvisible(codePoint)) {
                return end;
            }
            if (Glyph.isPicture(codePoint)) {
                pictured = true;
                put(' ', i);
                return end;
            }
            for (int at = i; at < end; at++) {
                put(Glyph.fold(source.charAt(at)), at);
            }
            return end;
        }

        private void put(char character, int from) {
            text[length] = character;
            origin[length++] = from;
        }
    }
}
