package io.qunbot.people;

import io.qunbot.yaml.Binder;
import io.qunbot.yaml.Companions;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Remains;
import io.qunbot.yaml.YamlMap;
import io.qunbot.yaml.YamlReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the operator's files say of tags.
 *
 * @param broken whether there are mistakes in it: then nothing of it counts
 * @param unread the segments that it names then
 */
public record TagFiles(TagSettings settings, Families families, Segments segments, List<Problem> problems,
        Set<String> broken, Set<String> unread) {

    /** Where it lies in a home. */
    public static final String FILE = "config/tags.yaml";

    public TagFiles {
        problems = List.copyOf(problems);
        broken = Set.copyOf(broken);
        unread = Set.copyOf(unread);
    }

    /** Nobody wrote anything of tags. */
    public static final TagFiles NONE = new TagFiles(TagSettings.NONE, Families.NONE, Segments.NONE, List.of(),
            Set.of(), Set.of());

    /** Who counts as active. */
    public Activity activity() {
        return settings.activity().map(Located::value).orElse(Activity.DEFAULT);
    }

    /** @param files their bytes by path, also those that are something else */
    public static TagFiles read(Map<String, byte[]> files) {
        byte[] bytes = files.get(FILE);
        if (bytes == null) {
            return NONE;
        }
        Problems problems = new Problems();
        Optional<YamlMap> tree = YamlReader.read(FILE, bytes, problems);
        Optional<TagSettings> settings = tree.flatMap(map -> new Binder(problems).bind(map, TagSettings.class));
        settings.or(() -> tree.flatMap(map -> Remains.bind(map, TagSettings.class, problems.all(), Companions.none())))
                .ifPresent(known -> new TagCheck(problems).check(known));
        return problems.hasErrors() || settings.isEmpty()
                ? new TagFiles(TagSettings.NONE, Families.NONE, Segments.NONE, problems.all(), Set.of(FILE),
                        tree.map(TagFiles::segments).orElse(Set.of()))
                : new TagFiles(settings.get(), new Families(settings.get().tags()),
                        new Segments(settings.get().segments()), problems.all(), Set.of(), Set.of());
    }

    private static Set<String> segments(YamlMap tree) {
        return tree.get("segments").orElse(null) instanceof YamlMap map
                ? map.entries().stream().map(entry -> entry.key().value()).collect(Collectors.toSet())
                : Set.of();
    }
}
