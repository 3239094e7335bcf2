package io.qunbot.people;

import io.qunbot.plugin.Person;
import io.qunbot.yaml.Binder;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.YamlReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the operator's files say of tags.
 *
 * @param broken whether there are mistakes in it: then nothing of it counts
 */
public record TagFiles(TagSettings settings, Families families, Segments segments, List<Problem> problems,
        Set<String> broken) {

    /** Where it lies in a home. */
    public static final String FILE = "config/tags.yaml";

    /** For so many days it is kept who spoke on which of them. */
    private static final Duration LONGEST = Duration.ofDays(60);

    public TagFiles {
        problems = List.copyOf(problems);
        broken = Set.copyOf(broken);
    }

    /** Nobody wrote anything of tags. */
    public static final TagFiles NONE = new TagFiles(TagSettings.NONE, Families.NONE, Segments.NONE, List.of(),
            Set.of());

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
        Optional<TagSettings> settings = YamlReader.read(FILE, bytes, problems)
                .flatMap(tree -> new Binder(problems).bind(tree, TagSettings.class));
        settings.ifPresent(known -> check(known, problems));
        return problems.hasErrors() || settings.isEmpty()
                ? new TagFiles(TagSettings.NONE, Families.NONE, Segments.NONE, problems.all(), Set.of(FILE))
                : new TagFiles(settings.get(), new Families(settings.get().families()),
                        new Segments(settings.get().segments()), problems.all(), Set.of());
    }

    private static void check(TagSettings settings, Problems problems) {
        Map<String, Place> seen = new HashMap<>();
        settings.families().forEach((name, family) -> family.tags().forEach(tag -> {
            tag(tag, problems);
            Place first = seen.putIfAbsent(tag.value(), tag.place());
            if (first != null) {
                problems.error(TagCode.TWICE.id(), tag.place(),
                        new Words("标签 “" + tag.value() + "” 在第 " + first.line() + " 行已经写过",
                                "the tag '" + tag.value() + "' is already on line " + first.line()),
                        new Words("一个标签只属于一个家族:去掉 “" + name + "” 里的这一个",
                                "a tag belongs to one family: take it out of '" + name + "'"));
            }
        }));
        settings.activity().filter(known -> known.value().window().compareTo(LONGEST) > 0)
                .ifPresent(known -> problems.error(TagCode.LONG_WINDOW.id(), known.place(),
                        new Words("window 最多 60d", "the window is 60d at most"), Words.NONE));
        new SegmentCheck(new Segments(settings.segments()), new Families(settings.families()), problems)
                .check(settings.segments());
    }

    /** In rules a minus before a tag takes it off, and what begins like a join way is the core's own. */
    private static void tag(Located<String> tag, Problems problems) {
        if (tag.value().startsWith("-") || tag.value().startsWith(Person.WAY)) {
            problems.error(TagCode.BAD_NAME.id(), tag.place(),
                    new Words("标签不能以 “-” 或 “" + Person.WAY + "” 开头",
                            "a tag cannot begin with '-' or '" + Person.WAY + "'"),
                    Words.NONE);
        }
    }
}
