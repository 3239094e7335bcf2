package io.qunbot.plugin.say;

import io.qunbot.plugin.Template;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for mistakes in what is said: variables that nobody knows, addresses that are none, what is too long. */
record SayingCheck(Set<String> known, Problems problems) {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/]+\\S*|\\{\\{.+}}\\S*");
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{[^}]*}}");
    private static final int LINK_TITLE = 128;
    private static final int LINK_DESCRIPTION = 512;
    private static final int CARD_TITLE = 26;
    private static final int CARD_TEXT = 112;
    private static final int FACTS = 6;

    void check(Located<Saying> located) {
        Saying saying = located.value();
        Stream.concat(saying.text().stream(), saying.markdown().stream())
                .forEach(words -> Template.check(new Located<>(words, located.place()), known, problems));
        saying.link().ifPresent(this::link);
        saying.card().ifPresent(this::card);
    }

    private void link(LinkForm link) {
        link.templates().forEach(template -> Template.check(template, known, problems));
        Stream.concat(Stream.of(link.url()), link.picture().stream()).forEach(this::address);
        bytes(link.title(), LINK_TITLE);
        link.description().ifPresent(words -> bytes(words, LINK_DESCRIPTION));
    }

    private void card(CardForm card) {
        card.templates().forEach(template -> Template.check(template, known, problems));
        Stream.concat(Stream.of(card.url()), card.picture().stream()).forEach(this::address);
        characters(card.title(), CARD_TITLE);
        card.text().ifPresent(words -> characters(words, CARD_TEXT));
        if (card.facts().size() > FACTS) {
            problems.error("R262", card.title().place(),
                    new Words("卡片最多 " + FACTS + " 行 facts,这里有 " + card.facts().size() + " 行",
                            "a card has " + FACTS + " facts at most; this one has " + card.facts().size()),
                    new Words("删掉几行,或者写进 text", "remove some, or write them into text"));
        }
    }

    private void address(Located<Template> url) {
        if (!ADDRESS.matcher(url.value().source()).matches()) {
            problems.error("R261", url.place(),
                    new Words("“" + url.value().source() + "” 不是网址", "'" + url.value().source() + "' is no address"),
                    new Words("写完整的网址,例如 https://example.com/help",
                            "write the whole address, such as https://example.com/help"));
        }
    }

    private void bytes(Located<Template> words, int most) {
        int bytes = words(words).getBytes(StandardCharsets.UTF_8).length;
        if (bytes > most) {
            tooLong(words.place(), new Words("这里有 " + bytes + " 字节,最多 " + most + " 字节,后面的会被截断",
                    "this takes " + bytes + " bytes of " + most + " at most, and the rest is cut"));
        }
    }

    private void characters(Located<Template> words, int most) {
        String text = words(words);
        int count = text.codePointCount(0, text.length());
        if (count > most) {
            tooLong(words.place(), new Words("这里有 " + count + " 个字,卡片上最好不超过 " + most + " 个,多了显示不全",
                    "this has " + count + " characters; a card shows about " + most));
        }
    }

    private void tooLong(Place place, Words why) {
        problems.warn("R263", place, why, new Words("删短一点,细节放到打开的页面里", "make it shorter: the page holds the details"));
    }

    private static String words(Located<Template> template) {
        return VARIABLE.matcher(template.value().source()).replaceAll("");
    }
}
