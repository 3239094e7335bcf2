package io.qunbot.chat;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a message may look like on one kind of channel.
 *
 * @param textBytes of UTF-8 in one text message
 * @param markdownBytes of UTF-8 in one message of markdown; 0 where there is none
 * @param plainIsMarkdown whether an ordinary text is shown as markdown, too
 * @param dialects of markdown that are rendered there, the usual one first
 */
public record Format(int textBytes, int markdownBytes, boolean plainIsMarkdown, Set<Kind> kinds,
        List<Dialect> dialects, Sizes sizes) {

    /**
     * How large what is sent may be, in bytes.
     *
     * @param image what is larger goes as a file
     */
    public record Sizes(long image, long file) {
        /** Documents 99110 and 101463. */
        static final Sizes ROBOT = new Sizes(2L << 20, 20L << 20);
        /** Document 90253. */
        static final Sizes APP = new Sizes(10L << 20, 20L << 20);
        static final Sizes NONE = new Sizes(0, 0);
    }

    /** What can be sent. */
    public enum Kind {
        TEXT("文字", "text"),
        MENTION("@ 成员", "mentions"),
        MARKDOWN("markdown", "markdown"),
        MARKDOWN_V2("markdown_v2", "markdown_v2"),
        IMAGE("图片", "images"),
        FILE("文件", "files"),
        NEWS("图文", "news"),
        CARD("模板卡片", "template cards"),
        BUTTONS("带按钮的卡片", "cards with buttons");

        private final String zh;
        private final String en;

        Kind(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public Phrase words() {
            return new Phrase(zh, en);
        }
    }

    public Format {
        dialects = List.copyOf(dialects);
        kinds = kinds.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(kinds));
    }

    /** A channel that nothing is known of takes what the strictest takes. */
    public static final Format USUAL = new Format(2_048, 2_048, false, Set.of(Kind.TEXT), List.of(),
            Sizes.NONE);

    /** The dialect in which least of a text is lost; empty where there is no markdown. */
    public Optional<Dialect> dialect(String text) {
        Set<Mark> wanted = MarkdownText.marks(text);
        return dialects.stream().max(Comparator.comparingLong(
                (Dialect dialect) -> wanted.stream().filter(dialect.marks()::contains).count())
                .thenComparing(Comparator.reverseOrder()));
    }
}
