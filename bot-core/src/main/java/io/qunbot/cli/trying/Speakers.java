package io.qunbot.cli.trying;

import io.qunbot.plugin.PluginServices;
import io.qunbot.transcript.Cast;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Source;
import io.qunbot.yaml.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is who in a chat, and who of them speaks. */
final class Speakers {

    private static final String ANYBODY = "member";
    private static final String SOMEBODY = "staff";
    private static final Place TYPED = new Place(new Source("/as", ""), 1, 1, 1);

    private final Map<String, List<Located<String>>> people = new LinkedHashMap<>();
    private final Map<String, String> fresh = new LinkedHashMap<>();
    private final String member;
    private Cast cast;
    private String current;

    /**
     * @param people colleagues that are known by name, with their posts
     * @param member what a member is called who has no name
     */
    Speakers(Map<String, List<Located<String>>> people, PluginServices services, String member) {
        this.people.putAll(people);
        this.member = member;
        this.cast = Cast.of(people, services, new Problems());
        this.current = member;
    }

    Cast cast() {
        return cast;
    }

    String current() {
        return current;
    }

    /** The colleagues who took the floor since the beginning, with their post. */
    Map<String, String> newColleagues() {
        return Map.copyOf(fresh);
    }

    /**
     * Somebody takes the floor.
     *
     * @param words a name, a name and a post, or a post alone; nothing for a member
     * @return why nobody does; empty when somebody does
     */
    Optional<Words> speaks(String words, PluginServices services) {
        String[] parts = words.strip().split("\\s+", 2);
        String name = parts[0].isEmpty() || parts[0].equals(ANYBODY) ? member : parts[0];
        String post = parts.length > 1 ? parts[1] : "";
        if (post.isEmpty() && !cast.knows(name) && isPost(name, services)) {
            return colleague("", name, services);
        }
        if (post.isEmpty() || post.equals(ANYBODY)) {
            current = name;
            return Optional.empty();
        }
        return colleague(name, post, services);
    }

    private static boolean isPost(String word, PluginServices services) {
        return word.equals(SOMEBODY) || !services.staff(word).isEmpty();
    }

    /** @param given a name; empty for whoever holds the post */
    private Optional<Words> colleague(String given, String written, PluginServices services) {
        String post = written.equals(SOMEBODY) ? services.posts().stream().findFirst().orElse(written) : written;
        String name = given.isEmpty() ? cast.holder(post).orElse(post) : given;
        Map<String, List<Located<String>>> all = new LinkedHashMap<>(people);
        if (!cast.knows(name) || !given.isEmpty()) {
            all.values().removeIf(posts -> posts.size() == 1 && posts.getFirst().value().equals(post));
            all.put(name, List.of(new Located<>(post, TYPED)));
        }
        Problems problems = new Problems();
        Cast next = Cast.of(all, services, problems);
        if (problems.hasErrors()) {
            Problem problem = problems.all().getFirst();
            return Optional.of(new Words(problem.message().zh() + "。" + problem.help().zh(),
                    problem.message().en() + "; " + problem.help().en()));
        }
        people.clear();
        people.putAll(all);
        cast = next;
        fresh.put(name, post);
        current = name;
        return Optional.empty();
    }
}
