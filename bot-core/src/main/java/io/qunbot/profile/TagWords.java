package io.qunbot.profile;

import io.qunbot.people.Families;
import io.qunbot.people.SegmentCheck;
import io.qunbot.yaml.Companions;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.YamlList;
import io.qunbot.yaml.YamlMap;
import io.qunbot.yaml.YamlNode;
import io.qunbot.yaml.YamlScalar;
import java.util.Set;

/** The tags in a profile, wherever its plugins have them: what is written under these names is one, or a list of them. */
final class TagWords {

    private static final Set<String> FIELDS = Set.of("tag", "tags", "tagged");
    /** Where a plugin only asks whether there is to be a tag. */
    private static final Set<String> SWITCHES = Set.of("true", "false");

    private final Families families;
    private final Companions companions;
    private final Problems problems;

    private TagWords(Families families, Companions companions, Problems problems) {
        this.families = families;
        this.companions = companions;
        this.problems = problems;
    }

    /** Warns of tags that no family knows, once there are families; also in the files that are named. */
    static void check(YamlMap profile, Families families, Companions companions, Problems problems) {
        if (!families.tags().isEmpty()) {
            profile.get("plugins").ifPresent(new TagWords(families, companions, problems)::walk);
        }
    }

    private void walk(YamlNode node) {
        switch (node) {
            case YamlMap map -> map.entries().forEach(entry -> {
                if (FIELDS.contains(entry.key().value())) {
                    tags(entry.value());
                }
                walk(entry.value());
            });
            case YamlList list -> list.items().forEach(this::walk);
            case YamlScalar text -> companions.named(text.text()).flatMap(companions::treeOf).ifPresent(this::walk);
        }
    }

    private void tags(YamlNode node) {
        if (node instanceof YamlList list) {
            list.items().stream().filter(YamlScalar.class::isInstance).forEach(this::tags);
        } else if (node instanceof YamlScalar word && !word.isBlank() && !SWITCHES.contains(word.text())) {
            SegmentCheck.tag(new Located<>(word.text(), word.place()), families, problems);
        }
    }
}
