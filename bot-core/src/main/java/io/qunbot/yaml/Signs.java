package io.qunbot.yaml;

import java.util.Set;

/** Characters that look alike and are not: what a Chinese keyboard gives in place of YAML's own. */
final class Signs {

    static final int WIDE_COLON = 0xFF1A;
    static final int WIDE_COMMA = 0xFF0C;
    static final int PAUSE = 0x3001;
    static final int WIDE_SEMICOLON = 0xFF1B;
    static final int IDEOGRAPHIC_SPACE = 0x3000;
    static final int LEFT_QUOTE = 0x201C;
    static final int RIGHT_QUOTE = 0x201D;

    /** YAML gives these a meaning of its own when a value begins with them. */
    static final String RESERVED = "@`%!*&|>,]}";

    private static final Set<String> TEXT_FIELDS = Set.of("say", "text", "remind", "thanks", "title", "goal", "value",
            "platform", "hook", "question", "again", "full", "closed", "cancelled", "done", "before", "name");

    private static final Set<String> WORD_LISTS = Set.of("any", "all", "none", "is", "not");

    private Signs() {}

    /** Whether people write sentences into this field, so that a Chinese comma belongs to them. */
    static boolean isText(String field) {
        return TEXT_FIELDS.contains(field);
    }

    static boolean isListComma(int point) {
        return point == WIDE_COMMA || point == PAUSE || point == WIDE_SEMICOLON;
    }

    /** What people put behind a closing quote by habit. */
    static boolean isEndOfSentence(int point) {
        return ",;.".indexOf(point) >= 0 || isListComma(point) || point == 0x3002 || point == 0xFF01 || point == 0xFF1F;
    }

    /** Whether a field holds single words, so that a comma can only separate them. */
    static boolean isWordList(String field) {
        return WORD_LISTS.contains(field);
    }

    /** A space that looks like one and is none to YAML, such as the one of a Chinese keyboard. */
    static boolean isOddSpace(int point) {
        return point == IDEOGRAPHIC_SPACE || (point > ' ' && Character.getType(point) == Character.SPACE_SEPARATOR);
    }

    /** A character without any width that nobody types on purpose; emoji are joined by U+200D, which is none of them. */
    static boolean isInvisible(int point) {
        return point == 0xFEFF || point == 0x00AD || point == 0x200B || point == 0x200C
                || (point >= 0x200E && point <= 0x200F) || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2060 && point <= 0x2064);
    }

    /** Whether YAML refuses a file for this character. */
    static boolean isControl(int point) {
        return (Character.isISOControl(point) && point != '\t' && point != 0x85)
                || point == 0xFFFE || point == 0xFFFF || (point >= 0xD800 && point <= 0xDFFF);
    }

    /** The quote that closes a Chinese one, or 0. */
    static int closing(int point) {
        return switch (point) {
            case LEFT_QUOTE -> RIGHT_QUOTE;
            case 0x2018 -> 0x2019;
            case 0x300C -> 0x300D;
            case 0x300E -> 0x300F;
            default -> 0;
        };
    }

    static boolean isWideQuote(int point) {
        return closing(point) != 0 || point == RIGHT_QUOTE || point == 0x2019 || point == 0x300D || point == 0x300F;
    }

    /** The ASCII sign for a full-width bracket, or 0. */
    static int narrowBracket(int point) {
        return switch (point) {
            case 0xFF3B, 0x3010 -> '[';
            case 0xFF3D, 0x3011 -> ']';
            case 0xFF5B -> '{';
            case 0xFF5D -> '}';
            default -> 0;
        };
    }
}
