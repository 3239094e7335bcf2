package io.qunbot.profile;

import io.qunbot.yaml.Nearest;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.YamlList;
import io.qunbot.yaml.YamlMap;
import io.qunbot.yaml.YamlNode;
import io.qunbot.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts a child's tree over its parent's. Every node keeps its own place, so that a problem, and the
 * effective profile, can say where a value was written.
 */
final class Merge {

    private static final String ID = "id";
    private static final String OFF = "off";
    private static final Set<String> NO = Set.of("off", "false", "no", "否");
    private static final Set<String> YES = Set.of("on", "true", "yes", "是");

    private final Problems problems;

    Merge(Problems problems) {
        this.problems = problems;
    }

    /** Whether a field was switched off rather than given a value. */
    static boolean isOff(YamlNode node) {
        return node instanceof YamlScalar scalar && NO.contains(scalar.text());
    }

    static boolean isOn(YamlNode node) {
        return node instanceof YamlScalar scalar && YES.contains(scalar.text());
    }

    /** Fields in the parent's order, then the child's new ones. */
    YamlMap maps(YamlMap parent, YamlMap child) {
        Map<String, YamlMap.Entry> merged = new LinkedHashMap<>();
        parent.entries().forEach(entry -> merged.put(entry.key().value(), entry));
        for (YamlMap.Entry entry : child.entries()) {
            merged.merge(entry.key().value(), entry, this::entries);
        }
        return new YamlMap(List.copyOf(merged.values()), child.place());
    }

    private YamlMap.Entry entries(YamlMap.Entry parent, YamlMap.Entry child) {
        return new YamlMap.Entry(child.key(), nodes(parent.value(), child.value()));
    }

    private YamlNode nodes(YamlNode parent, YamlNode child) {
        if (parent instanceof YamlMap over && child instanceof YamlMap map) {
            return maps(over, map);
        }
        if (parent instanceof YamlMap && isOn(child)) {
            return parent;
        }
        if (parent instanceof YamlList over && child instanceof YamlList list && haveIds(over) && haveIds(list)) {
            return lists(over, list);
        }
        return child;
    }

    private static boolean haveIds(YamlList list) {
        return !list.items().isEmpty() && list.items().stream().allMatch(item -> idOf(item).isPresent());
    }

    private static Optional<String> idOf(YamlNode item) {
        return item instanceof YamlMap map && map.get(ID).orElse(null) instanceof YamlScalar id
                ? Optional.of(id.text())
                : Optional.empty();
    }

    private YamlList lists(YamlList parent, YamlList child) {
        Map<String, YamlNode> merged = new LinkedHashMap<>();
        parent.items().forEach(item -> merged.put(idOf(item).orElseThrow(), item));
        Set<String> inherited = Set.copyOf(merged.keySet());
        List<YamlNode> twins = new ArrayList<>();
        for (YamlNode item : child.items()) {
            String id = idOf(item).orElseThrow();
            if (isRemoved(item)) {
                remove(id, item, merged);
            } else if (merged.containsKey(id) && !inherited.contains(id)) {
                // the same id twice in the child itself: kept as it is, for the plugin to complain about
                twins.add(item);
            } else {
                merged.merge(id, withoutOff(item), this::nodes);
            }
        }
        List<YamlNode> items = new ArrayList<>(merged.values());
        items.addAll(twins);
        return new YamlList(items, child.place());
    }

    private static boolean isRemoved(YamlNode item) {
        return item instanceof YamlMap map && map.get(OFF).filter(Merge::isOn).isPresent();
    }

    private static YamlNode withoutOff(YamlNode item) {
        YamlMap map = (YamlMap) item;
        return new YamlMap(map.entries().stream().filter(entry -> !entry.key().value().equals(OFF)).toList(),
                map.place());
    }

    private void remove(String id, YamlNode item, Map<String, YamlNode> merged) {
        YamlNode written = ((YamlMap) item).get(ID).orElseThrow();
        if (merged.remove(id) == null) {
            problems.error(ProfileCode.NOTHING_TO_REMOVE.id(), written.place(),
                    new Words("上一级没有 “" + id + "”,没有东西可以去掉", "there is no \"" + id + "\" to remove"),
                    Nearest.help(id, merged.keySet()));
        }
    }
}
