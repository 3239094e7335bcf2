package io.qunbot.transcript.form;

import io.qunbot.yaml.Doc;
import io.qunbot.yaml.YamlList;
import io.qunbot.yaml.YamlMap;
import io.qunbot.yaml.YamlNode;
import io.qunbot.yaml.YamlScalar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What was so before a case began. */
@Doc(zh = "开始之前就有的", en = "what was so before")
public record Given(
        @Doc(zh = "谁已经有哪些标签", en = "who carries which tags already") Map<String, List<String>> tags,
        @Doc(zh = "谁哪天进的群,例如 { 李雷: \"2026-12-01\" }", en = "who joined on which day") Map<String, LocalDate> joined,
        @Doc(zh = "已有的报名:{ 报名的 id: 几位 },按天的 { id: { \"2026-12-04\": 2 } },也可以写名字", en = "who signed up already: { ID: how many }, { ID: { day: how many } }, or names") Optional<YamlNode> signups,
        @Doc(zh = "已有的打卡:{ 打卡的 id: { 谁: [说过的话] } }", en = "what was said for a roll-call already: { ID: { who: [words] } }") Optional<YamlNode> rollcall) {

    public static final Given NOTHING = new Given(Map.of(), Map.of(), Optional.empty(), Optional.empty());

    /** What plugins have to know, by their names: each fact is a path of words. */
    public Map<String, List<List<String>>> facts() {
        Map<String, List<List<String>>> facts = new TreeMap<>();
        signups.ifPresent(node -> facts.put("signup", paths(node)));
        rollcall.ifPresent(node -> facts.put("rollcall", paths(node)));
        return facts;
    }

    private static List<List<String>> paths(YamlNode node) {
        return switch (node) {
            case YamlScalar scalar -> List.of(List.of(scalar.text()));
            case YamlList list -> list.items().stream().flatMap(item -> paths(item).stream()).toList();
            case YamlMap map -> map.entries().stream().flatMap(entry -> paths(entry.value()).stream()
                    .map(path -> Stream.concat(Stream.of(entry.key().value()), path.stream()).toList())).toList();
        };
    }
}
