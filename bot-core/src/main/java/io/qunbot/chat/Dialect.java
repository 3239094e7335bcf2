package io.qunbot.chat;

import static io.qunbot.chat.Mark.BLOCK;
import static io.qunbot.chat.Mark.BOLD;
import static io.qunbot.chat.Mark.CODE;
import static io.qunbot.chat.Mark.COLOUR;
import static io.qunbot.chat.Mark.HEADING;
import static io.qunbot.chat.Mark.ITALIC;
import static io.qunbot.chat.Mark.LINK;
import static io.qunbot.chat.Mark.LIST;
import static io.qunbot.chat.Mark.MENTION;
import static io.qunbot.chat.Mark.PICTURE;
import static io.qunbot.chat.Mark.QUOTE;
import static io.qunbot.chat.Mark.RULE;
import static io.qunbot.chat.Mark.TABLE;

import java.util.Set;

/** A markdown of WeCom's, and what it renders. What it doesn't, members would read as signs. */
public enum Dialect {
    /** {@code markdown} of a group robot (document 99110). */
    ROBOT,
    /** {@code markdown_v2} of a group robot (document 99110). */
    ROBOT_V2,
    /** Of a self-built app (document 90236). */
    APP,
    /** Of an intelligent robot (documents 101031 and 101463). */
    AIBOT;

    private static final Set<Mark> CLASSIC = Set.of(HEADING, BOLD, LINK, QUOTE, CODE, COLOUR);
    private static final Set<Mark> CLASSIC_WITH_NAMES = Set.of(HEADING, BOLD, LINK, QUOTE, CODE, COLOUR, MENTION);
    private static final Set<Mark> COMMON = Set.of(HEADING, BOLD, ITALIC, LINK, PICTURE, QUOTE, CODE, BLOCK, LIST,
            TABLE,
            RULE);
    private static final Set<Mark> COMMON_WITH_NAMES = Set.of(HEADING, BOLD, ITALIC, LINK, PICTURE, QUOTE, CODE, BLOCK,
            LIST, TABLE, RULE, MENTION);

    /** What it renders. */
    public Set<Mark> marks() {
        return switch (this) {
            case ROBOT -> CLASSIC_WITH_NAMES;
            case ROBOT_V2 -> COMMON;
            case APP -> CLASSIC;
            case AIBOT -> COMMON_WITH_NAMES;
        };
    }

    public boolean renders(String text) {
        return marks().containsAll(MarkdownText.marks(text));
    }

    /** The text with words in place of all that would not be rendered. */
    public String fit(String text) {
        return MarkdownText.without(text, marks());
    }
}
