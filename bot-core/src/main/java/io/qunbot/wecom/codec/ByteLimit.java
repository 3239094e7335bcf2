package io.qunbot.wecom.codec;

import java.util.ArrayList;
import java.util.List;

/** How many bytes of UTF-8 a channel takes at once; never cuts inside a character. */
public record ByteLimit(int bytes) {

    private static final String ELLIPSIS = "…";
    private static final int ELLIPSIS_BYTES = 3;

    public ByteLimit {
        if (bytes <= ELLIPSIS_BYTES) {
            throw new IllegalArgumentException("a limit of " + bytes + " bytes holds nothing");
        }
    }

    /** The text, or its beginning and an ellipsis. */
    public String cut(String text) {
        if (fitting(text, 0, bytes) == text.length()) {
            return text;
        }
        int end = fitting(text, 0, bytes - ELLIPSIS_BYTES);
        return text.substring(0, Whole.CHARACTERS.seams(text).before(0, end)) + ELLIPSIS;
    }

    /** The text in pieces that fit, parted after sentences where there are any; joined they are the text. */
    public List<String> split(String text) {
        return split(text, Whole.CHARACTERS);
    }

    /** The same; what is kept whole is torn only where it is too long itself. */
    public List<String> split(String text, Whole whole) {
        if (fitting(text, 0, bytes) == text.length()) {
            return text.isEmpty() ? List.of() : List.of(text);
        }
        List<String> pieces = new ArrayList<>();
        Seams seams = whole.seams(text);
        int end;
        for (int start = 0; start < text.length(); start = end) {
            end = fitting(text, start, bytes);
            if (end < text.length()) {
                end = endOfSentence(text, start, seams.before(start, end), seams);
            }
            pieces.add(text.substring(start, end));
        }
        return pieces;
    }

    /** Where a text that starts here must end to fit. */
    private static int fitting(String text, int start, int room) {
        int left = room;
        int end = start;
        while (end < text.length()) {
            int letter = text.codePointAt(end);
            left -= bytesOf(letter);
            if (left < 0) {
                break;
            }
            end += Character.charCount(letter);
        }
        return end;
    }

    private static int bytesOf(int letter) {
        if (letter < 0x80) {
            return 1;
        }
        if (letter < 0x800) {
            return 2;
        }
        return letter < 0x10000 ? 3 : 4;
    }

    private static int endOfSentence(String text, int start, int end, Seams seams) {
        for (int i = end; i > start; i--) {
            if (endsSentence(text, i) && seams.isOne(i)) {
                return i;
            }
        }
        return end;
    }

    /** Latin marks count only before a blank: addresses and numbers hold them too. */
    private static boolean endsSentence(String text, int end) {
        char last = text.charAt(end - 1);
        return last == '\n' || "。！？；…".indexOf(last) >= 0
                || (".!?;".indexOf(last) >= 0 && Character.isWhitespace(text.charAt(end)));
    }
}
