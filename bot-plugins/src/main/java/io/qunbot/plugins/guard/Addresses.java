package io.qunbot.plugins.guard;

import io.qunbot.chat.Content;
import io.qunbot.chat.Shared;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The hosts that a message leads to. */
final class Addresses {

    /** Of https://example.com@elsewhere.cn the host is elsewhere.cn; a full stop at the end belongs to the sentence. */
    private static final Pattern ADDRESS = Pattern
            .compile("(?i)(?:https?:/{1,2}(?:[^\\s/?#@]*@)?|\\b(?=www\\.))([a-z0-9-]+(?:\\.[a-z0-9-]+)*)?");

    private Addresses() {}

    /** One for each address; empty for one that cannot be read. */
    static List<String> in(Content content) {
        return switch (content) {
            case Content.Link link -> of(link.url().isEmpty() ? link.title() : link.url());
            case Shared.Document document -> of(document.url());
            case Content.Text text -> of(text.text());
            default -> of(content.words());
        };
    }

    private static List<String> of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return ADDRESS.matcher(plain).results().map(found -> found.group(1))
                .map(host -> host == null ? "" : host.toLowerCase(Locale.ROOT)).toList();
    }

    /** The host that an operator means by {@code example.com}, {@code *.example.com} or a whole address; may be empty. */
    static String host(String written) {
        Matcher address = ADDRESS.matcher(written.strip());
        String found = address.lookingAt() && address.group(1) != null ? address.group(1) : written.strip();
        return found.replaceFirst("^\\*?\\.", "").toLowerCase(Locale.ROOT);
    }

    /** Whether a host is one of these, or beneath one. */
    static boolean isUnder(String host, List<String> known) {
        return Stream.of(host).filter(name -> !name.isEmpty())
                .anyMatch(name -> known.stream().anyMatch(own -> name.equals(own) || name.endsWith("." + own)));
    }
}
