package io.qunbot.yaml;

import java.util.Set;

/** Characters that look alike and are not: what a Chinese keyboard gives in place of YAML's own. */
final class Signs {

    static final int WIDE_COLON = 0xFF1A;
    static final int WIDE_COMMA = 0xFF0C;
    static final int PAUSE = 0x3001;
    static final int LEFT_QUOTE = 0x201C;
    static final int RIGHT_QUOTE = 0x201D;

    /** YAML gives these a meaning of its own when a value begins with them. */
    static final String RESERVED = "@`%!*&|>,]}";

    private static final Set<String> TEXT_FIELDS = Set.of("say", "text", "remind", "thanks", "title", "goal", "value",
            "platform", "hook", "question", "again", "full", "closed", "cancelled", "done", "before", "name");

    private Signs() {}

    /** Whether people write sentences into this field, so that a Chinese comma belongs to them. */
    static boolean isText(String field) {
        return TEXT_FIELDS.contains(field);
    }

    static boolean isListComma(int point) {
        return point == WIDE_COMMA || point == PAUSE;
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
