package io.qunbot.chat;

import java.util.List;

/** What is said: words, and the form that the channel gives them. Every form can be read as plain text. */
public sealed interface Body {

    /** The words alone, for the archive, for traces and for channels that know no better form. */
    String plain();

    /**
     * @param mentions who is addressed by name, beyond what the text says
     */
    record Text(String text, List<MemberId> mentions) implements Body {
        public Text {
            mentions = List.copyOf(mentions);
        }

        @Override
        public String plain() {
            return text;
        }
    }

    /** WeCom's own dialect of Markdown: headings, bold, links, quotes, inline code. */
    record Markdown(String text) implements Body {
        @Override
        public String plain() {
            return text;
        }
    }

    static Body text(String text) {
        return new Text(text, List.of());
    }
}
