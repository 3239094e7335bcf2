package io.qunbot.chat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is said: words, and the form that the channel gives them. Every form can be read as plain text, and a
 * channel that doesn't know a form says it in the nearest one that it knows.
 */
public sealed interface Body {

    /** Everybody in the group, as a mention. */
    MemberId ALL = new MemberId("@all");

    /** The words alone, for the archive, for traces and for channels that know no better form. */
    String plain();

    /**
     * @param mentions who is addressed by name, beyond what the text says; may hold {@link #ALL}
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

    /** WeCom's own dialect of Markdown: headings, bold, links, quotes, inline code, and colours. */
    record Markdown(String text) implements Body {
        @Override
        public String plain() {
            return text;
        }
    }

    /** The newer dialect: tables, lists and code too, but neither colours nor mentions. */
    record MarkdownV2(String text) implements Body {
        @Override
        public String plain() {
            return text;
        }
    }

    /**
     * A picture.
     *
     * @param file a JPG or PNG of this machine; a path
     * @param words what stands for it where no picture can be shown
     */
    record Image(String file, String words) implements Body {
        @Override
        public String plain() {
            return words;
        }
    }

    /**
     * A file to keep.
     *
     * @param file of this machine; a path
     * @param words what stands for it where no file can be sent
     */
    record Document(String file, String words) implements Body {
        @Override
        public String plain() {
            return words;
        }
    }

    /** Articles to open, eight at most; the first is shown large. */
    record News(List<Article> articles) implements Body {
        public News {
            articles = List.copyOf(articles);
        }

        @Override
        public String plain() {
            return articles.stream().map(Article::plain).collect(Collectors.joining("\n\n"));
        }
    }

    /** @param picture an address; may be empty */
    record Article(String title, String description, String url, String picture) {
        String plain() {
            return lines(Stream.of(title, description, url));
        }
    }

    /**
     * A card. With buttons it asks for one of them, with a picture it is shown large, else it is a notice.
     *
     * @param text below the title; may be empty
     * @param facts names with values, six at most
     * @param buttons six at most
     */
    record Card(String title, String text, List<Fact> facts, List<Button> buttons, Target target) implements Body {
        public Card {
            facts = List.copyOf(facts);
            buttons = List.copyOf(buttons);
        }

        @Override
        public String plain() {
            Stream<String> values = facts.stream().map(fact -> fact.name() + ":" + fact.value());
            return lines(Stream.of(Stream.of(title, text), values, Stream.of(target.url())).flatMap(each -> each));
        }
    }

    /** A line of a card: what, and how it is. */
    record Fact(String name, String value) {}

    /**
     * @param key what {@link Event.Clicked} says when it is pressed
     * @param look how it is drawn
     */
    record Button(String key, String text, Look look) {}

    /** How much a button stands out; the number is WeCom's. */
    enum Look {
        MAIN(1),
        NEUTRAL(2),
        WARNING(3),
        QUIET(4);

        private final int style;

        Look(int style) {
            this.style = style;
        }

        public int style() {
            return style;
        }
    }

    /**
     * What a card opens and shows.
     *
     * @param url may be empty
     * @param picture an address; may be empty
     */
    record Target(String url, String picture) {
        public static final Target NONE = new Target("", "");
    }

    static Body text(String text) {
        return new Text(text, List.of());
    }

    private static String lines(Stream<String> lines) {
        return lines.filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    }
}
