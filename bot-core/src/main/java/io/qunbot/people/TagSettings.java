package io.qunbot.people;

import io.qunbot.yaml.Doc;
import io.qunbot.yaml.FileKind;
import io.qunbot.yaml.Located;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an operator writes about tags. */
@Doc(zh = "标签的家族、分群和活跃程度", en = "families of tags, segments of people, and who is active")
@FileKind(value = "tags", files = "config/tags.yaml")
public record TagSettings(
        @Doc(zh = "标签的家族,名字 → 标签", en = "families of tags by their names") Map<String, Located<Family>> families,
        @Doc(zh = "分群:名字 → 哪些人", en = "segments: which people, by a name") Map<String, List<Located<Clause>>> segments,
        @Doc(zh = "怎样算活跃、潜水;默认 7 天里有 3 天说话算活跃,30 天没说话算潜水", en = "who is active and who a lurker; by default who speaks on 3 days of 7, and who says nothing for 30 days") Optional<Located<Activity>> activity) {

    /** The families without their places. */
    public Map<String, Family> tags() {
        Map<String, Family> tags = new LinkedHashMap<>();
        families.forEach((name, family) -> tags.put(name, family.value()));
        return tags;
    }

    /** What an operator who writes nothing means. */
    public static final TagSettings NONE = new TagSettings(Map.of(), Map.of(), Optional.empty());
}
