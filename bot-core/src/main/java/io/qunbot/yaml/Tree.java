package io.qunbot.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Turns SnakeYAML's nodes into ours, with the places that the operator sees. */
final class Tree {

    /** Aliases may repeat a node, so nodes are counted as they are unfolded. */
    private static final int MAX_NODES = 2_000_000;

    /** Thrown out of the recursion when a file unfolds into too much. */
    static final class TooMuch extends RuntimeException {
        private final transient Place place;

        TooMuch(Place place) {
            super("too deep or too large", null, false, false);
            this.place = place;
        }

        Place place() {
            return place;
        }
    }

    private final Draft draft;
    private final Problems problems;
    private int nodes;
    private int depth;

    Tree(Draft draft, Problems problems) {
        this.draft = draft;
        this.problems = problems;
    }

    YamlNode of(Node node) {
        Place place = place(node);
        if (++nodes > MAX_NODES || ++depth > Composing.MAX_DEPTH) {
            throw new TooMuch(place);
        }
        YamlNode result = switch (node) {
            case MappingNode map -> map(map, place);
            case SequenceNode list -> new YamlList(list.getValue().stream().map(this::of).toList(), place);
            case ScalarNode scalar ->
                new YamlScalar(scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN, place);
            default -> throw new IllegalArgumentException("unknown node " + node.getNodeId());
        };
        depth--;
        return result;
    }

    private YamlMap map(MappingNode map, Place place) {
        Map<String, Place> seen = new LinkedHashMap<>();
        List<YamlMap.Entry> entries = new ArrayList<>();
        for (NodeTuple tuple : map.getValue()) {
            Located<String> key = key(tuple.getKeyNode());
            YamlNode value = of(tuple.getValueNode());
            Place first = seen.putIfAbsent(key.value(), key.place());
            if (first == null) {
                entries.add(new YamlMap.Entry(key, value));
            } else {
                duplicate(key, first);
            }
        }
        return new YamlMap(entries, place);
    }

    private Located<String> key(Node node) {
        Place place = place(node);
        if (node instanceof ScalarNode scalar) {
            return new Located<>(scalar.getValue(), place);
        }
        problems.error(Code.SYNTAX.id(), place,
                new Words("字段名要是文字", "the name of a field must be text"),
                new Words("给文字加上英文双引号", "put the text in quotes"));
        return new Located<>(place.toString(), place);
    }

    private void duplicate(Located<String> key, Place first) {
        problems.error(Code.DUPLICATE.id(), key.place(),
                new Words("“" + key.value() + "” 写了两次,第一次在第 " + first.line() + " 行",
                        "\"" + key.value() + "\" is written twice, first in line " + first.line()),
                new Words("删掉一个,或者合并成一个", "remove one of them, or make one of both"));
    }

    private Place place(Node node) {
        Mark start = node.getStartMark();
        Mark end = node.getEndMark();
        int line = Math.clamp(start.getLine(), 0, draft.size() - 1);
        int from = draft.written(line, start.getColumn());
        int to = node instanceof ScalarNode && end.getLine() == line
                ? draft.written(line, end.getColumn())
                : firstLineEnd(node, line, from);
        return draft.place(line, from, to);
    }

    private int firstLineEnd(Node node, int line, int from) {
        return node instanceof ScalarNode ? draft.row(line).trimmed(draft.row(line).length()) : from + 1;
    }
}
