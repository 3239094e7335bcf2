package io.qunbot.plugins.guard;

import io.qunbot.chat.Content;
import io.qunbot.chat.Shared;
import io.qunbot.plugin.Foreign;
import io.qunbot.yaml.Located;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells whether a message looks like an advertisement, and by what. Immutable. */
final class Suspicion {

    private final List<Kind> kinds;
    private final Wanted words;
    private final Wanted harmless;
    private final List<String> hosts;

    Suspicion(GuardSettings settings) {
        kinds = settings.when().value().type();
        words = new Wanted(settings.when().value().text());
        harmless = new Wanted(settings.exceptions().text());
        hosts = settings.exceptions().hosts().stream().map(Located::value).map(Addresses::host).toList();
    }

    /** What gives it away, in words for a colleague; empty for a message like any other. */
    Optional<String> of(Content content) {
        String text = text(content);
        return harmless.in(text).isPresent()
                ? Optional.empty()
                : words.in(text).map(word -> "“" + word + "”").or(() -> byType(content));
    }

    private Optional<String> byType(Content content) {
        if (content instanceof Content.Mixed(List<Content> parts)) {
            return parts.stream().flatMap(part -> byType(part).stream()).findFirst();
        }
        Optional<Kind> kind = Kind.of(content).filter(kinds::contains);
        return kind.filter(known -> known != Kind.LINK).map(Kind::zh).or(() -> link(content, kind.isPresent()));
    }

    /** @param shared whether it is a link as such, of which the host may be unknown */
    private Optional<String> link(Content content, boolean shared) {
        if (!kinds.contains(Kind.LINK)) {
            return Optional.empty();
        }
        List<String> found = Addresses.in(content);
        return found.isEmpty()
                ? Optional.of(Kind.LINK.zh()).filter(_ -> shared)
                : found.stream().filter(host -> !Addresses.isUnder(host, hosts)).findFirst()
                        .map(host -> (Kind.LINK.zh() + " " + Foreign.quote(host)).strip());
    }

    /** All words of it, also those that people did not type themselves. */
    static String text(Content content) {
        return switch (content) {
            case Content.Link link -> link.title() + "\n" + link.description();
            case Shared.MiniProgram program -> program.name() + "\n" + program.title() + "\n" + program.description();
            case Shared.Transcript passed -> Stream.concat(Stream.of(passed.title()),
                    passed.quotes().stream().map(quote -> text(quote.content()))).collect(Collectors.joining("\n"));
            case Content.Mixed(List<Content> parts) ->
                parts.stream().map(Suspicion::text).collect(Collectors.joining("\n"));
            case Shared shared -> shared.text();
            case Content.File file -> file.name();
            default -> content.words();
        };
    }
}
