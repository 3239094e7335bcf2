package io.qunbot.people;

import io.qunbot.plugin.Person;
import io.qunbot.plugin.Segment;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Nearest;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for the mistakes in segments: of what they are made, and whether that ends. */
public final class SegmentCheck {

    private final Segments all;
    private final Families families;
    private final Problems problems;

    /** @param all every segment that can be named there */
    public SegmentCheck(Segments all, Families families, Problems problems) {
        this.all = all;
        this.families = families;
        this.problems = problems;
    }

    /** @param written the segments of one file */
    public void check(Map<String, List<Located<Clause>>> written) {
        written.forEach((name, clauses) -> clauses.forEach(clause -> {
            if (clause.value().isEmpty()) {
                problems.error(TagCode.EMPTY.id(), clause.place(),
                        new Words("分群 “" + name + "” 没有写条件", "the segment '" + name + "' asks for nothing"),
                        new Words("例如 { any: [问价], quiet_for: 30d }", "for instance { any: [asked], quiet_for: 30d }"));
            }
            impossible(name, clause);
            clause.value().tags().forEach(tag -> tag(tag, families, problems));
            clause.value().parts().forEach(part -> part(name, part));
        }));
    }

    /** Tags that exclude each other, and those that are asked for and ruled out. */
    private void impossible(String name, Located<Clause> clause) {
        List<String> all = clause.value().all().stream().map(Located::value).toList();
        List<String> none = clause.value().none().stream().map(Located::value).toList();
        all.stream().filter(tag -> none.contains(tag) || families.rivals(tag).stream().anyMatch(all::contains))
                .findFirst().ifPresent(tag -> problems.warn(TagCode.NOBODY.id(), clause.place(),
                        new Words("没有人会在分群 “" + name + "” 里:“" + tag + "” 和别的条件不能同时成立",
                                "nobody can be in the segment '" + name + "': '" + tag
                                        + "' cannot hold together with the rest"),
                        new Words("几个标签满足其一就写 any", "for one of several tags write any")));
    }

    private void part(String name, Located<String> part) {
        if (!all.clauses().containsKey(part.value())) {
            Segment.unknown(part, all.names(), problems);
        } else if (reaches(part.value(), name, new HashSet<>())) {
            problems.error(TagCode.CIRCLE.id(), part.place(),
                    new Words("分群 “" + name + "” 绕了一圈又用到自己", "the segment '" + name + "' is made of itself"),
                    new Words("去掉其中一个 in 或 not_in", "remove one of the in or not_in"));
        }
    }

    private boolean reaches(String from, String to, Set<String> seen) {
        return from.equals(to) || (seen.add(from) && all.clauses().getOrDefault(from, List.of()).stream()
                .flatMap(clause -> clause.value().parts()).anyMatch(part -> reaches(part.value(), to, seen)));
    }

    /** Warns of a tag that no family knows, as soon as there are families. */
    public static void tag(Located<String> tag, Families families, Problems problems) {
        String name = tag.value().startsWith("-") ? tag.value().substring(1) : tag.value();
        boolean own = name.equals(Person.OPTED_OUT) || name.startsWith(Person.WAY);
        if (!own && !families.tags().isEmpty() && families.of(name).isEmpty()) {
            problems.warn(TagCode.UNKNOWN_TAG.id(), tag.place(),
                    new Words("config/tags.yaml 里没有标签 “" + name + "”", "config/tags.yaml knows no tag '" + name + "'"),
                    Nearest.to(name, families.tags())
                            .map(near -> new Words("您是不是想写 “" + near + "”?", "did you mean '" + near + "'?"))
                            .orElse(new Words("是新标签就把它加进一个家族", "add it to a family when it is a new one")));
        }
    }
}
