package io.qunbot.chat;

import java.util.List;
import java.util.function.UnaryOperator;
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
            return MarkdownText.plain(text);
        }
    }

    /** The newer dialect: tables, lists and code too, but neither colours nor mentions. */
    record MarkdownV2(String text) implements Body {
        @Override
        public String plain() {
            return MarkdownText.plain(text);
        }
    }

    /**
     * A picture.
     *
     * @param file a JPG or PNG of this machine; a path, relative to where the operator's materials are
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
     * @param file of this machine; a path, relative to where the operator's materials are
     * @param words what stands for it where no file can be sent
     */
    record Document(String file, String words) implements Body {
        @Override
        public String plain() {
            return words;
        }
    }

    /**
     * Several things that are said together, in order: words and a file, for instance.
     *
     * @param parts none of which is of several parts itself
     */
    record Several(List<Body> parts) implements Body {
        public Several {
            parts = List.copyOf(parts);
            if (parts.isEmpty() || parts.stream().anyMatch(Several.class::isInstance)) {
                throw new IllegalArgumentException("several things are said, none of them of several parts");
            }
        }

        @Override
        public String plain() {
            return lines(parts.stream().map(Body::plain));
        }
    }

    /**
     * What a card is once somebody pressed one of its buttons. Where cards can't be changed the words are said.
     *
     * @param card as it is now; its buttons can't be pressed any more
     * @param readers who has it before them
     */
    record Settled(Card card, List<MemberId> readers, String words) implements Body {
        public Settled {
            readers = List.copyOf(readers);
        }

        @Override
        public String plain() {
            return words;
        }
    }

    /**
     * Asks a colleague for one of a card's buttons.
     *
     * @param quote what stands in a box of its own on the card
     * @param words all of it, with how to answer in words: what is said where no buttons can be pressed
     */
    record Asking(Card card, Fact quote, String words) implements Body {
        @Override
        public String plain() {
            return words;
        }

        /** The same with every text changed; what the buttons say when they are pressed stays. */
        public Asking each(UnaryOperator<String> change) {
            Card shown = new Card(change.apply(card.title()), change.apply(card.text()),
                    card.facts().stream().map(fact -> new Fact(fact.name(), change.apply(fact.value()))).toList(),
                    card.buttons(), card.target());
            return new Asking(shown, new Fact(quote.name(), change.apply(quote.value())), change.apply(words));
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

    /** What is said by itself, in order. */
    default List<Body> each() {
        return this instanceof Several(List<Body> parts) ? parts : List.of(this);
    }

    static Body text(String text) {
        return new Text(text, List.of());
    }

    private static String lines(Stream<String> lines) {
        return lines.filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    }
}
