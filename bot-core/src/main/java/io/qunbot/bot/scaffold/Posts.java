package io.qunbot.bot.scaffold;

import io.qunbot.profile.Effective;
import io.qunbot.profile.EffectiveBook;
import io.qunbot.yaml.YamlList;
import io.qunbot.yaml.YamlMap;
import io.qunbot.yaml.YamlNode;
import io.qunbot.yaml.YamlScalar;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The posts that an inherited profile speaks of: whoever extends it has to fill them. */
final class Posts {

    private static final Pattern NAMED = Pattern.compile("\\{\\{\\s*staff\\.([^}\\s]+)\\s*\\}\\}");
    /** Fields that hold posts, wherever they stand. */
    private static final Set<String> FIELDS = Set.of("who", "else");
    private static final String NOBODY = "zhangsan";

    private final EffectiveBook book;

    Posts(EffectiveBook book) {
        this.book = book;
    }

    /** Posts and who holds them in some other profile; the one in charge is always among them. */
    Map<String, String> of(String profile) {
        Map<String, String> posts = new TreeMap<>();
        posts.put("owner", holder("owner"));
        Stream<String> named = book.profile(profile).stream().flatMap(effective -> posts(effective.tree()));
        named.forEach(post -> posts.putIfAbsent(post, holder(post)));
        return posts;
    }

    private static Stream<String> posts(YamlNode node) {
        return switch (node) {
            case YamlScalar scalar -> NAMED.matcher(scalar.text()).results().map((MatchResult name) -> name.group(1));
            case YamlList list -> list.items().stream().flatMap(Posts::posts);
            case YamlMap map -> map.entries().stream().flatMap(entry -> FIELDS.contains(entry.key().value())
                    ? texts(entry.value())
                    : posts(entry.value()));
        };
    }

    private static Stream<String> texts(YamlNode node) {
        return switch (node) {
            case YamlScalar scalar -> Stream.of(scalar.text());
            case YamlList list -> list.items().stream().flatMap(Posts::texts);
            case YamlMap _ -> Stream.empty();
        };
    }

    private String holder(String post) {
        return book.ids().stream().flatMap(id -> book.profile(id).stream()).map(Effective::tree)
                .flatMap(tree -> tree.get("staff").stream())
                .flatMap(staff -> staff instanceof YamlMap map ? map.get(post).stream() : Stream.empty())
                .flatMap(Posts::texts).findFirst().orElse(NOBODY);
    }
}
